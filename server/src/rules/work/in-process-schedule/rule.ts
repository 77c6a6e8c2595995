import type { Json } from '../../../base/json.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import { jobsLockRows } from '../../../facts/java/quartz-jobs.js';
import { locksRows, type RowLock } from '../../../facts/java/row-lock.js';
import { isAskedSwitch } from '../../../facts/java/job-switch.js';
import type { Evidence } from '../../../facts/evidence.js';
import { lockProvider } from '../../../facts/schedule-lock.js';
import type {} from '../../../facts/scheduling.js';
import { coravelSchedules } from './coravel.js';
import { csharpMessages, csharpSchedules } from './csharp.js';
import { cronJob } from './cronjob.js';
import { dotnetCronJob } from './dotnet-cronjob.js';
import { hangfireStorage } from './hangfire-fix.js';
import { javaAnnotated } from './java-annotated.js';
import { javaPollers } from './java-pollers.js';
import { javaQuartz } from './java-quartz.js';
import { serviceClearing, serviceProof } from './java-services.js';
import { javaTimers } from './java-timers.js';
import { kotlinAnnotated, kotlinLoops, kotlinQuartz, kotlinTimers } from './kotlin.js';
import { nestCronJob } from './nest-cronjob.js';
import { nodeCronJob } from './node-cronjob.js';
import { nodeSchedules } from './node.js';
import { quartzProperties, quartzYaml } from './quartz-settings.js';
import { quartzStore } from './quartz-store.js';
import { shedLock } from './shedlock.js';
import { handedTasks } from './task-check.js';
import { xmlSchedulers } from './xml.js';
import { xmlScheduled } from './xml-check.js';
import { xmlCamel, xmlPollers } from './xml-pollers.js';
import { pollMessages } from './pollers.js';
import { pythonSchedules } from './python.js';
import { celeryBeat } from './python-beat.js';
import { uwsgiCron } from './uwsgi.js';
import { uwsgiCronJob } from './uwsgi-cronjob.js';
import { pythonMessages } from './python-messages.js';
import { pythonCronJob } from './python-cronjob.js';
import { goSchedules, goTicks } from './go.js';
import { goCronJob } from './go-cronjob.js';
import { phpSchedules } from './php.js';
import { laravelOneServer } from './php-fix.js';
import { phpMessages } from './php-messages.js';

/** What the clearing needs to know of a finding; findings of other languages may leave parts out. */
interface Data {
  /** `quartz`, or `timer` for everything that has no job store. */
  readonly engine?: string;
  readonly annotations?: readonly string[];
  readonly guarded?: boolean;
  /** Set for Spring's annotation, which does nothing unless scheduling is switched on. */
  readonly clock?: Json;
}

/** A lock reaches what it is made for: an annotation its methods, clustered Quartz the Quartz jobs, a leader the code that asks for it. */
function locks(fact: Fact, finding: Finding, model: Model): boolean {
  const { covers, needs = [] } = fact.value as Evidence;
  if (needs.includes(lockProvider) && !model.factsFor('schedule.lock-provider', finding.file).length) return false;
  const { engine, annotations = [], guarded = false } = (finding.data ?? {}) as Data;
  if (covers === undefined) return true;
  if (covers === 'leader') return guarded;
  return covers.startsWith('@') ? annotations.includes(covers) : covers === engine;
}

/** Scheduling is switched on in places that a setting decides about, and in no other. */
function switchesAll(_fact: Fact, finding: Finding, model: Model): boolean {
  const { clock } = (finding.data ?? {}) as Data;
  return clock !== undefined && clock !== null && model.factsFor('spring.scheduling', finding.file).every(({ value }) => value.setting !== undefined);
}

export const rule: Rule = {
  meta: {
    id: 'work/in-process-schedule',
    title: { en: 'Scheduled work that runs in every replica', ko: '레플리카마다 실행되는 예약 작업' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['work', 'schedule'],
  },
  messages: {
    ...csharpMessages,
    shared: {
      en: 'Every replica runs {job}: with two replicas {what} happens twice at the same time.',
      ko: '모든 레플리카가 {job}을(를) 실행합니다. 레플리카가 둘이면 {what}도 동시에 두 번 실행됩니다.',
    },
    unclear: {
      en: 'Every replica runs {job}: unless each pod is meant to do this for itself, two replicas do the work twice.',
      ko: '모든 레플리카가 {job}을(를) 실행합니다. 파드마다 따로 해야 하는 작업이 아니라면 레플리카가 둘일 때 두 번 실행됩니다.',
    },
    reads: {
      en: 'Every replica runs {job} and reads the same data by {what}: the load grows with each replica, and each holds a result of its own.',
      ko: '모든 레플리카가 {job}을(를) 실행하고 {what}(으)로 같은 데이터를 읽습니다. 레플리카 수만큼 부하가 늘고, 결과도 레플리카마다 따로 갖습니다.',
    },
    switched: {
      en: 'Where {setting} switches it on, every replica runs {job}: with two of them {what} happens twice at the same time.',
      ko: '{setting} 설정으로 이 작업을 켠 레플리카는 모두 {job}을(를) 실행합니다. 그런 레플리카가 둘이면 {what}도 동시에 두 번 실행됩니다.',
    },
    asked: {
      en: 'Every replica where {setting} holds runs {job}: with two of them {what} happens twice at the same time.',
      ko: '{setting} 조건이 참인 레플리카는 모두 {job}을(를) 실행합니다. 그런 레플리카가 둘이면 {what}도 동시에 두 번 실행됩니다.',
    },
    switchedUnclear: {
      en: 'Where {setting} switches it on, every replica runs {job}: unless each pod is meant to do this for itself, two of them do the work twice.',
      ko: '{setting} 설정으로 이 작업을 켠 레플리카는 모두 {job}을(를) 실행합니다. 파드마다 따로 해야 하는 작업이 아니라면 그런 레플리카가 둘일 때 두 번 실행됩니다.',
    },
    timerStore: {
      en: 'Every replica runs {job}, and {what} with it, unless the server keeps persistent EJB timers in one database store for all of them.',
      ko: '서버가 영속 EJB 타이머를 공용 데이터베이스에 저장하도록 설정되어 있지 않으면 모든 레플리카가 {job}을(를) 실행하고, {what}도 레플리카마다 실행됩니다.',
    },
    guarded: {
      en: 'Every replica runs {job} up to {what}: the work happens once only if that check holds for the whole cluster.',
      ko: '모든 레플리카가 {job}을(를) {what} 검사까지 실행합니다. 이 검사가 클러스터 전체를 기준으로 할 때만 작업이 한 번 실행됩니다.',
    },
    inert: {
      en: '@SchedulerLock on {job} locks nothing without @EnableSchedulerLock and a LockProvider whose store replicas share, and this workspace does not have both.',
      ko: '{job}의 @SchedulerLock은 @EnableSchedulerLock과 레플리카가 공유하는 저장소의 LockProvider가 모두 있어야 동작하는데, 이 작업 영역에는 그중 하나 이상이 없습니다.',
    },
    quartz: {
      en: 'Quartz keeps the jobs of {job} in the memory of each replica, so that every replica runs them, unless org.quartz.jobStore.isClustered is true.',
      ko: 'Quartz가 {job}의 작업을 레플리카마다 메모리에 두므로 모든 레플리카가 실행합니다. org.quartz.jobStore.isClustered를 true로 설정하면 한 번만 실행됩니다.',
    },
    quartzAdded: {
      en: 'Quartz keeps what {job} schedules in the memory of the replica that does it: what is set up at start runs in every replica, what is added later is gone after a restart, unless org.quartz.jobStore.class names a store in the database.',
      ko: '{job}이(가) 등록하는 Quartz 작업은 등록한 레플리카의 메모리에만 남습니다. org.quartz.jobStore.class를 데이터베이스 저장소로 설정하지 않으면 시작할 때 등록한 작업은 모든 레플리카가 실행하고, 나중에 추가한 작업은 재시작하면 사라집니다.',
    },
    quartzStore: {
      en: "{setting} keeps Quartz's jobs in the memory of each replica, so that every replica runs them, and a restart forgets those added at run time.",
      ko: '{setting} 설정 때문에 Quartz 작업이 레플리카마다 메모리에 있습니다. 모든 레플리카가 작업을 실행하고, 실행 중에 추가한 작업은 재시작하면 사라집니다.',
    },
    scheduled: { en: 'also given to Quartz: {job}', ko: '이 작업도 Quartz에 등록합니다: {job}' },
    trigger: { en: 'starts {job} ({when})', ko: '{job}을(를) 시작하는 트리거입니다 ({when})' },
    work: { en: 'the work that is repeated: {what}', ko: '레플리카마다 되풀이되는 작업입니다: {what}' },
    service: { en: 'the called method changes what replicas share', ko: '호출된 메서드가 레플리카끼리 공유하는 데이터를 변경합니다' },
    ...pythonMessages,
    ...phpMessages,
    ...pollMessages,
  },
  matchers: [goSchedules, csharpSchedules, coravelSchedules, javaAnnotated, javaTimers, javaQuartz, javaPollers, xmlSchedulers, xmlPollers, xmlCamel, quartzProperties, quartzYaml, nodeSchedules, kotlinAnnotated, kotlinTimers, kotlinQuartz, kotlinLoops, pythonSchedules, uwsgiCron, ...celeryBeat, phpSchedules],
  project: [goTicks, xmlScheduled, handedTasks],
  proof: serviceProof,
  clearing: [
    ...serviceClearing,
    {
      fact: 'schedule.lock', effect: 'silence', when: locks,
      what: { en: 'ShedLock on the method, clustered Quartz, or another lock that lets one replica run it', ko: '메서드에 적용한 ShedLock, 클러스터 모드의 Quartz처럼 한 레플리카만 실행하게 하는 잠금' },
    },
    {
      fact: 'schedule.lock', effect: 'info', when: (fact, finding) => (fact.value as Evidence).covers === 'quartz-store' && (finding.data as Data | null)?.engine === 'quartz',
      what: { en: 'a JDBC job store of Quartz', ko: 'Quartz의 JDBC 작업 저장소' },
    },
    {
      fact: 'quartz.job', effect: 'info', when: (_fact, finding, model) => (finding.data as Data | null)?.engine === 'quartz' && jobsLockRows(finding.file, model),
      what: { en: 'rows that every job of the file locks, so that replicas pass over what another works on', ko: '다른 레플리카가 처리 중인 행을 건너뛰도록 파일의 모든 작업이 잠그는 행' },
    },
    {
      fact: 'java.row-lock', effect: 'info', when: (fact, finding, model) => (fact.value as RowLock).workers && locksRows(fact as Fact<'java.row-lock'>, finding, model),
      what: { en: 'rows that are locked and passed over by the other replicas (SKIP LOCKED)', ko: '다른 레플리카가 건너뛰도록 잠근 행(SKIP LOCKED)' },
    },
    {
      fact: 'java.row-lock', effect: 'warning', when: (fact, finding, model) => locksRows(fact as Fact<'java.row-lock'>, finding, model),
      what: { en: 'row locks (FOR UPDATE)', ko: '행 잠금(FOR UPDATE)' },
    },
    {
      fact: 'java.setting-switch', effect: 'warning', when: isAskedSwitch,
      what: { en: 'a setting that the job asks before it works', ko: '작업을 실행할지 정하는 설정' },
    },
    {
      fact: 'spring.scheduling', effect: 'warning', when: switchesAll,
      what: { en: 'a property or profile that decides where @EnableScheduling holds', ko: '@EnableScheduling의 적용 여부를 정하는 속성이나 프로파일' },
    },
  ],
  fixes: [laravelOneServer, shedLock, cronJob, quartzStore, pythonCronJob, nodeCronJob, nestCronJob, uwsgiCronJob, goCronJob, dotnetCronJob, hangfireStorage],
};
