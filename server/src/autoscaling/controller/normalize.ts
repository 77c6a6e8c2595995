import type { Autoscaler, Rules } from './autoscaler.js';
import type { History } from './history.js';
import { ceiled, truncated, wrapped } from './int32.js';

/** A number of pods with the reasons that the conditions of the autoscaler give for it. */
export interface Normalized {
  readonly pods: number;
  /** Reason of `AbleToScale`. */
  readonly stabilized: 'ReadyForNewScale' | 'ScaleUpStabilized' | 'ScaleDownStabilized';
  readonly limited: Limited;
}

interface Limited {
  readonly is: boolean;
  /** Reason of `ScalingLimited`. */
  readonly reason: 'DesiredWithinRange' | 'ScaleUpLimit' | 'ScaleDownLimit' | 'TooManyReplicas' | 'TooFewReplicas';
}

/** What becomes of a recommendation: held back by earlier ones, slowed down by the policies, kept between the bounds. */
export function normalize(now: number, current: number, recommended: number, autoscaler: Autoscaler, history: History): Normalized {
  return autoscaler.behavior ? withBehavior(now, current, recommended, autoscaler, autoscaler.behavior, history) : withoutBehavior(now, current, recommended, autoscaler, history);
}

const within: Limited = { is: false, reason: 'DesiredWithinRange' };

/** Growth in one sync where a manifest has no `behavior`: twice the pods, or 4. */
function growth(current: number): number {
  return Math.max(2 * current, 4);
}

function withoutBehavior(now: number, current: number, recommended: number, { min, max, controller }: Autoscaler, history: History): Normalized {
  const stable = Math.max(recommended, ...history.until(now, controller.downscaleStabilizationSeconds));
  history.recommend(now, recommended);
  const most = Math.min(max, growth(current));
  const limited: Limited = stable < min ? { is: true, reason: 'TooFewReplicas' } : stable > most ? { is: true, reason: max > growth(current) ? 'ScaleUpLimit' : 'TooManyReplicas' } : within;
  return { pods: Math.max(min, Math.min(most, stable)), stabilized: stable === recommended ? 'ReadyForNewScale' : 'ScaleDownStabilized', limited };
}

function withBehavior(now: number, current: number, recommended: number, autoscaler: Autoscaler, { up, down }: NonNullable<Autoscaler['behavior']>, history: History): Normalized {
  const least = Math.min(recommended, ...history.since(now, up.window));
  const most = Math.max(recommended, ...history.since(now, down.window));
  history.recommend(now, recommended);
  const stable = Math.min(Math.max(current, least), most);
  const stabilized = stable === recommended ? 'ReadyForNewScale' : recommended >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized';
  const { pods, reason } = limit(now, current, stable, autoscaler, up, down, history);
  return { pods, stabilized, limited: pods === stable ? { is: false, reason } : { is: true, reason } };
}

function limit(now: number, current: number, wanted: number, { min, max }: Autoscaler, up: Rules, down: Rules, history: History): { readonly pods: number; readonly reason: Limited['reason'] } {
  if (wanted > current) {
    const fastest = Math.max(current, upLimit(now, current, up, history));
    const most = Math.min(max, fastest);
    if (wanted > most) return { pods: most, reason: max > fastest ? 'ScaleUpLimit' : 'TooManyReplicas' };
  } else if (wanted < current) {
    const fastest = Math.min(current, downLimit(now, current, down, history));
    const least = Math.max(min, fastest);
    if (wanted < least) return { pods: least, reason: min < fastest ? 'ScaleDownLimit' : 'TooFewReplicas' };
  }
  return { pods: wanted, reason: 'DesiredWithinRange' };
}

function upLimit(now: number, current: number, { select, policies }: Rules, history: History): number {
  if (select === 'Disabled') return current;
  const proposed = policies.map((policy) => {
    const start = history.atStart(now, current, policy);
    return policy.type === 'Pods' ? wrapped(start + policy.value) : ceiled(start * (1 + policy.value / 100));
  });
  return select === 'Min' ? Math.min(...proposed) : Math.max(...proposed);
}

function downLimit(now: number, current: number, { select, policies }: Rules, history: History): number {
  if (select === 'Disabled') return current;
  const proposed = policies.map((policy) => {
    const start = history.atStart(now, current, policy);
    return policy.type === 'Pods' ? wrapped(start - policy.value) : truncated(start * (1 - policy.value / 100));
  });
  // The largest change leaves the fewest pods.
  return select === 'Min' ? Math.max(...proposed) : Math.min(...proposed);
}
