import type { RuleFileContext } from '../../../contract/rule.js';
import { annotation, bareType, enclosingType, field, imports, modifiers, named, nameOf, type Annotation, type JavaNode } from '../../../syntax/java/ask.js';
import { withFallbacks } from '../../../syntax/placeholders.js';
import { secondsOf } from '../../../generators/clock.js';
import { clockOf } from './clock.js';

/** A method that Spring schedules on a bean, as the fixes need it. */
export interface Lockable {
  /** End of the annotation that schedules it, and that annotation as written. */
  readonly end: number;
  readonly source: string;
  readonly className: string;
  readonly method: string;
  /** Elements of `@SchedulerLock` that say how long the lock is held; absent when the method carries it already, or runs too often for a lock. */
  readonly holding?: string;
  readonly package: string;
}

const beans = ['Component', 'Service', 'Repository', 'Configuration', 'Controller', 'RestController'];

/** Longest time in seconds that a lock is held by default: long enough for a batch, short enough to recover from a crash within the hour. */
const defaultAtMost = 600;

/**
 * How long the lock is held. At least: shorter than the interval, longer than clocks differ, so that a quick job is not
 * done again by a replica whose clock is late; a few seconds where a setting decides on the interval. `undefined` when
 * the job runs more often than that.
 */
function holdingOf(found: Annotation): string | undefined {
  const clock = clockOf(found);
  if (!clock) return undefined;
  if ('cron' in clock) {
    const cron = withFallbacks(clock.cron).trim();
    const perMinute = /^\d+\s+(?:\S+\s+){4}\S+$|^@/.test(cron);
    if (!perMinute && /^\S+(?:\s+\S+){5}$/.test(cron)) return undefined;
    return `lockAtMostFor = "PT${defaultAtMost / 60}M", lockAtLeastFor = "PT${perMinute ? 30 : 5}S"`;
  }
  const interval = secondsOf(withFallbacks(clock.every), clock.unit);
  const atLeast = Number.isNaN(interval) ? 5 : Math.floor(interval * 0.9);
  if (atLeast < 1) return undefined;
  const atMost = Math.max(defaultAtMost, Math.ceil(interval) || 0);
  return `lockAtMostFor = "PT${atMost % 60 === 0 ? `${atMost / 60}M` : `${atMost}S`}", lockAtLeastFor = "PT${atLeast}S"`;
}

/** Fixes work on a bean that Spring finds by scanning, and on a method that its proxy can call. */
export function lockable(cx: RuleFileContext, found: Annotation, method: JavaNode): Lockable | undefined {
  const type = enclosingType(method);
  if (!type || type.type !== 'class_declaration' || enclosingType(type) || !annotation(type, ...beans) || ['final', 'abstract'].some((word) => modifiers(type).has(word))) return undefined;
  if (['private', 'static', 'final'].some((word) => modifiers(method).has(word)) || named(field(method, 'parameters') ?? method).length > 0) return undefined;
  const holding = annotation(method, 'SchedulerLock') || bareType(field(method, 'type')) === '' ? undefined : holdingOf(found);
  return {
    end: found.node.endIndex, source: found.node.text, className: nameOf(type), method: nameOf(method), package: imports(cx, method).package,
    ...(holding === undefined ? {} : { holding }),
  };
}
