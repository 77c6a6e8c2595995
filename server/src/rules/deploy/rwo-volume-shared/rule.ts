import type { ProjectCheck, Rule } from '../../../contract/rule.js';
import { availabilityReads, replicasOf } from '../../../facts/kubernetes/availability.js';
import { claimReads, singleClaims } from '../../../facts/kubernetes/claims.js';
import type { K8sPod } from '../../../facts/kubernetes/kinds.js';
import { speaksForApplication } from '../../../facts/kubernetes/role.js';
import { shareVolume } from '../../../generators/claim-mode.js';
import { refOf } from '../../../generators/manifest.js';

/** Pods that all run on one node may share what that node has mounted. */
function runsOnOneNode({ nodeName, nodeLabels }: K8sPod): boolean {
  return nodeName?.value !== undefined || nodeLabels.some(({ key, values }) => /(?:^|\/)hostname$/.test(key) && values?.length === 1);
}

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...claimReads, ...availabilityReads],
  check(workload, { model, report }) {
    const { pod, kind, name, partial, templated } = workload.value;
    if (partial || templated || !speaksForApplication(model, workload)) return;
    const replicas = replicasOf(model, workload);
    // What an autoscaler adds is told of at the autoscaler.
    if (!replicas || replicas.scaled || replicas.most < 2) return;
    for (const { claim, volume, onePod } of singleClaims(model, workload)) {
      if (!onePod && runsOnOneNode(pod)) continue;
      report({
        at: { file: workload.file, range: volume.at },
        say: onePod ? 'pod' : 'node',
        args: { kind, workload: name ?? '', replicas: replicas.most, claim: claim.value.name ?? '' },
        also: [{ file: claim.file, range: claim.value.modesAt ?? claim.range, say: 'claim' }],
        data: { ref: refOf(claim) as never },
      });
    }
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/rwo-volume-shared',
    title: { en: 'Replicas that share a ReadWriteOnce volume', ko: '레플리카가 함께 쓰는 ReadWriteOnce 볼륨' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'storage'],
  },
  messages: {
    node: {
      en: 'The {replicas} replicas of {kind} {workload} mount the claim {claim}, which only one node at a time may mount (ReadWriteOnce): a replica on another node never starts.',
      ko: '{kind} {workload}의 레플리카 {replicas}개가 클레임 {claim}을(를) 함께 마운트하지만, 이 클레임은 한 번에 한 노드에서만 마운트할 수 있습니다(ReadWriteOnce). 다른 노드에 뜬 레플리카는 시작되지 못합니다.',
    },
    pod: {
      en: 'The {replicas} replicas of {kind} {workload} mount the claim {claim}, which only one pod may mount (ReadWriteOncePod): all others never start.',
      ko: '{kind} {workload}의 레플리카 {replicas}개가 클레임 {claim}을(를) 함께 마운트하지만, 이 클레임은 파드 하나만 마운트할 수 있습니다(ReadWriteOncePod). 나머지 레플리카는 시작되지 못합니다.',
    },
    claim: { en: 'The mode of the claim. For ReadWriteMany the storage class must offer it: NFS, CephFS, EFS, Filestore or Azure Files do, block disks do not.', ko: '클레임의 접근 모드입니다. ReadWriteMany는 스토리지 클래스가 지원해야 합니다. NFS, CephFS, EFS, Filestore, Azure Files는 지원하고 블록 디스크는 지원하지 않습니다.' },
  },
  project: [workloads],
  fixes: [shareVolume],
};
