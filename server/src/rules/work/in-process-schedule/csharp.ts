import type { Json } from '../../../base/json.js';
import type { Span } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { args, baseTypes, bodyOf, callName, calledName, createdType, descendants, enclosingMember, enclosingType, field, methodNamed, nameOf, named, plain, receiver, span, stringValue, usings, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isRequestSide } from '../../../syntax/csharp/request-side.js';
import { workOf, worksIn } from '../../../syntax/csharp/shared-work.js';
import { threadLoop } from './csharp-threads.js';
import { databaseNear } from './hangfire-database.js';
import { hostedJob } from './hosted-loop.js';
import { hostedTimer } from './hosted-timer.js';
import { isOwnJob } from './own-job.js';
import { quartzNetJobs } from './quartz-net.js';

/** What is said of schedulers of .NET. */
export const csharpMessages: Readonly<Record<string, Localized>> = {
  quartzNet: {
    en: 'Quartz.NET keeps its jobs in the memory of each replica, so that every replica runs them, unless a persistent store with clustering (`quartz.jobStore.clustered`) is configured.',
    ko: 'Quartz.NET이 작업을 레플리카마다 메모리에 두므로 모든 레플리카가 실행합니다. 클러스터링(`quartz.jobStore.clustered`)을 켠 영속 저장소를 설정하면 한 번만 실행됩니다.',
  },
  hangfire: {
    en: 'Hangfire keeps its jobs in the memory of this process ({call}): every replica runs the recurring ones, and a restart loses those that wait.',
    ko: 'Hangfire가 작업을 이 프로세스의 메모리에 둡니다({call}). 반복 작업은 모든 레플리카가 실행하고, 재시작하면 대기 중인 작업이 사라집니다.',
  },
};

/** The row is marked as taken before the work begins: two replicas seldom both find it free. */
const marking = /\.(?:Is)?(?:Executing|Running|Processing|InProgress|Locked|Leased|Claimed)\w*\s*=\s*(?!=|false\b)/;

/** Reports work that is repeated, as gravely as its body tells; `more` goes with the finding's data. */
export function reportWork(cx: RuleFileContext, at: Span, job: string, body: CsNode, when: string, more: Readonly<Record<string, Json>> = {}): void {
  const work = workOf(body);
  const data = { engine: 'timer', annotations: [], guarded: work.kind === 'guarded', ...more };
  const args = { job: when === '' ? job : `${job} (${when})`, what: work.what };
  if (work.kind === 'locked' || work.kind === 'own') return;
  if (work.kind === 'guarded') return cx.report({ at, say: 'guarded', severity: 'info', args, data });
  if (isOwnJob(job) && !(work.kind === 'shared' && work.direct)) return;
  if (work.kind === 'shared') cx.report({ at, say: 'shared', severity: work.direct && work.repeats && !marking.test(body.text) ? 'error' : 'warning', confidence: work.direct ? 'high' : 'medium', args, data });
  else if (work.kind === 'unclear') cx.report({ at, say: 'unclear', severity: 'info', confidence: 'low', args, data });
}

const hosted = /^(?:BackgroundService|IHostedService|IHostedLifecycleService)$/;
const ticking = /\bTask\.Delay\(|\bWaitForNextTickAsync\(|\bThread\.Sleep\(/;
/** A loop that waits for messages or connections is woken by them; its pauses come after failures. */
const listening = /\.(?:Read\w*Async|ReadLine|Dequeue\w*|TryDequeue|Take|Consume\w*|Receive\w*|WaitToReadAsync|Accept\w*|Connect\w*|Listen\w*|Subscribe\w*|Next(?:Event|Message)\w*|WaitForEvent\w*)\(/;

function interval(text: string): string {
  return /\b(?:PeriodicTimer|Task\.Delay|Timer|Sleep)\([^;]*?(TimeSpan\.From\w+\(\s*[\w.]+\s*\)|\b\d{3,}\b)/.exec(text)?.[1]?.replace(/\s+/g, '') ?? '';
}

/** A hosted service that works in a loop which waits for time to pass; one that waits for messages is no schedule. */
function service(type: CsNode, cx: RuleFileContext): void {
  const name = field(type, 'name');
  // What listens or consumes is woken from outside.
  if (!name || /(?:Listener|Consumer|Subscriber|Receiver)$/.test(name.text) || !baseTypes(type).some((base) => hosted.test(base))) return;
  const run = methodNamed(type, 'ExecuteAsync') ?? methodNamed(type, 'StartAsync');
  const body = run && bodyOf(run);
  if (!body) return;
  const loop = descendants(body, 'while_statement', 'do_statement', 'for_statement').find((each) => ticking.test(each.text));
  if (loop && !listening.test(loop.text)) reportWork(cx, span(name), nameOf(type), loop, interval(type.text), { hosted: hostedJob(cx, type, run, loop) });
}

/** A job of WebBackgrounder, which each process of the site runs by its own clock. */
function backgrounder(type: CsNode, cx: RuleFileContext): void {
  const name = field(type, 'name');
  const run = baseTypes(type).includes('Job') && usings(cx, type).has('WebBackgrounder') ? methodNamed(type, 'Execute') : undefined;
  const body = run && bodyOf(run);
  if (!name || !body) return;
  // `new Task(service.Work)` calls what another class does.
  const handed = descendants(body, 'object_creation_expression').find((made) => createdType(made) === 'Task' && args(made)[0]?.type === 'member_access_expression');
  if (handed === undefined || worksIn(body).length > 0) reportWork(cx, span(name), name.text, body, '');
  else if (!isOwnJob(name.text)) cx.report({ at: span(name), say: 'unclear', severity: 'info', confidence: 'low', args: { job: name.text, what: '' }, data: { engine: 'timer', annotations: [], guarded: false } });
}

const timers = /^(?:System\.)?(?:Threading\.|Timers\.)?Timer$/;

/** Code that a timer calls: a lambda, or a method of the class. */
function callback(creation: CsNode): CsNode | undefined {
  const [first] = args(creation);
  const type = enclosingType(creation);
  if (first?.type === 'lambda_expression' || first?.type === 'anonymous_method_expression') return first;
  const handed = first && /^(?:new)?(?:TimerCallback\()?([\w.]+)\)?$/.exec(plain(first))?.[1]?.split('.').at(-1);
  const own = type && handed !== undefined ? methodNamed(type, handed) : undefined;
  if (own) return bodyOf(own);
  // `timer.Elapsed += OnElapsed`
  const member = enclosingMember(creation);
  const elapsed = descendants(type ?? creation.tree.rootNode, 'assignment_expression').find((each) => /\.Elapsed$/.test(plain(field(each, 'left'))) && (member === undefined || type !== undefined));
  const right = elapsed && field(elapsed, 'right');
  if (!right || right.type === 'lambda_expression') return right;
  const method = type && methodNamed(type, /(\w+)\)?$/.exec(plain(right))?.[1] ?? '');
  return method && bodyOf(method);
}

function timer(creation: CsNode, cx: RuleFileContext): void {
  const made = field(creation, 'type');
  if (!made || !timers.test(made.text.replace(/\s+/g, '')) || isRequestSide(creation) || choice(creation).kind === 'development') return;
  const [, , due, period] = args(creation);
  // A timer without a period goes off once.
  if (due && (!period || /Infinite|^-1$|InfiniteTimeSpan/.test(period.text))) return;
  const body = callback(creation);
  const type = enclosingType(creation);
  if (body && type) reportWork(cx, span(made), nameOf(type), body, interval(creation.text), { hosted: hostedTimer(cx, type, creation) });
}

/** A task or thread of its own that works in a loop for good. */
function thread(start: CsNode, cx: RuleFileContext): void {
  const loop = threadLoop(start);
  const at = loop && (start.type === 'invocation_expression' ? calledName(start) : field(start, 'type'));
  const type = enclosingType(start);
  if (loop && at && type && !listening.test(loop.text) && choice(start).kind !== 'development') reportWork(cx, span(at), nameOf(type), loop, interval(loop.text));
}

const clusteredCode = /UseClustering\s*\(|quartz\.jobStore\.clustered["'\]]*\s*[=,:]\s*"true"/i;

function schedulers(call: CsNode, cx: RuleFileContext): void {
  const name = callName(call);
  const at = calledName(call);
  if (!at || choice(call).kind === 'development') return;
  if (name === 'AddQuartz' && !clusteredCode.test(cx.text)) cx.report({ at: span(at), say: 'quartzNet', confidence: 'high', cause: 'quartz.net', data: { engine: 'quartz', annotations: [], quartzNet: quartzNetJobs(cx, call) } });
  if (/^Use(?:InMemory|Memory)Storage$/.test(name) && cx.text.includes('Hangfire')) cx.report({ at: span(at), say: 'hangfire', args: { call: `${name}()` }, severity: 'error', confidence: 'high', data: { engine: 'timer', annotations: [], hangfire: databaseNear(call) } });
  if (name === 'AddJob' && /(?:^|\.)JobManager$/.test(plain(receiver(call)))) {
    const [job] = args(call);
    if (job) reportWork(cx, span(at), 'JobManager.AddJob', job, '');
  }
}

/** Hosted services with a clock, timers, Quartz.NET without a cluster, and Hangfire in memory. */
export const csharpSchedules = ruleMatcher({
  language: 'csharp',
  needles: [
    [/\b(?:BackgroundService|IHostedService|IHostedLifecycleService)\b/, /\bTask\.Delay\(|WaitForNextTickAsync|Thread\.Sleep\(/], [/\bnew\s+(?:System\.)?(?:Threading\.|Timers\.)?Timer\s*\(/],
    [/\bTask\s*\.\s*(?:Run|Factory)\b|\bnew\s+Thread\s*\(/, /\b(?:while|for)\s*\(/, /\bThread\.Sleep\(|\bTask\.Delay\(/],
    ['AddQuartz'], ['UseMemoryStorage', 'Hangfire'], ['UseInMemoryStorage', 'Hangfire'], ['JobManager', 'AddJob'], ['WebBackgrounder', 'Execute'], ['StdSchedulerFactory'],
  ],
  on: {
    class_declaration(type, cx) {
      service(type, cx);
      backgrounder(type, cx);
    },
    object_creation_expression(creation, cx) {
      timer(creation, cx);
      thread(creation, cx);
      const made = field(creation, 'type');
      if (made && /(?:^|\.)StdSchedulerFactory$/.test(made.text) && !clusteredCode.test(cx.text) && !named(creation).some((part) => stringValue(part) !== undefined)) cx.report({ at: span(made), say: 'quartzNet', confidence: 'medium', cause: 'quartz.net', data: { engine: 'quartz', annotations: [] } });
    },
    invocation_expression(call, cx) {
      schedulers(call, cx);
      thread(call, cx);
    },
  },
});
