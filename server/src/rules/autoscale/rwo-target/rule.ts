import type { Rule } from '../../../contract/rule.js';
import { claimReads, singleClaims } from '../../../facts/kubernetes/claims.js';
import { scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { refOf } from '../../../generators/manifest.js';
import { shareVolume } from '../../../generators/claim-mode.js';

const checks = scalerChecks(claimReads, (scaler, { model, report }) => {
  const most = scaler.value.max ? scaler.value.max.value : 100;
  const workload = most === undefined || most < 2 ? undefined : scaledWorkload(model, scaler);
  const [single] = workload ? singleClaims(model, workload) : [];
  if (!workload || !single) return;
  const { claim, volume, onePod } = single;
  report({
    at: { file: scaler.file, range: scaler.value.target.at },
    say: onePod ? 'pod' : 'node',
    args: { scaler: scaler.value.name ?? '', workload: workload.value.name ?? '', claim: claim.value.name ?? '' },
    also: [{ file: claim.file, range: claim.value.modesAt ?? claim.range, say: 'claim' }, { file: workload.file, range: volume.at, say: 'volume' }],
    data: { ref: refOf(claim) as never },
  });
});

export const rule: Rule = {
  meta: {
    id: 'autoscale/rwo-target',
    title: { en: 'Autoscaled pods that share a ReadWriteOnce volume', ko: 'ReadWriteOnce 볼륨을 함께 쓰는 오토스케일링 대상' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'storage'],
  },
  messages: {
    node: {
      en: 'Pods that the autoscaler {scaler} adds on other nodes never start: all pods of {workload} mount the claim {claim}, which only one node at a time may mount (ReadWriteOnce).',
      ko: '오토스케일러 {scaler}이(가) 다른 노드에 추가한 파드는 시작되지 못합니다. {workload}의 모든 파드가 클레임 {claim}을(를) 마운트하는데, 이 클레임은 한 번에 한 노드에서만 마운트할 수 있습니다(ReadWriteOnce).',
    },
    pod: {
      en: 'Pods that the autoscaler {scaler} adds never start: all pods of {workload} mount the claim {claim}, which only one pod may mount (ReadWriteOncePod).',
      ko: '오토스케일러 {scaler}이(가) 추가한 파드는 시작되지 못합니다. {workload}의 모든 파드가 클레임 {claim}을(를) 마운트하는데, 이 클레임은 파드 하나만 마운트할 수 있습니다(ReadWriteOncePod).',
    },
    claim: { en: 'The claim asks for a volume of one node.', ko: '이 클레임은 한 노드에서만 쓸 수 있는 볼륨을 요청합니다.' },
    volume: { en: 'Every pod mounts it.', ko: '모든 파드가 이 볼륨을 마운트합니다.' },
  },
  project: checks,
  fixes: [shareVolume],
};
