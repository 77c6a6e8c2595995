import { isScalar } from 'yaml';
import type { Fix, Rule } from '../../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import { relateReads, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { inOneDeployment, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { items, text } from '../../../syntax/yaml/ask.js';
import { setValue } from '../../../syntax/yaml/edit.js';

const reads = [...relateReads, 'k8s.claim'] as const satisfies readonly FactKind[];

type Claim = Fact<'k8s.claim'>;

function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** A claim that only one node, or one pod, may mount, with the volume by which the pods share it. Claims that a StatefulSet makes for each pod are not shared. */
function singleClaim(model: Model, workload: WorkloadFact): { readonly claim: Claim; readonly volume: WorkloadFact['value']['pod']['volumes'][number] } | undefined {
  for (const volume of workload.value.pod.volumes) {
    if (volume.claim === undefined) continue;
    const named = model.facts('k8s.claim').filter(({ value, file }) => value.name === volume.claim && sameNamespace(value.namespace, workload.value.namespace) && inOneDeployment(model, file, workload.file));
    const [claim] = named;
    // Overlays may ask for another mode.
    if (claim && named.every(({ value }) => !value.templated && value.accessModes.length > 0 && value.accessModes.every((mode) => /^ReadWriteOnce(?:Pod)?$/.test(mode)))) return { claim, volume };
  }
  return undefined;
}

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  const most = scaler.value.max ? scaler.value.max.value : 100;
  const workload = most === undefined || most < 2 ? undefined : scaledWorkload(model, scaler);
  const single = workload && singleClaim(model, workload);
  if (!workload || !single) return;
  const { claim, volume } = single;
  report({
    at: { file: scaler.file, range: scaler.value.target.at },
    say: claim.value.accessModes.includes('ReadWriteOncePod') ? 'pod' : 'node',
    args: { scaler: scaler.value.name ?? '', workload: workload.value.name ?? '', claim: claim.value.name ?? '' },
    also: [{ file: claim.file, range: claim.value.modesAt ?? claim.range, say: 'claim' }, { file: workload.file, range: volume.at, say: 'volume' }],
    data: { ref: refOf(claim) as never },
  });
});

const shareVolume: Fix = {
  key: 'share-volume',
  title: { en: 'Claim ReadWriteMany (the storage class must offer it)', ko: 'ReadWriteMany로 변경(스토리지 클래스가 지원해야 함)' },
  safety: 'review',
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const modes = manifest ? items(manifest.doc, manifest.node('spec', 'accessModes')) : [];
    const [only] = modes;
    return manifest && only && modes.length === 1 && isScalar(only) && text(only)?.startsWith('ReadWriteOnce') ? [setValue(manifest.file, only, 'ReadWriteMany')] : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/rwo-target',
    title: { en: 'Autoscaled pods that share a ReadWriteOnce volume', ko: 'ReadWriteOnce 볼륨을 공유하는 오토스케일 대상' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'storage'],
  },
  messages: {
    node: {
      en: 'Pods that the autoscaler {scaler} adds on other nodes never start: all pods of {workload} mount the claim {claim}, which only one node at a time may mount (ReadWriteOnce).',
      ko: '오토스케일러 {scaler}이(가) 다른 노드에 추가한 파드는 시작되지 못합니다. {workload}의 모든 파드가 한 번에 한 노드에서만 마운트할 수 있는 클레임 {claim}(ReadWriteOnce)을 마운트합니다.',
    },
    pod: {
      en: 'Pods that the autoscaler {scaler} adds never start: all pods of {workload} mount the claim {claim}, which only one pod may mount (ReadWriteOncePod).',
      ko: '오토스케일러 {scaler}이(가) 추가한 파드는 시작되지 못합니다. {workload}의 모든 파드가 파드 하나만 마운트할 수 있는 클레임 {claim}(ReadWriteOncePod)을 마운트합니다.',
    },
    claim: { en: 'The claim asks for a volume of one node.', ko: '한 노드에서만 쓸 수 있는 볼륨을 요청합니다.' },
    volume: { en: 'Every pod mounts it.', ko: '모든 파드가 마운트합니다.' },
  },
  project: checks,
  fixes: [shareVolume],
};
