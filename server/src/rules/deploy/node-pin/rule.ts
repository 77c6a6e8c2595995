import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Range } from '../../../base/text.js';
import type { K8sPod } from '../../../facts/kubernetes/kinds.js';
import { isPatched, relateReads } from '../../../facts/kubernetes/relate.js';
import { speaksForApplication } from '../../../facts/kubernetes/role.js';
import { editedWorkload, isEditable, podPath, workloadData } from '../../../generators/workload-edit.js';
import { entries, pairOf } from '../../../syntax/yaml/ask.js';
import { removeKey } from '../../../syntax/yaml/edit.js';

interface Pin {
  /** The key that binds the pods. */
  readonly key: string;
  readonly node: string;
  /** Whether the key can be taken away without a look at the rest. */
  readonly simple: boolean;
  readonly at: Range;
}

/** Labels that every node has with a value of its own. */
const hostName = /^(?:(?:beta\.)?kubernetes\.io\/hostname|metadata\.name)$/;
/** Labels that somebody gives to machines one by one; the value has to name one as well, because roles and pools are written under such keys too. */
const machineKey = /(?:^|[/_.-])(?:host-?name|node-?name|node-?id|node|host|machine|server)$/i;
const machineName = /^(?!.*(?:pool|group|class|type|tier|generation|^v\d))(?:[a-z][a-z-]*[a-z]-?\d+|ip-\d+(?:-\d+){3}|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)*\.(?:local|internal|lan|compute\.\w+))$/i;

/** What binds the pods to one node; labels that several nodes have, such as zones and pools, do not. */
function pinOf({ nodeName, nodeLabels }: K8sPod): Pin | undefined {
  if (nodeName?.value !== undefined && nodeName.value !== '' && !nodeName.chosen) return { key: 'nodeName', node: nodeName.value, simple: true, at: nodeName.at };
  for (const { key, from, at, chosen } of nodeLabels) {
    // Terms of an affinity are alternatives, so that their nodes add up.
    const values = nodeLabels.filter((label) => label.key === key).flatMap((label): readonly (string | undefined)[] => label.values ?? [undefined]);
    const [node] = values;
    if (chosen || node === undefined || new Set(values).size !== 1) continue;
    if (hostName.test(key) || (machineKey.test(key) && machineName.test(node))) return { key, node, simple: from === 'selector', at };
  }
  return undefined;
}

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const { pod, kind, name, partial } = workload.value;
    const pin = pinOf(pod);
    if (!pin || !speaksForApplication(model, workload)) return;
    if (!partial && isPatched(model, workload, kind, (path) => /^spec\.template\.spec\.(?:nodeName|nodeSelector|affinity)\b/.test(path), 'changes')) return;
    report({ at: { file: workload.file, range: pin.at }, say: pin.key === 'nodeName' ? 'named' : 'label', args: { kind, workload: name ?? '', node: pin.node, ...(pin.key === 'nodeName' ? {} : { key: pin.key }) }, data: { ...workloadData(workload), key: pin.key, simple: pin.simple } });
  },
};

const letSchedule: Fix = {
  key: 'let-schedule',
  title: { en: 'Let the scheduler choose the node', ko: '노드는 스케줄러가 고르도록 변경' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && (finding.data as { readonly simple: boolean }).simple,
  edits(input) {
    const edited = editedWorkload(input);
    const spec = edited?.map(...podPath);
    if (!edited || !spec) return undefined;
    const { file, data } = input.finding;
    const { key } = data as { readonly key: string };
    const selector = pairOf(edited.doc, spec, 'nodeSelector')?.value ?? undefined;
    const selected = entries(edited.doc, selector);
    const edit = key === 'nodeName' ? removeKey(file, edited.text, spec, 'nodeName')
      : !selected.some((entry) => entry.key === key) ? undefined
        : selected.length === 1 ? removeKey(file, edited.text, spec, 'nodeSelector') : removeKey(file, edited.text, selector, key);
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/node-pin',
    title: { en: 'Pods bound to one node', ko: '한 노드에 고정된 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'scheduling'],
  },
  messages: {
    named: {
      en: 'All replicas of {kind} {workload} run on the node {node}: more of them add no safety, and while that node is down or drained none runs.',
      ko: '{kind} {workload}의 모든 레플리카가 노드 {node}에서만 실행됩니다. 레플리카를 늘려도 가용성은 그대로이고, 이 노드가 내려가거나 드레인되는 동안에는 하나도 실행되지 않습니다.',
    },
    label: {
      en: '`{key}` binds all replicas of {kind} {workload} to the node {node}: more of them add no safety, and while that node is down or drained none runs.',
      ko: '`{key}` 때문에 {kind} {workload}의 모든 레플리카가 노드 {node}에서만 실행됩니다. 레플리카를 늘려도 가용성은 그대로이고, 이 노드가 내려가거나 드레인되는 동안에는 하나도 실행되지 않습니다.',
    },
  },
  project: [workloads],
  fixes: [letSchedule],
};
