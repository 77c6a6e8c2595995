import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import type { K8sWorkload, LabelSelector } from './kinds.js';
import { picksLabels } from './selector.js';
import { copiesOf, isPatched, patchesOf, relateReads, scalersNaming, uses, type WorkloadFact } from './relate.js';

/** What the functions of this file look at. */
export const availabilityReads = [...relateReads, 'k8s.disruption-budget'] as const satisfies readonly FactKind[];

/** The numbers of pods that a workload may have, over all of its copies and overlays. */
export interface Replicas {
  readonly least: number;
  readonly most: number;
  /** An autoscaler owns the number. */
  readonly scaled: boolean;
}

/** An autoscaler without `maxReplicas` is no valid one: whatever it means, it is more than one. */
const unbounded = 100;

/** How many pods a workload runs; `undefined` where only the deployment knows. */
export function replicasOf(model: Model, workload: WorkloadFact): Replicas | undefined {
  const named = scalersNaming(model, workload);
  const scalers = named.filter(({ value }) => !value.templated);
  // An autoscaler that values of a chart switch on may or may not be there.
  if (named.length > 0 && scalers.length === 0) return undefined;
  if (scalers.length > 0) {
    const [least, most] = [scalers.map(({ value }) => (value.min ? value.min.value : 1)), scalers.map(({ value }) => (value.max ? value.max.value : unbounded))];
    return { least: Math.min(...least.map((each) => each ?? 1)), most: Math.max(...most.map((each) => each ?? unbounded)), scaled: true };
  }
  const { kind, name } = workload.value;
  if (isPatched(model, workload, kind, (path) => path === 'spec.replicas')) return undefined;
  const kustomized = model.facts('kustomize.kustomization').filter((each) => each.value.replicas.some((set) => set.name === name) && uses(model, each, workload.file));
  const counts = [
    ...copiesOf(model, workload).map(({ value }) => (value.replicas ? value.replicas.value : 1)),
    ...patchesOf(model, workload).flatMap(({ value }) => (value.replicas ? [value.replicas.value] : [])),
    ...kustomized.flatMap(({ value }) => value.replicas.filter((set) => set.name === name).map(({ count }) => count)),
  ];
  const known = counts.flatMap((count) => count ?? []);
  return known.length < counts.length ? undefined : { least: Math.min(...known), most: Math.max(...known), scaled: false };
}

/**
 * Pods that a budget keeps of so many: a number, or a percentage, which the disruption controller rounds up to whole pods;
 * `undefined` when it is neither.
 */
export function podsKept(minAvailable: string, pods: number): number | undefined {
  const [, number, percent] = /^(\d+)(%?)$/.exec(minAvailable) ?? [];
  if (number === undefined) return undefined;
  return percent === '%' ? Math.ceil((pods * Number(number)) / 100) : Number(number);
}

/** Whether a budget keeps all pods, however many there are. */
export function keepsAll(minAvailable: string): boolean {
  return minAvailable.endsWith('%') && Number(minAvailable.slice(0, -1)) >= 100;
}

/** Whether what a manifest lacks comes from elsewhere: from a copy of it, a patch, or an operation on a path that passes the test. */
export function broughtElsewhere(model: Model, workload: WorkloadFact, brings: (value: K8sWorkload) => boolean, path: (path: string) => boolean): boolean {
  const others = [...copiesOf(model, workload).filter((copy) => copy !== workload), ...patchesOf(model, workload)];
  return others.some(({ value }) => brings(value)) || isPatched(model, workload, workload.value.kind, path);
}

/** Whether a selector picks the pods of a workload, as far as both are known: what only the deployment knows may fit. */
export function mayPick(selector: LabelSelector | undefined, { podLabels, podLabelsOpen }: K8sWorkload): boolean {
  return selector !== undefined && picksLabels(selector, podLabels, podLabelsOpen);
}

/** Disruption budgets that hold for the pods of a workload, or may do so. */
export function budgetsOf(model: Model, { value }: WorkloadFact): readonly Fact<'k8s.disruption-budget'>[] {
  return model.facts('k8s.disruption-budget').filter(({ value: budget }) =>
    (budget.namespace === undefined || value.namespace === undefined || budget.namespace === value.namespace) && (mayPick(budget.selector, value) || (budget.templated && budget.selector === undefined)));
}
