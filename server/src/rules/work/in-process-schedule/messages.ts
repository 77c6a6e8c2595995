import type { Localized } from '../../../contract/words.js';
import { crontabMessages } from './crontab.js';
import { csharpMessages } from './csharp.js';
import { phpMessages } from './php-messages.js';
import { pm2Messages } from './pm2.js';
import { pollMessages } from './pollers.js';
import { pythonMessages } from './python-messages.js';

/** Every text of the rule; languages that speak of things of their own bring theirs. */
export const messages: Readonly<Record<string, Localized>> = {
  ...crontabMessages,
  ...pm2Messages,
  ...csharpMessages,
  ...pythonMessages,
  ...phpMessages,
  ...pollMessages,
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
  quartzAlone: {
    en: "{setting} keeps Quartz's jobs in the database, but org.quartz.jobStore.isClustered is not true: the schedulers of two replicas do not know of each other, fire the same triggers twice and spoil each other's rows.",
    ko: '{setting} 설정으로 Quartz 작업을 데이터베이스에 두지만 org.quartz.jobStore.isClustered가 true가 아닙니다. 레플리카가 둘이면 두 스케줄러가 서로를 알지 못한 채 같은 트리거를 각각 실행하고, 같은 행을 동시에 고쳐 상태가 어긋납니다.',
  },
  scheduled: { en: 'also given to Quartz: {job}', ko: '이 작업도 Quartz에 등록합니다: {job}' },
  trigger: { en: 'starts {job} ({when})', ko: '{job}을(를) 시작하는 트리거입니다 ({when})' },
  started: { en: 'starts {job} in every replica', ko: '모든 레플리카에서 {job}을(를) 시작합니다' },
  work: { en: 'the work that is repeated: {what}', ko: '레플리카마다 되풀이되는 작업입니다: {what}' },
  service: { en: 'the called method changes what replicas share', ko: '호출된 메서드가 레플리카끼리 공유하는 데이터를 변경합니다' },
};
