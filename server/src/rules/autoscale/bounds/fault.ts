import type { Place, Severity } from '../../../contract/finding.js';
import type { Model } from '../../../contract/workspace.js';
import type { Args } from '../../../contract/words.js';
import { copiesOf, isFirstScaler, isPatched, patchesOf, scalersNaming, targetsOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isProduct, namesOtherDuty, servesUsers } from '../../../facts/kubernetes/role.js';
import { isForTrial, isKeda, isOverridden } from '../../../facts/kubernetes/scaled.js';
import { minorVersion } from '../../../facts/kubernetes/version.js';

export interface Fault {
  readonly say: string;
  readonly severity: Severity;
  readonly at: 'min' | 'max';
  readonly args?: Args;
  readonly also?: Place;
  readonly fix: string;
  /** What the fix sets. */
  readonly set?: { readonly min?: number; readonly max?: number };
}

/** Keys of the bounds in the `spec` of an autoscaler. */
export function keysOf(kind: string): { readonly min: string; readonly max: string } {
  return kind === 'k8s.hpa' ? { min: 'minReplicas', max: 'maxReplicas' } : { min: 'minReplicaCount', max: 'maxReplicaCount' };
}

/** What is left out of an HPA is one; KEDA goes down to none by design. */
function bounds({ kind, value }: ScalerFact): { readonly min: number; readonly max: number } | undefined {
  const min = value.min ? value.min.value : kind === 'k8s.hpa' ? 1 : 0;
  const max = value.max ? value.max.value : kind === 'k8s.hpa' ? undefined : 100;
  return min === undefined || max === undefined ? undefined : { min, max };
}

function zero(model: Model, scaler: ScalerFact, serving: boolean): Fault | undefined {
  if (scaler.kind !== 'k8s.hpa') return undefined;
  const fix = serving ? { fix: 'raise-minimum', set: widened(2, scaler) } : { fix: 'keep-one', set: { min: 1 } };
  if (!scaler.value.metrics.some(({ type }) => type === 'Object' || type === 'External' || type === 'unknown')) return { say: 'zero-metric', severity: 'error', at: 'min', ...fix };
  return minorVersion(model.settings) < 37 ? { say: 'zero-gate', severity: 'warning', at: 'min', args: { version: model.settings.clusterVersion }, ...fix } : undefined;
}

/** A new minimum, with a maximum that leaves room above it. */
function widened(min: number, { value }: ScalerFact): { readonly min: number; readonly max?: number } {
  return (value.max?.value ?? 100) <= min ? { min, max: 2 * min } : { min };
}

/** The number of replicas in the manifest, when nothing else decides about it. */
function replicasOf(model: Model, workload: WorkloadFact): { readonly count: number; readonly at: Place } | undefined {
  const { replicas, kind } = workload.value;
  if (replicas?.value === undefined || isPatched(model, workload, kind, (path) => path === 'spec.replicas') || patchesOf(model, workload).some(({ value }) => value.replicas)) return undefined;
  return { count: replicas.value, at: { file: workload.file, range: replicas.at } };
}

function one(model: Model, scaler: ScalerFact, workload: WorkloadFact | undefined): Fault | undefined {
  if (isForTrial(scaler)) return undefined;
  const name = scaler.value.target.name ?? '';
  const fix = { at: 'min', fix: 'raise-minimum', set: widened(2, scaler) } as const;
  if (workload && servesUsers(model, workload)) return { say: 'one', severity: 'warning', ...fix };
  const other = namesOtherDuty(name) || (workload !== undefined && (isProduct(workload) || workload.value.kind === 'StatefulSet')) || (scaler.value.target.kind ?? '') !== 'Deployment' && !workload;
  // A worker is scaled by its queue, not by what it burns.
  const byLoad = scaler.value.metrics.every(({ type }) => type === 'Resource' || type === 'ContainerResource');
  return other || !byLoad ? undefined : { say: 'one-unknown', severity: 'info', ...fix };
}

/** The gravest fault of an autoscaler's bounds; values that a template, a parameter or an overlay gives are none. */
export function faultIn(model: Model, scaler: ScalerFact): Fault | undefined {
  const { value } = scaler;
  if (value.templated || value.target.name === undefined || (scaler.kind === 'k8s.scaled-object' && !isKeda(scaler))) return undefined;
  const given = bounds(scaler);
  if (!given || !isFirstOfItsName(model, scaler) || isOverridden(model, scaler, 'minReplicas', 'maxReplicas')) return undefined;
  const { min, max } = given;
  if (!value.min && value.incomplete) return undefined;
  const [workload] = targetsOf(model, scaler);
  const serving = workload !== undefined && servesUsers(model, workload);
  if (min > max) return { say: 'inverted', severity: 'error', at: 'min', fix: 'swap-bounds', set: { min: max, max: min } };
  if (min === 0) return zero(model, scaler, serving);
  if (min === max && !isForTrial(scaler)) return { say: 'equal', severity: 'warning', at: 'max', fix: 'raise-maximum', set: { ...(min === 1 ? { min: 2 } : {}), max: Math.max(4, 2 * min) } };
  const fixed = workload && replicasOf(model, workload);
  if (fixed && fixed.count > max) return { say: 'above', severity: 'warning', at: 'max', args: { replicas: fixed.count }, also: fixed.at, fix: 'raise-maximum', set: { max: 2 * fixed.count } };
  return min === 1 ? one(model, scaler, workload) : undefined;
}

/** Copies of an autoscaler say the same; the first one speaks, with or without a target in the workspace. */
function isFirstOfItsName(model: Model, scaler: ScalerFact): boolean {
  const [target] = targetsOf(model, scaler);
  if (target) return isFirstScaler(model, scaler) && scalersNaming(model, copiesOf(model, target)[0] ?? target).includes(scaler);
  return [...model.facts('k8s.hpa'), ...model.facts('k8s.scaled-object')].find(({ kind, value }) =>
    kind === scaler.kind && value.name === scaler.value.name && value.target.name === scaler.value.target.name && value.min?.value === scaler.value.min?.value && value.max?.value === scaler.value.max?.value) === scaler;
}
