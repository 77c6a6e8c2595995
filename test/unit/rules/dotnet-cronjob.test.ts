import assert from 'node:assert/strict';
import { fixesFor } from '../../../server/src/engine/fixes.js';
import { scan } from '../../harness/run.js';

/** Keys of the CronJob fixes that the rule offers for a workspace. */
async function offered(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion, workspace } = await scan(new Map(Object.entries(files)));
  const found = conclusion.findings.filter(({ rule }) => rule === 'work/in-process-schedule');
  assert.ok(found.length > 0, 'nothing was found');
  return found.flatMap((finding) => fixesFor(finding, workspace.ruleset, conclusion.model).map(({ key }) => key)).filter((key) => key.startsWith('cronjob'));
}

const project = '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>';
const job = 'using Quartz;\npublic class CloseDay : IJob\n{\n    public Task Execute(IJobExecutionContext context) => days.CloseAsync();\n}\n';

/** A program that schedules `CloseDay` by Quartz.NET as the lines say. */
function quartz(...lines: readonly string[]): Record<string, string> {
  const program = ['using Quartz;', 'var builder = WebApplication.CreateBuilder(args);', 'builder.Services.AddQuartz(q =>', '{', ...lines, '});', 'builder.Services.AddQuartzHostedService();', 'var app = builder.Build();', 'app.Run();', ''];
  return { 'shop.csproj': project, 'Program.cs': program.join('\n'), 'CloseDay.cs': job };
}

/** A trigger of `CloseDay`. */
function trigger(calls: string): Record<string, string> {
  return quartz(`    q.ScheduleJob<CloseDay>(t => t.${calls});`);
}

describe('CronJobs for Quartz.NET', () => {
  it('are offered for clocks that five fields can say', async () => {
    for (const clock of ['WithCronSchedule("0 0 3 * * ?")', 'WithIdentity("a").WithSimpleSchedule(x => x.WithInterval(TimeSpan.FromHours(2)).RepeatForever())', 'WithSchedule(CronScheduleBuilder.DailyAtHourAndMinute(3, 30))']) {
      assert.deepEqual(await offered(trigger(clock)), ['cronjob-quartz-net'], clock);
    }
  });

  it('are not offered for clocks that they cannot keep', async () => {
    const clocks = [
      'WithCronSchedule("*/10 * * * * ?")', 'WithCronSchedule("0 0 3 L * ?")', 'WithCronSchedule(configuration["Cron"])', 'WithCronSchedule("0 0 3 * * ?", x => x.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Korea Standard Time")))',
      'WithSimpleSchedule(x => x.WithIntervalInMinutes(5).WithRepeatCount(3))', 'WithSimpleSchedule(x => x.WithIntervalInMinutes(minutes).RepeatForever())', 'StartAt(tomorrow).WithCronSchedule("0 0 3 * * ?")', 'StartNow()',
    ];
    for (const clock of clocks) assert.deepEqual(await offered(trigger(clock)), [], clock);
  });

  it('are not offered when the job needs what its scheduler hands it', async () => {
    assert.deepEqual(await offered({ ...trigger('WithCronSchedule("0 0 3 * * ?")'), 'CloseDay.cs': job.replace('CloseAsync()', 'CloseAsync(context.CancellationToken)') }), []);
    assert.deepEqual(await offered(quartz('    q.AddJob<CloseDay>(j => j.WithIdentity("a").UsingJobData("k", "v"));', '    q.AddTrigger(t => t.ForJob("a").WithCronSchedule("0 0 3 * * ?"));')), []);
  });

  it('are not offered when something else needs the scheduler, the job is unknown, or only a setting adds it', async () => {
    const files = trigger('WithCronSchedule("0 0 3 * * ?")');
    assert.deepEqual(await offered({ ...files, 'Start.cs': 'public class Start { public Start(ISchedulerFactory schedulers) {} }' }), []);
    assert.deepEqual(await offered({ ...files, 'CloseDay.cs': '' }), []);
    const program = files['Program.cs'] ?? '';
    assert.deepEqual(await offered({ ...files, 'Program.cs': program.replace('builder.Services.AddQuartz(q', 'if (builder.Configuration["Jobs"] == "on") { builder.Services.AddQuartz(q').replace('});', '}); }') }), []);
    assert.deepEqual(await offered(quartz('    q.AddListeners();', '    q.ScheduleJob<CloseDay>(t => t.WithCronSchedule("0 0 3 * * ?"));')), []);
  });
});

const loop = ['        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));', '        while (await timer.WaitForNextTickAsync(stop))', '        {', '            await mailer.SendEmailAsync("a@example.kr");', '        }'];
const withHost = 'var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddHostedService<Mailer>();\nvar app = builder.Build();\napp.Run();\n';

/** A hosted service with a method of these lines. */
function hosted(lines: readonly string[], { program = withHost, members = '', bases = 'BackgroundService' } = {}): Record<string, string> {
  const type = [`public class Mailer(IEmailSender mailer) : ${bases}`, '{', members, '    protected override async Task ExecuteAsync(CancellationToken stop)', '    {', ...lines, '    }', '}', ''];
  return { 'shop.csproj': project, 'Program.cs': program, 'Mailer.cs': type.join('\n') };
}

describe('CronJobs for hosted services', () => {
  it('are offered for a loop with a known interval', async () => {
    assert.deepEqual(await offered(hosted(loop)), ['cronjob-hosted-service']);
  });

  it('are not offered where the interval cannot be told or is too short', async () => {
    for (const time of ['options.Value.Interval', 'TimeSpan.FromSeconds(10)', 'TimeSpan.FromMinutes(minutes)']) {
      assert.deepEqual(await offered(hosted(loop.map((line) => line.replace('TimeSpan.FromMinutes(5)', time)))), [], time);
    }
  });

  it('are not offered for a class that is more than its loop, or remembers earlier rounds', async () => {
    assert.deepEqual(await offered(hosted(loop, { bases: 'BackgroundService, IHealthCheck' })), []);
    assert.deepEqual(await offered(hosted(loop, { members: '    public override Task StopAsync(CancellationToken stop) => Task.CompletedTask;' })), []);
    assert.deepEqual(await offered(hosted(loop, { members: '    private readonly HashSet<string> seen = new();' })), []);
    assert.deepEqual(await offered(hosted(loop.map((line) => line.replace('await mailer', 'rounds++; await mailer')), { members: '    private int rounds;' })), []);
    assert.deepEqual(await offered(hosted(loop.map((line) => line.replace('await mailer', 'if (done) break; await mailer')))), []);
  });

  it('are not offered where the program does not simply take the service in', async () => {
    assert.deepEqual(await offered(hosted(loop, { program: withHost.replace('AddHostedService<Mailer>()', 'AddHostedService(p => p.GetRequiredService<Mailer>())') })), []);
    assert.deepEqual(await offered(hosted(loop, { program: withHost.replace('builder.Services.Add', 'if (builder.Configuration["Mail"] == "on") builder.Services.Add') })), []);
    assert.deepEqual(await offered(hosted(loop, { program: withHost.replace('app.Run();', 'app.Run();\nreturn 0;') })), []);
  });
});

/** A hosted service that sets a timer. */
function timed(change: (source: string) => string = (source) => source): Record<string, string> {
  const type = [
    'public class Mailer : IHostedService', '{', '    private readonly IEmailSender mailer;', '    private Timer timer;', '',
    '    public Task StartAsync(CancellationToken stop)', '    {', '        timer = new Timer(Send, null, TimeSpan.Zero, TimeSpan.FromMinutes(5));', '        return Task.CompletedTask;', '    }', '',
    '    public Task StopAsync(CancellationToken stop)', '    {', '        timer.Dispose();', '        return Task.CompletedTask;', '    }', '',
    '    private void Send(object state) => mailer.SendEmail("a@example.kr");', '}', '',
  ];
  return { 'shop.csproj': project, 'Program.cs': withHost, 'Mailer.cs': change(type.join('\n')) };
}

describe('CronJobs for timers of hosted services', () => {
  it('are offered for a timer with a known period', async () => {
    assert.deepEqual(await offered(timed()), ['cronjob-hosted-service']);
    assert.deepEqual(await offered(timed((source) => source.replace('(Send, null', '(_ => Send(), null').replace('Send(object state)', 'Send()'))), ['cronjob-hosted-service']);
  });

  it('are not offered where the period cannot be told, the callback handles its timer, or the class does more', async () => {
    for (const [from, to] of [
      ['TimeSpan.FromMinutes(5)', 'options.Period'], ['TimeSpan.FromMinutes(5)', 'TimeSpan.FromSeconds(5)'], ['Send(object state) =>', 'Send(object state) { timer.Change(0, 0);'],
      ['timer.Dispose();', 'timer.Dispose(); mailer.Close();'], ['return Task.CompletedTask;', 'warm(); return Task.CompletedTask;'], [': IHostedService', ': IHostedService, IMailer'], ['private void Send', 'private static void Send'],
      ['(Send, null', '(Send, this'],
    ] as const) {
      const body = (source: string): string => source.replace(from, to).replace('{ timer.Change(0, 0); mailer.SendEmail("a@example.kr");', '{ timer.Change(0, 0); mailer.SendEmail("a@example.kr"); }');
      assert.deepEqual(await offered(timed(body)), [], `${from} → ${to}`);
    }
  });
});
