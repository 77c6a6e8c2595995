import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { lineEnding } from '../../../base/text.js';
import type { Severity } from '../../../contract/finding.js';
import type { PodVolume } from '../../../facts/kubernetes/kinds.js';
import { isPatched, relateReads, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { speaksForApplication } from '../../../facts/kubernetes/role.js';
import { claimLines } from '../../../generators/shared-volume.js';
import { editedWorkload, isEditable, podPath, workloadData } from '../../../generators/workload-edit.js';
import { applied, difference } from '../../../syntax/difference.js';
import { below, items, pairOf, text as scalarText } from '../../../syntax/yaml/ask.js';
import { replaceKey } from '../../../syntax/yaml/edit.js';

/** The same on all nodes, whoever set them up. */
const everywhere = /^\/(?:dev\/log|etc\/(?:localtime|timezone|machine-id|ssl|pki|ca-certificates)|usr\/(?:local\/)?share\/(?:zoneinfo|ca-certificates))(?:\/|$)/;
/** Sockets and states of what runs on the node itself. */
const ofNode = /^\/(?:var\/)?run(?:\/|$)|\.sock$/;
const logs = /(?:^|[/_.-])logs?(?:[/_.-]|$)/i;

type Say = 'writes' | 'bound' | 'logs' | 'node' | 'reads';

/** What the pods do with a folder of their node; `undefined` where it does not matter which node that is. */
function useOf({ value }: WorkloadFact, volume: PodVolume): Say | undefined {
  const mounts = value.containers.flatMap((container) => container.mounts).filter(({ name }) => name !== undefined && name === volume.name);
  if (mounts.length === 0 && !value.partial) return undefined;
  const path = volume.path?.replace(/(?<=.)\/+$/, '') ?? '';
  if (everywhere.test(path)) return undefined;
  if (ofNode.test(path)) return 'node';
  if (mounts.length > 0 && mounts.every(({ readOnly }) => readOnly)) return 'reads';
  if (logs.test(path) || mounts.some((mount) => logs.test(mount.path ?? ''))) return 'logs';
  const bound = value.pod.nodeName?.value !== undefined || value.pod.nodeLabels.some(({ key, values }) => /\/hostname$/.test(key) && values?.length === 1);
  return bound ? 'bound' : 'writes';
}

const severities: Readonly<Partial<Record<Say, Severity>>> = { writes: 'error' };

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    const { pod, kind, name, partial } = workload.value;
    if (!pod.volumes.some((volume) => volume.kind === 'hostPath') || !speaksForApplication(model, workload)) return;
    if (!partial && isPatched(model, workload, kind, (path) => path.startsWith('spec.template.spec.volumes'), 'changes')) return;
    for (const volume of pod.volumes) {
      const say = volume.kind === 'hostPath' && !volume.chosen && volume.path !== undefined ? useOf(workload, volume) : undefined;
      if (!say) continue;
      report({
        at: { file: workload.file, range: volume.at },
        say,
        args: { kind, workload: name ?? '', path: volume.path ?? '' },
        ...(severities[say] ? { severity: severities[say] } : {}),
        data: { ...workloadData(workload), volume: volume.name ?? '', claimable: (say === 'writes' || say === 'bound') && workload.value.where.path.length === 0 && !/\.\w+$/.test(volume.path ?? '') },
      });
    }
  },
};

interface Data {
  readonly volume: string;
  readonly claimable: boolean;
}

/** Not safe: the files that lie on the node now have to be copied by hand. */
const shareFolder: Fix = {
  key: 'shared-claim',
  title: { en: 'Keep the folder in a ReadWriteMany claim that all replicas mount', ko: '모든 레플리카가 마운트하는 ReadWriteMany 클레임으로 옮기기' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && (finding.data as unknown as Data).claimable,
  edits(input) {
    const edited = editedWorkload(input);
    const { volume } = input.finding.data as unknown as Data;
    if (!edited) return undefined;
    const { workload, text, doc } = edited;
    const claim = `${workload.value.name ?? ''}-${volume}`;
    const map = items(doc, pairOf(doc, edited.map(...podPath), 'volumes')?.value ?? undefined).find((item) => scalarText(below(doc, item, 'name')) === volume);
    const file = scalarText(below(doc, map, 'hostPath', 'type'));
    const edit = replaceKey(workload.file, text, map, 'hostPath', ['persistentVolumeClaim', 'claimName'], { text: claim });
    if (!edit || workload.value.name === undefined || text.includes(`name: ${claim}\n`) || (file !== undefined && !file.startsWith('Directory') && file !== '')) return undefined;
    const eol = lineEnding(text);
    return difference(workload.file, text, `${applied(text, edit).replace(/\s*$/, '')}${eol}${claimLines(workload, claim, input.locale).join(eol)}${eol}`);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/host-path',
    title: { en: 'Pods that use a folder of their node', ko: '노드의 폴더를 사용하는 파드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'storage'],
  },
  messages: {
    writes: {
      en: 'The pods of {kind} {workload} keep files in {path} of whatever node they run on: replicas on other nodes do not see them, and a pod that moves to another node starts without them.',
      ko: '{kind} {workload}의 파드가 실행 중인 노드의 {path}에 파일을 저장합니다. 다른 노드의 레플리카는 이 파일을 볼 수 없고, 파드가 다른 노드로 옮겨 가면 파일 없이 시작합니다.',
    },
    bound: {
      en: 'The files of {kind} {workload} lie in {path} of the one node its pods are bound to: no replica can run elsewhere, and when that node is lost the files are too.',
      ko: '{kind} {workload}의 파일이 파드가 고정된 노드 하나의 {path}에만 있습니다. 다른 노드에서는 레플리카를 실행할 수 없고, 이 노드를 잃으면 파일도 함께 잃습니다.',
    },
    logs: {
      en: 'The pods of {kind} {workload} write logs to {path} of their node: replicas on one node write to the same files, and what they wrote stays behind when they move to another.',
      ko: '{kind} {workload}의 파드가 노드의 {path}에 로그를 남깁니다. 같은 노드의 레플리카끼리 같은 파일에 쓰게 되고, 파드가 다른 노드로 옮겨 가면 로그는 이전 노드에 남습니다.',
    },
    node: {
      en: 'The pods of {kind} {workload} reach into their node at {path}: each replica works with what its own node has there, so that the answer depends on where it runs.',
      ko: '{kind} {workload}의 파드가 노드의 {path}에 직접 접근합니다. 레플리카마다 자기 노드에 있는 것만 다루므로 어느 노드에서 실행되는지에 따라 결과가 달라집니다.',
    },
    reads: {
      en: 'The pods of {kind} {workload} read {path} of their node: a replica on a node without these files, or with other versions of them, fails or behaves differently.',
      ko: '{kind} {workload}의 파드가 노드의 {path}을(를) 읽습니다. 이 파일이 없거나 버전이 다른 노드에 뜬 레플리카는 실패하거나 다르게 동작합니다.',
    },
  },
  project: [workloads],
  fixes: [shareFolder],
};
