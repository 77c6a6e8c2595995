import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import type { PodVolume } from './kinds.js';
import { isPatched, relateReads, type WorkloadFact } from './relate.js';
import { inOneDeployment } from './scaled.js';

export type ClaimFact = Fact<'k8s.claim'>;

/** What the functions of this file look at. */
export const claimReads = [...relateReads, 'k8s.claim'] as const satisfies readonly FactKind[];

/** A claim that only one node, or one pod, may mount at a time, with the volume by which the pods of a workload share it. */
export interface SingleClaim {
  readonly claim: ClaimFact;
  readonly volume: PodVolume;
  /** Only one pod in the whole cluster. */
  readonly onePod: boolean;
}

function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function claimsOf(model: Model, workload: WorkloadFact, name: string): readonly ClaimFact[] {
  return model.facts('k8s.claim').filter(({ value, file }) => value.name === name && sameNamespace(value.namespace, workload.value.namespace) && inOneDeployment(model, file, workload.file));
}

/** Claims of the workspace that all pods of a workload share although only one node may mount them. Those that a StatefulSet makes for each pod are not shared, and overlays may ask for another mode. */
export function singleClaims(model: Model, workload: WorkloadFact): readonly SingleClaim[] {
  return workload.value.pod.volumes.flatMap((volume): readonly SingleClaim[] => {
    const named = volume.claim === undefined ? [] : claimsOf(model, workload, volume.claim);
    const [claim] = named;
    if (!claim || !named.every(({ value }) => !value.templated && value.accessModes.length > 0 && value.accessModes.every((mode) => /^ReadWriteOnce(?:Pod)?$/.test(mode)))) return [];
    if (isPatched(model, claim, 'PersistentVolumeClaim', (path) => path.startsWith('spec.accessModes'), 'changes')) return [];
    return [{ claim, volume, onePod: claim.value.accessModes.includes('ReadWriteOncePod') }];
  });
}
