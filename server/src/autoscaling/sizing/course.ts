import { compare } from '../compare.js';
import { autoscalerOf } from '../controller/autoscaler.js';
import { defaultController, featuresOf } from '../controller/spec.js';
import type { Sized, SizingInput } from './size.js';

/** How an autoscaler fares on the way from the usual load to the peak; response times in ms. */
export interface Course {
  readonly mean: number;
  readonly p95: number;
  /** Most pods at a time. */
  readonly pods: number;
}

/** Seconds of the usual load before it rises, and of the peak after it. */
const [before, atPeak] = [300, 3600];
/** Points of the rise. */
const steps = 60;

/** Simulates the way from the usual load to the peak, and an hour of the peak. */
export function courseOf({ usual, peak, growth, startUp, tests: [{ test }] }: SizingInput, { min, max, target, request, cost }: Pick<Sized, 'min' | 'max' | 'target' | 'request' | 'cost'>): Course {
  const rise = growth > 0 ? Math.max(0, peak / usual - 1) / growth : 0;
  const rate = Array.from({ length: steps + 1 }, (_, step) => [before + (rise * step) / steps, usual + ((peak - usual) * step) / steps] as const);
  const autoscaler = autoscalerOf({ minReplicas: min, maxReplicas: max, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: target } } }] }, defaultController, featuresOf('1.32'));
  const [outcome] = compare({
    cases: [{ name: '', autoscaler, replicas: min }], duration: Math.ceil(before + rise + atPeak), load: { kind: 'open', rate: [[0, usual], ...rate] },
    pod: { cpuRequest: request, cpuLimit: request, cpuPerRequest: cost, latency: Math.max(0, test.mean - cost), startUp, startUpCpu: request },
  });
  return { mean: Math.round(outcome?.totals.mean ?? 0), p95: Math.round(outcome?.totals.p95 ?? 0), pods: Math.max(min, ...(outcome?.changes ?? []).map(({ to }) => to)) };
}
