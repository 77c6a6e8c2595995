import type { Span } from '../../../base/text.js';
import type { Severity } from '../../../contract/finding.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { span, type JavaNode } from '../../../syntax/java/ask.js';
import { workOf, type Work } from '../../../syntax/java/shared-work.js';
import { switchIn } from './java-switch.js';
import type { Clock } from './clock.js';
import type { Lockable } from './java-lockable.js';

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
  /** The bean's method that fixes can lock or hand to a CronJob; absent where they cannot. */
  readonly lockable?: Lockable | undefined;
}

type Verdict = { readonly say: string; readonly severity: Severity; readonly confidence: 'high' | 'medium' | 'low' };

/** Names of work that every replica has to do for itself. */
export const housekeeping = /(?:evict|invalidat|refresh|reload|heartbeat|metric|statistic|stats|ping|health|gauge|watchdog|keepalive|warmup|stale|session|usage|activity|monitor|clean\w*(?:temp|tmp|cache)|(?:clear|flush|expire|purge)\w*cache|print|log(?:stat|usage))/i;

/** What a replica says of itself to the others: each writes its own row. */
const ownReport = /(?:node|host)(?:info|status|state|registr\w*|alive|health)|heart_?beat/i;

/** What is certain of the job decides; a name that speaks of housekeeping only excuses what nothing else accuses. */
export function verdictOf(work: Pick<Work, 'kind' | 'what' | 'direct'>, { job, declared, managed, setting, timerStore }: Pick<Scheduled, 'job' | 'declared' | 'managed' | 'setting' | 'timerStore'>): Verdict | undefined {
  switch (work.kind) {
    case 'locked': case 'own':
      return undefined;
    case 'guarded':
      return { say: 'guarded', severity: 'info', confidence: 'low' };
    case 'shared': {
      if (ownReport.test(`${job} ${work.what}`)) return declared ? { say: 'unclear', severity: 'info', confidence: 'low' } : undefined;
      // A timer that an object starts for itself mostly looks after that object; a service's name is no proof of the contrary.
      if (!declared && !work.direct) return !managed || housekeeping.test(`${job} ${work.what}`) ? undefined : { say: 'shared', severity: 'warning', confidence: 'low' };
      const conditional = setting !== undefined || timerStore;
      return { say: setting !== undefined ? 'switched' : timerStore ? 'timerStore' : 'shared', severity: conditional ? 'warning' : 'error', confidence: work.direct ? 'high' : 'medium' };
    }
    case 'unclear':
      if (!declared) return undefined;
      if (housekeeping.test(job)) return { say: 'unclear', severity: 'info', confidence: 'low' };
      return { say: setting === undefined ? 'unclear' : 'switchedUnclear', severity: 'warning', confidence: 'medium' };
    case 'reads':
      return declared ? { say: 'reads', severity: 'info', confidence: 'medium' } : undefined;
  }
}

/** Reports a scheduled body unless it stays inside the process or shares a lock. */
export function judge(cx: RuleFileContext, scheduled: Scheduled): void {
  const work = workOf(scheduled.body);
  const setting = scheduled.setting ?? switchIn(scheduled.body);
  const verdict = verdictOf(work, { ...scheduled, setting });
  if (!verdict) return;
  const { job, when, clock, annotations, lockable } = scheduled;
  const inert = annotations.includes('@SchedulerLock') && verdict.severity !== 'info';
  cx.report({
    at: scheduled.at,
    // Silenced where the lock is switched on; what is left has an annotation that nobody reads.
    ...(inert ? { say: 'inert', severity: 'info', confidence: 'low' } : verdict),
    args: { job: when === '' ? job : `${job} (${when})`, what: work.what, setting: setting ?? '' },
    ...(work.at && work.kind !== 'unclear' ? { also: [{ at: span(work.at), say: 'work', args: { what: work.what } }] } : {}),
    data: { engine: 'timer', annotations, guarded: work.kind === 'guarded', clock: clock ? { ...clock } : null, lockable: lockable ? { ...lockable } : null },
  });
}
