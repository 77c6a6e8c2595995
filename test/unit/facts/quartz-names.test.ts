import assert from 'node:assert/strict';
import type {} from '../../../server/src/facts/java/quartz-names.js';
import { scan } from '../../harness/run.js';

const head = 'package shop;\nimport org.quartz.*;\nimport org.springframework.context.annotation.Bean;\nimport javax.servlet.ServletContextEvent;\n';

/** Names for what is unnamed, in the order of the code, and how many calls of `scheduleJob` would refuse what is stored. */
async function namesIn(members: string): Promise<{ readonly names: readonly string[]; readonly scheduled: number }> {
  const { conclusion } = await scan(new Map([['src/main/java/shop/Jobs.java', `${head}class Jobs {\n${members}\n}\n`]]));
  assert.deepEqual(conclusion.failures, []);
  return { names: conclusion.model.facts('quartz.unnamed').map(({ value }) => value.name), scheduled: conclusion.model.facts('quartz.scheduled').length };
}

describe('names of Quartz jobs', () => {
  it('come from the bean, the variable or the job', async () => {
    assert.deepEqual((await namesIn(`
      @Bean Trigger nightly(JobDetail mail) { return TriggerBuilder.newTrigger().forJob(mail).build(); }
      void contextInitialized(ServletContextEvent event) { JobDetail mail = JobBuilder.newJob(Mail.class).build(); use(mail); }
      void start(Scheduler scheduler) throws Exception { scheduler.scheduleJob(JobBuilder.newJob(Index.class).build(), TriggerBuilder.newTrigger().build()); }`)).names,
    ['nightly', 'Jobs.mail', 'Index', 'Index.trigger']);
  });

  it('are left to those that are given', async () => {
    assert.deepEqual((await namesIn(`
      @Bean Trigger nightly() { return TriggerBuilder.newTrigger().withIdentity("nightly").build(); }
      void later() { TriggerBuilder<Trigger> builder = TriggerBuilder.newTrigger(); builder.withIdentity("later"); }`)).names, []);
  });

  it('cannot be told where code runs more than once', async () => {
    assert.deepEqual((await namesIn(`
      void all(Scheduler scheduler) { for (Class<? extends Job> job : jobs) { JobDetail detail = JobBuilder.newJob(job).build(); use(detail); } }
      Trigger make(String cron) { return TriggerBuilder.newTrigger().build(); }
      void add(String cron) { Trigger trigger = TriggerBuilder.newTrigger().build(); use(trigger); }
      void each() { jobs.forEach(job -> { JobDetail detail = JobBuilder.newJob(job).build(); use(detail); }); }`)).names, ['', '', '', '']);
  });

  it('do not matter to other builders', async () => {
    const { conclusion } = await scan(new Map([['src/main/java/shop/Jobs.java', 'package shop;\nimport org.quartz.Job;\nclass Jobs { Object make() { return JobBuilder.newJob(Mail.class).build(); } }\n']]));
    assert.deepEqual(conclusion.model.facts('quartz.unnamed').length, 0);
  });

  it('let a start replace what is stored, unless the class looks first', async () => {
    const call = 'void start(Scheduler scheduler) throws Exception { scheduler.scheduleJob(job, trigger); }';
    assert.equal((await namesIn(`JobDetail job; Trigger trigger; ${call}`)).scheduled, 1);
    assert.equal((await namesIn(`JobDetail job; Trigger trigger; ${call} boolean isThere(Scheduler scheduler) throws Exception { return scheduler.checkExists(job.getKey()); }`)).scheduled, 0);
    assert.equal((await namesIn('JobDetail job; java.util.Set<Trigger> all; void start(Scheduler scheduler) throws Exception { scheduler.scheduleJob(job, all, true); }')).scheduled, 0);
  });
});
