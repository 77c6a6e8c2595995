import { lineEnding } from '../base/text.js';
import type { Edit } from '../contract/rule.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Model } from '../contract/workspace.js';
import { workloadsRunning } from '../facts/join.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { applied, difference } from '../syntax/difference.js';
import { below, items, text as scalarText } from '../syntax/yaml/ask.js';
import { addItem, mapAt } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

/** A folder that all replicas of a workload shall share. */
export interface SharedFolder {
  /** Absolute path in the container. */
  readonly directory: string;
  /** Name of the volume and ending of the claim's name: `uploads`. */
  readonly name: string;
  /** Environment variable that tells the program of the folder; `undefined` when it knows it. */
  readonly variable?: string | undefined;
}

const comments = {
  claim: {
    en: 'One folder for all replicas: the storage class must offer ReadWriteMany (NFS, CephFS, EFS, Azure Files). Size and class are to be adjusted.',
    ko: '모든 레플리카가 함께 쓰는 폴더입니다. ReadWriteMany를 지원하는 스토리지 클래스(NFS, CephFS, EFS, Azure Files 등)가 필요하며, 크기와 클래스는 환경에 맞게 조정하세요.',
  },
} as const satisfies Record<string, Localized>;

/** The one workload of the workspace that runs the code of a file; `undefined` when there is none or several do. */
export function workloadOf(model: Model, place: { readonly file: string; readonly module: string }): WorkloadFact | undefined {
  const [only, ...others] = workloadsRunning(model, place).filter(({ value }) => !value.partial && !value.templated);
  return others.length === 0 ? only : undefined;
}

/** Offsets go out of date with every step, so each one looks at the text anew. */
function step(text: string | undefined, { where }: WorkloadFact['value'], edit: (doc: ReturnType<typeof readStream>['documents'][number]['doc'], path: readonly (string | number)[], text: string) => Edit | undefined): string | undefined {
  if (text === undefined) return undefined;
  const doc = readStream(text).documents[where.document]?.doc;
  const change = doc && edit(doc, [...where.path, 'spec', 'template', 'spec'], text);
  return change && applied(text, change);
}

function namesIn(doc: Parameters<typeof below>[0], path: readonly (string | number)[], list: string): readonly string[] {
  return items(doc, below(doc, doc.contents ?? undefined, ...path, list)).map((item) => scalarText(below(doc, item, 'name')) ?? '');
}

/** A claim that all pods of a workload may mount at once, as a document behind others. */
export function claimLines(workload: WorkloadFact, claim: string, locale: Locale): readonly string[] {
  const { namespace } = workload.value;
  return [
    '---', `# ${say(comments.claim, locale)}`, 'apiVersion: v1', 'kind: PersistentVolumeClaim', 'metadata:', `  name: ${claim}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    'spec:', '  accessModes:', '    - ReadWriteMany', '  resources:', '    requests:', '      storage: 10Gi',
  ];
}

/**
 * Mounts a claim that all replicas share at a folder of the workload's main container, and writes the claim behind the
 * workload in the same file, so that both are applied together. `undefined` when the manifest cannot take it.
 */
export function sharedFolderEdits(workload: WorkloadFact, { directory, name, variable }: SharedFolder, text: string | undefined, locale: Locale): readonly Edit[] | undefined {
  const { file, value } = workload;
  const main = mainContainer(workload);
  const index = value.containers.filter(({ role }) => role === 'app').findIndex((container) => container === main);
  const claim = `${value.name ?? ''}-${name}`;
  if (text === undefined || index < 0 || value.name === undefined || text.includes(`name: ${claim}`)) return undefined;
  let next = step(text, value, (doc, path, now) => (namesIn(doc, path, 'volumes').includes(name) ? undefined
    : addItem(file, now, mapAt(doc, path), 'volumes', [`name: ${name}`, 'persistentVolumeClaim:', `  claimName: ${claim}`])));
  next = step(next, value, (doc, path, now) => addItem(file, now, mapAt(doc, [...path, 'containers', index]), 'volumeMounts', [`name: ${name}`, `mountPath: ${directory}`]));
  if (variable !== undefined && !main?.env.includes(variable)) {
    next = step(next, value, (doc, path, now) => addItem(file, now, mapAt(doc, [...path, 'containers', index]), 'env', [`name: ${variable}`, `value: ${directory}`]));
  }
  if (next === undefined) return undefined;
  const eol = lineEnding(text);
  return difference(file, text, `${next.replace(/\s*$/, '')}${eol}${claimLines(workload, claim, locale).join(eol)}${eol}`);
}
