import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { isPatched, relateReads } from '../../../facts/kubernetes/relate.js';
import { speaksForApplication } from '../../../facts/kubernetes/role.js';
import { editedWorkload, isEditable, podPath, workloadData } from '../../../generators/workload-edit.js';
import { items, pairOf } from '../../../syntax/yaml/ask.js';
import { removeKey } from '../../../syntax/yaml/edit.js';

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const { pod, kind, name, containers, partial } = workload.value;
    // With the node's own network every port is one of the node, which is told of there.
    if (pod.hostNetwork?.value === true || !speaksForApplication(model, workload)) return;
    if (!partial && isPatched(model, workload, kind, (path) => path === 'spec.template.spec.containers.ports.hostPort' || path === 'spec.template.spec.containers.ports', 'changes')) return;
    for (const { hostPort } of containers.flatMap(({ ports }) => ports)) {
      if (!hostPort?.value || hostPort.chosen) continue;
      report({ at: { file: workload.file, range: hostPort.at }, say: 'taken', args: { kind, workload: name ?? '', port: hostPort.value }, data: { ...workloadData(workload), at: hostPort.at.start } });
    }
  },
};

const removeHostPort: Fix = {
  key: 'remove-host-port',
  title: { en: 'Remove `hostPort`: a Service leads to the pods', ko: '`hostPort` 제거(파드에는 Service로 연결)' },
  safety: 'review',
  applies: isEditable,
  edits(input) {
    const edited = editedWorkload(input);
    if (!edited) return undefined;
    const { at } = input.finding.data as { readonly at: number };
    const maps = ['containers', 'initContainers'].flatMap((list) => items(edited.doc, pairOf(edited.doc, edited.map(...podPath), list)?.value ?? undefined))
      .flatMap((container) => items(edited.doc, pairOf(edited.doc, container, 'ports')?.value ?? undefined));
    const port = maps.find((map) => pairOf(edited.doc, map, 'hostPort')?.key.range[0] === at);
    const edit = removeKey(input.finding.file, edited.text, port, 'hostPort');
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/host-port',
    title: { en: 'Pods that take a port of their node', ko: '노드의 포트를 차지하는 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'network'],
  },
  messages: {
    taken: {
      en: 'Each pod of {kind} {workload} takes port {port} of its node: a second replica fits only on another node and stays Pending when there is none, also while a new version is rolled out.',
      ko: '{kind} {workload}의 파드는 저마다 노드의 {port}번 포트를 차지합니다. 두 번째 레플리카는 다른 노드에만 뜰 수 있고, 남는 노드가 없으면 새 버전을 배포할 때도 Pending 상태로 남습니다.',
    },
  },
  project: [workloads],
  fixes: [removeHostPort],
};
