import type { Place } from '../../../contract/finding.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { replicaCounts, uses, wholeOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';

/** A place outside the manifest that runs more than one replica of a workload. */
export interface Override {
  readonly workload: WorkloadFact;
  readonly at: Place;
  readonly replicas: number;
}

/** What a patch sets; only the first of several overlays speaks. */
export function overrideOfPatch(model: Model, patch: WorkloadFact): Override | undefined {
  const [workload] = wholeOf(model, patch);
  const set = patch.value.replicas;
  if (!workload || !set?.value || set.value < 2 || (workload.value.replicas?.value ?? 1) > 1) return undefined;
  const first = model.facts('k8s.workload').find((other) => other.value.partial && (other.value.replicas?.value ?? 1) > 1 && wholeOf(model, other).includes(workload));
  return first === patch ? { workload, at: { file: patch.file, range: set.at }, replicas: set.value } : undefined;
}

/** What the `replicas:` field of a kustomization sets. */
export function overridesOfKustomization(model: Model, kustomization: Fact<'kustomize.kustomization'>): readonly Override[] {
  return replicaCounts(model, kustomization).flatMap(({ name, count, at }): readonly Override[] => {
    const workload = model.facts('k8s.workload').find((fact) => fact.value.name === name && !fact.value.partial && uses(model, kustomization, fact.file));
    if (!workload || count === undefined || count < 2 || (workload.value.replicas?.value ?? 1) > 1) return [];
    return [{ workload, at: { file: kustomization.file, range: at }, replicas: count }];
  });
}
