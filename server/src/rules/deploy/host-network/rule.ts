import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { isPatched, relateReads } from '../../../facts/kubernetes/relate.js';
import { speaksForApplication } from '../../../facts/kubernetes/role.js';
import { editedWorkload, isEditable, podPath, workloadData } from '../../../generators/workload-edit.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { removeKeys } from '../../../syntax/yaml/edit.js';

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const { pod: { hostNetwork }, kind, name } = workload.value;
    if (hostNetwork?.value !== true || hostNetwork.chosen || !speaksForApplication(model, workload)) return;
    if (!workload.value.partial && isPatched(model, workload, kind, (path) => path === 'spec.template.spec.hostNetwork', 'changes')) return;
    report({ at: { file: workload.file, range: hostNetwork.at }, say: 'shared', args: { kind, workload: name ?? '' }, data: workloadData(workload) });
  },
};

/** The name servers of the cluster are those of the pod's own network, so the setting beside it goes as well. */
const removeHostNetwork: Fix = {
  key: 'remove-host-network',
  title: { en: 'Give the pods a network of their own', ko: '파드가 자체 네트워크를 쓰도록 변경' },
  safety: 'review',
  applies: isEditable,
  edits(input) {
    const edited = editedWorkload(input);
    const spec = edited?.map(...podPath);
    if (!edited || !spec) return undefined;
    const beside = pairOf(edited.doc, spec, 'dnsPolicy')?.value?.toString() === 'ClusterFirstWithHostNet' ? ['dnsPolicy'] : [];
    return removeKeys(input.finding.file, edited.text, spec, ['hostNetwork', ...beside]);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/host-network',
    title: { en: 'Pods on the network of their node', ko: '노드의 네트워크를 그대로 쓰는 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'network'],
  },
  messages: {
    shared: {
      en: 'The pods of {kind} {workload} use the network of their node: a second replica on the same node finds the port taken and does not start, so there can be no more replicas than nodes.',
      ko: '{kind} {workload}의 파드가 노드의 네트워크를 그대로 씁니다. 같은 노드에 뜬 두 번째 레플리카는 포트가 이미 사용 중이라 시작하지 못하므로, 레플리카를 노드 수보다 많이 띄울 수 없습니다.',
    },
  },
  project: [workloads],
  fixes: [removeHostNetwork],
};
