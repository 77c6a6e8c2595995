import type { Autoscaler, Metric, Target } from './autoscaler.js';
import { groupPods, type PodGroups } from './group-pods.js';
import { capped, ceiled, wrapped } from './int32.js';
import type { Observation } from './observed.js';
import { requestOf, samplesOf, sum, usagesOf, type Samples } from './samples.js';
import type { ResourceName } from './spec.js';

/** Number of pods that a metric asks for; `undefined` when it cannot be worked out. */
export function propose(metric: Metric, seen: Observation, autoscaler: Autoscaler): number | undefined {
  const { target } = metric;
  if (!target) return undefined;
  if (metric.source === 'resource') return ofResource(metric, target, seen, autoscaler);
  if (metric.source === 'pods') return target.kind === 'utilization' ? undefined : ofAverage(samplesOf(seen, ({ sample }) => sample?.custom?.[metric.name]), target.amount, undefined, seen, autoscaler);
  const series = metric.source === 'external' ? seen.external[metric.name] : singly(seen.object[metric.name]);
  if (!series?.length || target.kind === 'utilization') return undefined;
  const total = series.reduce((sum, value) => sum + value, 0);
  return target.kind === 'average' ? ofShare(total, target.amount, metric.source === 'external' && autoscaler.features.capsExternalAverages ? capped : ceiled, seen, autoscaler) : ofValue(total / target.amount, seen, autoscaler);
}

function singly(value: number | undefined): readonly number[] | undefined {
  return value === undefined ? undefined : [value];
}

function ofResource(metric: Metric & { readonly source: 'resource' }, target: Target, seen: Observation, autoscaler: Autoscaler): number | undefined {
  const { resource, container } = metric;
  const samples = usagesOf(seen, resource, container, autoscaler.features);
  if (target.kind !== 'utilization') return ofAverage(samples, target.amount, resource, seen, autoscaler);
  return ofUtilization(samples, target.percent, requestOf(seen, resource, container), resource, seen, autoscaler);
}

/** Whole part of `part` × 100 / `whole`, digit by digit so that no intermediate number grows beyond what is exact. */
function wholePercent(part: number, whole: number): number {
  const tenths = (part % whole) * 10;
  return quotient(part, whole) * 100 + quotient(tenths, whole) * 10 + quotient((tenths % whole) * 10, whole);
}

/** Exact where a division of large numbers would be rounded up to the next whole one. */
function quotient(part: number, whole: number): number {
  return (part - (part % whole)) / whole;
}

function ofUtilization(samples: Samples | undefined, target: number, request: number | undefined, resource: ResourceName, seen: Observation, autoscaler: Autoscaler): number | undefined {
  const groups = samples && grouped(samples, resource, seen, autoscaler);
  if (!samples || !groups || !request) return undefined;
  const ratioOf = (values: Samples): number => wrapped(wholePercent(sum(values.values()), request * values.size)) / target;
  // A pod without a sample counts as using its whole request, or the target where that is more.
  return settle(samples, groups, ratioOf, quotient(request * Math.max(100, target), 100), seen, autoscaler);
}

function ofAverage(samples: Samples | undefined, target: number, resource: ResourceName | undefined, seen: Observation, autoscaler: Autoscaler): number | undefined {
  const groups = samples && grouped(samples, resource, seen, autoscaler);
  if (!samples || !groups) return undefined;
  const ratioOf = (values: Samples): number => quotient(sum(values.values()), values.size) / target;
  return settle(samples, groups, ratioOf, target, seen, autoscaler);
}

/** Groups the pods and drops the samples of those that do not count; `undefined` when none is left. */
function grouped(samples: Samples, resource: ResourceName | undefined, seen: Observation, { controller }: Autoscaler): PodGroups | undefined {
  const groups = groupPods(seen, (pod) => samples.has(pod), resource === 'cpu', controller);
  for (const pod of [...groups.ignored, ...groups.unready]) samples.delete(pod);
  return samples.size > 0 ? groups : undefined;
}

function isTolerated(ratio: number, { tolerance, features }: Autoscaler): boolean {
  return features.toleranceAsBounds ? 1 - tolerance.down <= ratio && ratio <= 1 + tolerance.up : Math.abs(1 - ratio) <= tolerance.up;
}

/**
 * The proposal of a metric that is measured per pod. Pods without a sample and pods that are not ready are filled in
 * against the direction of the change, which may shrink it to nothing but never turn it round.
 */
function settle(samples: Samples, { ready, unready, missing }: PodGroups, ratioOf: (values: Samples) => number, used: number, { replicas }: Observation, autoscaler: Autoscaler): number {
  const ratio = ratioOf(samples);
  const grows = unready.length > 0 && ratio > 1;
  if (!grows && missing.length === 0) return isTolerated(ratio, autoscaler) ? replicas : ceiled(ratio * ready);
  if (ratio !== 1) for (const pod of missing) samples.set(pod, ratio < 1 ? used : 0);
  if (grows) for (const pod of unready) samples.set(pod, 0);
  const filled = ratioOf(samples);
  if (isTolerated(filled, autoscaler) || (ratio < 1 && filled > 1) || (ratio > 1 && filled < 1)) return replicas;
  const proposed = ceiled(filled * samples.size);
  return (filled < 1 && proposed > replicas) || (filled > 1 && proposed < replicas) ? replicas : proposed;
}

/** The proposal of a total that is divided by the pods there are. */
function ofShare(total: number, target: number, rounded: (pods: number) => number, { replicas }: Observation, autoscaler: Autoscaler): number {
  return isTolerated(total / (target * replicas), autoscaler) ? replicas : rounded(total / target);
}

/** The proposal of a value that all pods work on together. */
function ofValue(ratio: number, { replicas, pods }: Observation, autoscaler: Autoscaler): number | undefined {
  if (replicas === 0) return ceiled(ratio);
  if (isTolerated(ratio, autoscaler)) return replicas;
  if (pods.length === 0) return undefined;
  const proposed = ratio * pods.filter(({ phase, ready }) => phase === 'Running' && ready?.is).length;
  return autoscaler.features.capsValues ? capped(proposed) : ceiled(proposed);
}
