import type { Probe, ScalingBehavior } from './kinds.js';
import type { ScalerFact, WorkloadFact } from './relate.js';
import { mainContainer } from './role.js';
import type { Runtime } from '../runtime.js';

/** Seconds between two looks of the controller, and the age that a sample of metrics-server may have. */
export const controller = { sync: 15, metrics: 15 } as const;

/** Growth of the load in percent per minute that an autoscaler should bear without failed requests. */
export const wanted = 20;

/** What starts a while until it serves, where nothing says how long: class loading and a framework's context. */
const usualStart: Readonly<Partial<Record<Runtime, number>>> = { jvm: 30 };

/** Start-up probes are written with reserve: what really starts needs about a third of what they allow, and no less than they wait before they ask. */
const reserve = 3;

/** What of a probe tells how long a start takes; seconds. */
type Asking = Pick<Probe, 'delay' | 'period' | 'failures'>;

/** Seconds until a new pod serves, as far as probes tell; 0 where they do not. */
export function startToldBy({ startup, readiness }: { readonly startup?: Asking | undefined; readonly readiness?: Asking | undefined }): number {
  const { delay = 0, period, failures } = startup ?? {};
  const allowed = period === undefined || failures === undefined ? 0 : delay + period * failures;
  return Math.round(Math.max(delay, allowed / reserve, readiness?.delay ?? 0));
}

/** Seconds until a new pod serves, as far as its probes or its runtime tell. */
export function startOf(workload: WorkloadFact, runtime: Runtime | undefined): number | undefined {
  const told = startToldBy(mainContainer(workload)?.probes ?? {});
  return told > 0 ? told : runtime && usualStart[runtime];
}

export interface Reaction {
  readonly target: number;
  /** Percent by which the load may grow before pods are at their request. */
  readonly room: number;
  readonly window: number;
  readonly start: number;
  /** Seconds from a rise of the load to the first new pod that serves. */
  readonly seconds: number;
  /** Percent per minute that headroom and policies allow. */
  readonly growth: number;
  /** The policies of `scaleUp` are what slows it down. */
  readonly limited: boolean;
}

/** Percent by which policies let the largest number of replicas grow in a minute. */
function policyGrowth(behavior: ScalingBehavior | undefined, most: number): number {
  const growths = (behavior?.up?.policies ?? []).flatMap(({ type, value, seconds }) =>
    value === undefined || seconds === undefined || seconds === 0 ? [] : [((type === 'Pods' ? (100 * value) / most : value) * 60) / seconds]);
  if (growths.length === 0) return Number.POSITIVE_INFINITY;
  return behavior?.up?.select === 'Min' ? Math.min(...growths) : Math.max(...growths);
}

/** Seconds from a rise of the load to the first new pod that serves; `undefined` where a template sets the window, or nothing scales up. */
export function secondsToServe({ value }: ScalerFact, start: number): number | undefined {
  const up = value.behavior?.up;
  const window = up?.window ? up.window.value : 0;
  return window === undefined || up?.select === 'Disabled' ? undefined : controller.metrics + controller.sync + window + start;
}

/** How fast the load of a target may grow; `undefined` for a target that is no percentage, or when scaling up is switched off. */
export function reactionOf(scaler: ScalerFact, target: number, start: number): Reaction | undefined {
  const seconds = secondsToServe(scaler, start);
  if (target <= 0 || target >= 100 || seconds === undefined) return undefined;
  const { behavior, max } = scaler.value;
  const room = 100 / (target / 100) - 100;
  const [byRoom, byPolicy] = [(room * 60) / seconds, policyGrowth(behavior, max?.value ?? 100)];
  return { target, room, window: behavior?.up?.window?.value ?? 0, start, seconds, growth: Math.min(byRoom, byPolicy), limited: byPolicy < byRoom };
}

/** The largest target, in steps of five, whose headroom lasts until new pods serve; `undefined` where that is no sensible one. */
export function targetFor(seconds: number): number | undefined {
  const target = Math.floor(100 / (1 + (wanted / 100) * (seconds / 60)) / 5) * 5;
  return target >= 30 ? target : undefined;
}
