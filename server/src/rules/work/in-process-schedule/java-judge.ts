import type { Span } from '../../../base/text.js';
import type { Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { span, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { bodiesOf } from '../../../syntax/java/own-memory.js';
import { workOf, type Work } from '../../../syntax/java/shared-work.js';
import { askedSwitch } from '../../../facts/java/job-switch.js';
import { inheritedSwitch, switchIn } from '../../../syntax/java/job-switch.js';
import type { Clock } from '../../../generators/clock.js';
import type { Lockable } from './java-lockable.js';
import { handedBy, type Handed } from './java-services.js';

/** A piece of code that a clock starts. */
export interface Scheduled {
  readonly at: Span;
  readonly body: JavaNode;
  readonly job: string;
  /** When it runs, as written; '' when it is not known here. */
  readonly when: string;
  /** True when an annotation or a bean makes it a job of the application; false for a timer that some object starts for itself. */
  readonly declared: boolean;
  /** True when the container makes the object that starts the timer; without it, a mere guess at the work is no finding. */
  readonly managed?: boolean;
  /** Setting that decides whether it runs at all. */
  readonly setting: string | undefined;
  /** EJB: the timer is kept in the server's timer store, which replicas may share. */
  readonly timerStore: boolean;
  /** Annotations on the method, with `@`. */
  readonly annotations: readonly string[];
  readonly clock?: Clock | undefined;
  /** True when the files of the services that it calls are looked up, so that they can prove what the call names. */
  readonly followed?: true;
  /** The bean's method that fixes can lock or hand to a CronJob; absent where they cannot. */
  readonly lockable?: Lockable | undefined;
}

type Verdict = { readonly say: string; readonly severity: Severity; readonly confidence: 'high' | 'medium' | 'low' };

/** Names of work that every replica probably has to do for itself. */
const housekeeping = /(?:invalidat|refresh|reload|statistic|stats|stale|session|usage|activity|monitor|print|log(?:stat|usage))/i;

/** What a replica says of itself to the others: each writes its own row. */
const ownReport = /(?:node|host|system)(?:info|status|state|registr\w*|alive|health)|heart_?beat/i;

/** Signs of life and of load, buffers and caches: each replica has its own, whatever the job calls. */
const ownWords = new Set('ping pings keepalive alive heartbeat heartbeats watchdog health healthcheck gauge metric metrics flush warmup evict gc garbage diskspace'.split(' '));
const renewing = new Set('refresh reload invalidate clear clean cleanup expire purge close release reset renew'.split(' '));
const ownThings = new Set('cache caches cached connection connections pool pools temp tmp temporary config configuration'.split(' '));

/** Whether a name says that the work is of one process: `pingAgents`, `flushStatistics`, `reloadConfigCache`. */
function namesOwn(job: string): boolean {
  const words = job.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().replace(/keep[ _]alive/g, 'keepalive').replace(/heart[ _]beat/g, 'heartbeat').replace(/warm[ _]up/g, 'warmup').split(/[^a-z0-9]+/);
  return words.some((word) => ownWords.has(word)) || (words.some((word) => renewing.has(word)) && words.some((word) => ownThings.has(word)));
}

type Known = Pick<Work, 'kind' | 'what' | 'direct' | 'store' | 'mild'>;
type Asked = Pick<Scheduled, 'job' | 'declared' | 'managed' | 'setting' | 'timerStore'> & { readonly handed?: Handed | undefined };

/** Said where nothing but names speaks, and these for work of one process. */
const doubtful = { say: 'unclear', severity: 'info', confidence: 'low' } as const;

/** Something shared is changed: how surely, and under what condition. */
function ofShared({ what, direct, store, mild }: Known, { job, declared, managed, setting, timerStore, handed }: Asked): Verdict | undefined {
  if (ownReport.test(`${job} ${what}`)) return declared ? doubtful : undefined;
  if (namesOwn(job) && (!direct || !store)) return undefined;
  // A timer that an object starts for itself mostly looks after that object; a service's name is no proof of the contrary.
  if (!declared && !direct) return !managed || housekeeping.test(`${job} ${what}`) ? undefined : { say: 'shared', severity: 'warning', confidence: 'low' };
  const say = setting !== undefined ? 'switched' : timerStore ? 'timerStore' : 'shared';
  // Nobody misses what was to be removed anyhow: it costs time and locks, no more.
  if (mild === 'removes' && direct) return { say, severity: 'info', confidence: 'high' };
  const conditional = setting !== undefined || timerStore;
  // Names are all that speaks of shared work here, and the job's own name speaks against it; a check asks more than it changes.
  const guessed = (!direct && housekeeping.test(job)) || (direct && !store && /^(?:\w+\.)?(?:check|poll)/.test(job));
  // That a service of such a name changes what replicas share is likely; the proof is its own code.
  return { say, severity: conditional || guessed || mild || (!direct && !handed?.services.length) ? 'warning' : 'error', confidence: direct ? 'high' : 'medium' };
}

/** What is certain of the job decides; a name that speaks of the process itself excuses what nothing else accuses. */
export function verdictOf(work: Known, asked: Asked): Verdict | undefined {
  const { job, declared, setting } = asked;
  switch (work.kind) {
    case 'locked': case 'own':
      return undefined;
    case 'guarded':
      // A sign of life that leads to the choice of who is in charge comes from every replica.
      if (ownReport.test(job)) return undefined;
      return { say: 'guarded', severity: 'info', confidence: 'low' };
    case 'shared':
      return ofShared(work, asked);
    case 'unclear':
      if (!declared || namesOwn(job)) return undefined;
      if (housekeeping.test(job)) return doubtful;
      return { say: setting === undefined ? 'unclear' : 'switchedUnclear', severity: 'warning', confidence: 'medium' };
    case 'reads':
      if (!declared || namesOwn(job)) return undefined;
      // Asking a service whether something holds is no reading of data.
      return work.direct ? { say: 'reads', severity: 'info', confidence: 'medium' } : doubtful;
  }
}

const refused = /\b(?:isOptimisticLock\w*|\w*OptimisticLock\w*Exception|DuplicateKeyException|DataIntegrityViolationException)\b/;

/** Spring's marks of a method that empties a cache or fills it anew. */
const renewsCache = /^@(?:CacheEvict|CachePut|Caching)$/;

/** Whether the job expects that another replica was first: the database refuses the second one, which gives up. */
function expectsRace(body: JavaNode): boolean {
  return bodiesOf(body).some((each) => each.descendantsOfType('catch_clause').some((clause) => clause !== null && refused.test(codeText(clause))));
}

/** Reports a scheduled body unless it stays inside the process or shares a lock. */
export function judge(cx: RuleFileContext, scheduled: Scheduled): void {
  const work = workOf(scheduled.body);
  // The cache is told where it is made; each replica has to renew its own.
  if (work.kind === 'reads' && scheduled.annotations.some((name) => renewsCache.test(name))) return;
  const setting = scheduled.setting ?? switchIn(cx, scheduled.body);
  const handed = scheduled.followed && !work.direct ? handedBy(cx, scheduled.body) : undefined;
  const verdict = verdictOf(work, { ...scheduled, setting, handed });
  if (!verdict) return;
  const { job, when, clock, annotations, lockable } = scheduled;
  // What an inherited method asks, the file of the base class tells.
  const condition = setting === undefined && verdict.say === 'shared' ? inheritedSwitch(scheduled.body) : undefined;
  const asked = condition && askedSwitch(cx, scheduled.body);
  const inert = annotations.includes('@SchedulerLock') && verdict.severity !== 'info';
  cx.report({
    at: scheduled.at,
    // Silenced where the lock is switched on; what is left has an annotation that nobody reads.
    ...(inert ? { say: 'inert', severity: 'info', confidence: 'low' } : { ...verdict, ...(condition ? { say: 'asked' } : {}) }),
    ...(verdict.severity === 'error' && !inert && expectsRace(scheduled.body) ? { severity: 'warning', confidence: 'low' } : {}),
    args: { job: when === '' ? job : `${job} (${when})`, what: work.what, setting: setting ?? condition?.text ?? '' },
    ...(work.at && work.kind !== 'unclear' ? { also: [{ at: span(work.at), say: 'work', args: { what: work.what } }] } : {}),
    data: {
      engine: 'timer', annotations, guarded: work.kind === 'guarded', clock: clock ? { ...clock } : null, lockable: lockable ? { ...lockable } : null,
      ...(asked ? { asked: { ...asked } } : {}),
      ...(handed ? { handed: { ...handed, services: handed.services.map((service) => ({ ...service })) } } : {}),
    },
  });
}
