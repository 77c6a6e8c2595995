import { basename, dirname } from '../base/paths.js';
import { lineEnding } from '../base/text.js';
import type { Edit } from '../contract/rule.js';
import type { Locale, Localized } from '../contract/words.js';
import type { Model } from '../contract/workspace.js';
import { workloadsRunning } from '../facts/join.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import { below, text as scalarText } from '../syntax/yaml/ask.js';
import { addEntries, addValue, mapAt } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';
import { kustomizationEdits } from './kustomization.js';

/** An environment variable that a container shall get. A secret has no value here: it is never copied from where it stood. */
export type EnvironmentEntry =
  | { readonly from: 'configMap'; readonly variable: string; readonly value: string }
  | { readonly from: 'secret'; readonly variable: string };

export interface EnvironmentInput {
  readonly model: Model;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  /** Language of the comments that are written. */
  readonly locale: Locale;
}

const comments: Readonly<Record<EnvironmentEntry['from'], Localized>> = {
  configMap: { en: 'Set the values for the cluster: what stands here came from the application.', ko: '여기 적힌 값은 애플리케이션에 있던 값입니다. 클러스터에 맞게 바꾸세요.' },
  secret: { en: 'Fill the values in the cluster or through a secret manager; do not commit them.', ko: '값은 클러스터나 시크릿 관리 도구에서 채우고, 저장소에는 커밋하지 마세요.' },
};
const kinds = { configMap: 'ConfigMap', secret: 'Secret' } as const;
const blocks = { configMap: 'data', secret: 'stringData' } as const;
const references = { configMap: 'configMapKeyRef', secret: 'secretKeyRef' } as const;

/**
 * Lets the workloads that run the code at `place` take variables from a ConfigMap or a Secret: an entry in `env` of the
 * main container, and the key in the manifest that holds it, which is made beside the workload when it is missing. No
 * edits when no manifest of the workspace runs that code, or when it has the variables already.
 */
export function environmentEdits(input: EnvironmentInput, place: { readonly file: string; readonly module: string }, entries: readonly EnvironmentEntry[]): readonly Edit[] {
  return workloadsRunning(input.model, place).flatMap((workload) => workloadEdits(input, workload, entries));
}

function workloadEdits(input: EnvironmentInput, workload: WorkloadFact, entries: readonly EnvironmentEntry[]): readonly Edit[] {
  const container = mainContainer(workload);
  const missing = entries.filter(({ variable }) => !container?.env.includes(variable));
  const name = workload.value.name;
  if (!container || name === undefined || missing.length === 0) return [];
  const listed = [listEdit(input, workload, container, name, missing)];
  const held = (['configMap', 'secret'] as const).map((from) => holderEdits(input, workload, name, from, missing.filter((entry) => entry.from === from)));
  const edits = [...listed, ...held.flat()];
  return edits.every((edit) => edit !== undefined) ? edits : [];
}

/** Names of what holds the variables of a workload. */
function holderName(workload: string, from: EnvironmentEntry['from']): string {
  return `${workload}-${from === 'secret' ? 'secret' : 'config'}`;
}

/** Lines that refer to a variable in `env`. */
function referenceLines(workload: string, { from, variable }: Pick<EnvironmentEntry, 'from' | 'variable'>): readonly string[] {
  return ['valueFrom:', `  ${references[from]}:`, `    name: ${holderName(workload, from)}`, `    key: ${variable}`];
}

function listEdit(input: EnvironmentInput, workload: WorkloadFact, container: K8sContainer, name: string, entries: readonly EnvironmentEntry[]): Edit | undefined {
  const text = input.text(workload.file);
  const { where, containers } = workload.value;
  const doc = text === undefined ? undefined : readStream(text).documents[where.document]?.doc;
  const index = containers.filter(({ role }) => role === 'app').indexOf(container);
  const map = doc && mapAt(doc, [...where.path, 'spec', 'template', 'spec', 'containers', index]);
  if (text === undefined || !map) return undefined;
  const added = entries.map((entry) => [`name: ${entry.variable}`, ...referenceLines(name, entry)]);
  return addEntries(workload.file, text, map, 'env', added, ['name', 'image', 'imagePullPolicy', 'command', 'args', 'workingDir', 'ports', 'envFrom']);
}

/** Keys added to the ConfigMap or Secret of the workload, wherever it stands; a new manifest when there is none. */
function holderEdits(input: EnvironmentInput, workload: WorkloadFact, name: string, from: EnvironmentEntry['from'], entries: readonly EnvironmentEntry[]): readonly (Edit | undefined)[] {
  if (entries.length === 0) return [];
  const holder = holderName(name, from);
  const created = `${dirname(workload.file) === '' ? '' : `${dirname(workload.file)}/`}${holder}.yaml`;
  for (const file of [created, workload.file]) {
    const text = input.text(file);
    const documents = text === undefined ? [] : readStream(text).documents;
    const found = documents.find(({ doc }) => scalarText(below(doc, doc.contents ?? undefined, 'kind')) === kinds[from] && scalarText(below(doc, doc.contents ?? undefined, 'metadata', 'name')) === holder);
    if (text === undefined || !found) continue;
    // Without the block, every key would bring one of its own.
    return below(found.doc, found.doc.contents ?? undefined, blocks[from]) || entries.length === 1 ? entries.flatMap((entry) => keyEdit(file, text, found.doc, entry)) : [undefined];
  }
  if (input.text(created) !== undefined) return [undefined];
  const text = manifest(input, workload, holder, from, entries);
  return [{ do: 'create', path: created, text, ifExists: 'refuse' }, ...kustomizationEdits({ ...input, workload, text: (path) => input.text(path) }, basename(created))];
}

type YamlDocumentTree = Parameters<typeof mapAt>[0];

function keyEdit(file: string, text: string, doc: YamlDocumentTree, entry: EnvironmentEntry): readonly (Edit | undefined)[] {
  const held = [blocks[entry.from], 'data'].some((block) => below(doc, doc.contents ?? undefined, block, entry.variable));
  return held ? [] : [addValue(file, text, mapAt(doc, []), [blocks[entry.from], entry.variable], { text: valueOf(entry) })];
}

function valueOf(entry: EnvironmentEntry): string {
  return entry.from === 'secret' ? '""' : JSON.stringify(entry.value);
}

function manifest({ locale, text }: EnvironmentInput, workload: WorkloadFact, holder: string, from: EnvironmentEntry['from'], entries: readonly EnvironmentEntry[]): string {
  const { namespace } = workload.value;
  const lines = [
    `# ${comments[from][locale]}`, 'apiVersion: v1', `kind: ${kinds[from]}`, 'metadata:', `  name: ${holder}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    `${blocks[from]}:`, ...entries.map((entry) => `  ${entry.variable}: ${valueOf(entry)}`),
  ];
  const eol = lineEnding(text(workload.file) ?? '');
  return `${lines.join(eol)}${eol}`;
}

/** Literal values of a workload's `env`, by their places, replaced with references to its Secret, which is written without them. */
export function literalEdits(input: EnvironmentInput, workload: WorkloadFact, places: readonly LiteralPlace[]): readonly Edit[] | undefined {
  const text = input.text(workload.file);
  const name = workload.value.name;
  if (text === undefined || name === undefined) return undefined;
  const entries = [...new Set(places.map(({ variable }) => variable))].map((variable): EnvironmentEntry => ({ from: 'secret', variable }));
  const edits = [...places.map((place) => valueToReference(workload.file, text, name, place)), ...holderEdits(input, workload, name, 'secret', entries)];
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** The value of an `env` entry. */
export interface LiteralPlace {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** `value: …` gives way to `valueFrom`: alone on its line, indented alike, and between braces in their notation. */
function valueToReference(file: string, text: string, workload: string, { start, end, variable }: LiteralPlace): Edit | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  const behind = text.slice(end).split(/\r?\n/, 1)[0] ?? '';
  const key = /\{.*[{,\s]value:[ \t]*$/.exec(before) && /^[ \t]*[,}]/.test(behind) ? before.lastIndexOf('value:') : -1;
  if (key >= 0) return { do: 'replace', file, span: { start: lineStart + key, end }, text: `valueFrom: { ${references.secret}: { name: ${holderName(workload, 'secret')}, key: ${variable} } }` };
  const lead = /^([ \t]*(?:- )?)value:[ \t]*$/.exec(before)?.[1];
  if (lead === undefined || !/^[ \t]*(?:#.*)?$/.test(behind)) return undefined;
  const indent = ' '.repeat(lead.length);
  const lines = referenceLines(workload, { from: 'secret', variable });
  return { do: 'replace', file, span: { start: lineStart + lead.length, end }, text: lines.map((line, at) => (at === 0 ? line : indent + line)).join(lineEnding(text)) };
}
