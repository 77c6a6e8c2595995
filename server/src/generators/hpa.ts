import { basename, isInside } from '../base/paths.js';
import { lineEnding } from '../base/text.js';
import type { Finding } from '../contract/finding.js';
import type { Edit } from '../contract/rule.js';
import { say, type Args, type Locale, type Localized } from '../contract/words.js';
import type { Model } from '../contract/workspace.js';
import { roomFor, runningAs } from '../facts/database/demand.js';
import { blockersOf, firstToFix } from '../facts/blockers.js';
import { joinPhrases, joinWorkload } from '../facts/join.js';
import { copiesOf, resizersOf, scalersNaming, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { withoutRequest } from '../facts/kubernetes/requests.js';
import { isCompanion } from '../facts/kubernetes/companion.js';
import { minorVersion } from '../facts/kubernetes/version.js';
import { countedContainers, isStatelessWeb, mainContainer } from '../facts/kubernetes/role.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import { addValue, mapAt, removeKey, type NewValue } from '../syntax/yaml/edit.js';
import { pairOf } from '../syntax/yaml/ask.js';
import { readStream } from '../syntax/yaml/stream.js';
import { comments, notes as words } from './hpa-words.js';
import { companionEdits } from './availability.js';
import { kustomizationEdits, pathBeside } from './kustomization.js';
import { behaviorData, blockerLines, boundsData, metricsData } from './hpa-object.js';
import { keptLabels } from './labels.js';
import { yamlText, type DataMap } from './manifest-data.js';

export interface HpaInput {
  readonly model: Model;
  readonly workload: WorkloadFact;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  /** Language of the comments in the file. */
  readonly locale: Locale;
}

/** A line of the preview. */
export interface GeneratorNote {
  readonly text: Localized;
  readonly args: Args;
}

export interface GeneratedHpa {
  readonly edits: readonly Edit[];
  readonly notes: readonly GeneratorNote[];
}

/** CPU request put where there is none, until someone measures. */
export const placeholderRequest = { app: '250m', companion: '50m' } as const;
const listedBlockers = 20;

/** Workloads at or below a path that an HPA would serve: stateless, answering requests, not scaled yet, each once. */
export function hpaCandidates(model: Model, under: string): readonly WorkloadFact[] {
  return model.facts('k8s.workload').filter((workload) => isInside(workload.file, under) && needsAutoscaler(model, workload));
}

/** Whether nothing scales this stateless web workload, and no better copy of it stands elsewhere. */
export function needsAutoscaler(model: Model, workload: WorkloadFact): boolean {
  if (!isStatelessWeb(model, workload) || copiesOf(model, workload)[0] !== workload) return false;
  return scalersNaming(model, workload).length === 0 && resizersOf(model, workload).length === 0;
}

/**
 * The HPA for a workload, with what it needs to work: requests where the measured containers have none, `replicas`
 * removed, a spread over nodes and a disruption budget where the replicas lack them, entries in the kustomization. Open errors in the code do not keep it from being written; they are listed in
 * the notes and in the file. `undefined` when the manifest cannot be edited.
 */
export function generateHpa(input: HpaInput): GeneratedHpa | undefined {
  const { workload, model } = input;
  const name = workload.value.name;
  if (name === undefined || workload.value.templated || workload.value.partial) return undefined;
  const blockers = blockerNotes(input);
  const manifest = manifestEdits(input);
  if (!manifest) return undefined;
  const path = pathBeside(input, `${name}-hpa`);
  const eol = lineEnding(input.text(workload.file) ?? '');
  const companions = companionEdits(input);
  const copies = copiesOf(model, workload).filter((copy) => copy !== workload).map(({ file }) => file);
  return {
    edits: [
      { do: 'create', path, text: hpaText(input, name).replaceAll('\n', eol), ifExists: 'propose' },
      ...manifest.edits,
      ...kustomizationEdits(input, basename(path)),
      ...companions,
    ],
    notes: [...blockers, ...manifest.notes, ...(companions.length > 0 ? [{ text: words.companions, args: { name } }] : []), ...(copies.length > 0 ? [{ text: words.copies, args: { name, files: copies.join(', ') } }] : [])],
  };
}

/** HPAs for several workloads as one change: edits of a file they share are given against the same text. */
export function generateHpas(inputs: Omit<HpaInput, 'workload'>, workloads: readonly WorkloadFact[]): GeneratedHpa {
  const edits: Edit[] = [];
  const notes: GeneratorNote[] = [];
  const created = (path: string): boolean => edits.some((edit) => edit.do === 'create' && edit.path === path);
  for (const workload of workloads) {
    const one = generateHpa({ ...inputs, workload, text: (path) => (created(path) ? '' : inputs.text(path)) });
    edits.push(...(one?.edits ?? []));
    notes.push(...(one?.notes ?? []));
  }
  return { edits, notes };
}

/** The containers that the metric looks at, and how. */
function measured({ model, workload }: HpaInput): { readonly single: K8sContainer | undefined; readonly all: readonly K8sContainer[] } {
  const all = countedContainers(workload);
  const main = mainContainer(workload);
  const supported = minorVersion(model.settings) >= 30;
  return all.length > 1 && supported && main?.name !== undefined ? { single: main, all: [main] } : { single: undefined, all };
}

function blockerNotes({ model, workload }: HpaInput): readonly GeneratorNote[] {
  const name = workload.value.name ?? '';
  const found = joinWorkload(model, workload);
  if (!found) return [{ text: words.unjoined, args: { name } }];
  const blockers = blockersOf(model, found, workload);
  if (blockers.length === 0) return [];
  const how = joinPhrases[found.how];
  const summary = {
    text: { en: words.blocked.en.replace('{how}', how.en), ko: words.blocked.ko.replace('{how}', how.ko) },
    args: { ...found.args, count: blockers.length },
  };
  return [summary, ...firstToFix(blockers).slice(0, listedBlockers).map(({ file, range, rule }) => ({ text: words.blocker, args: { file, line: range.startLine, rule } }))];
}

function manifestEdits(input: HpaInput): GeneratedHpa | undefined {
  const { workload, model, locale } = input;
  const text = input.text(workload.file);
  const doc = text === undefined ? undefined : readStream(text).documents[workload.value.where.document]?.doc;
  const spec = doc && mapAt(doc, [...workload.value.where.path, 'spec']);
  if (text === undefined || !doc || !spec) return undefined;
  const edits: Edit[] = [];
  const notes: GeneratorNote[] = [];
  const wanted = measured(input).all;
  for (const container of withoutRequest(model, workload, 'cpu').filter((each) => wanted.includes(each))) {
    const value = requestFor(container, locale);
    const edit = requestEdit(workload, container, text, value);
    if (edit) edits.push(edit);
    notes.push({ text: edit ? words.request : words.requestByHand, args: { container: container.name ?? '', value: value.text } });
  }
  const removal = pairOf(doc, spec, 'replicas') && removeKey(workload.file, text, spec, 'replicas');
  if (removal) edits.push(removal);
  if (removal && (workload.value.replicas?.value ?? 1) > 1) notes.push({ text: words.replicas, args: { count: workload.value.replicas?.value ?? 1 } });
  return { edits, notes };
}

/** The placeholder for a container, marked as such. */
export function requestFor(container: K8sContainer, locale: Locale): NewValue {
  return { text: container.role === 'sidecar' || isCompanion(container) ? placeholderRequest.companion : placeholderRequest.app, comment: comments.request[locale] };
}

/** Adds a CPU request to one container of a workload; `undefined` when it has one or cannot be edited. */
export function requestEdit(workload: WorkloadFact, container: K8sContainer, text: string, value: NewValue, resource: 'cpu' | 'memory' = 'cpu'): Edit | undefined {
  const { where, containers } = workload.value;
  const doc = readStream(text).documents[where.document]?.doc;
  const list = container.role === 'app' ? 'containers' : 'initContainers';
  const index = containers.filter(({ role }) => (role === 'app') === (container.role === 'app')).indexOf(container);
  const map = doc && mapAt(doc, [...where.path, 'spec', 'template', 'spec', list, index]);
  return addValue(workload.file, text, map, ['resources', 'requests', resource], value, ['name', 'image']);
}

function hpaText(input: HpaInput, name: string): string {
  const { workload, locale } = input;
  const { kind, namespace, apiVersion, labels } = workload.value;
  const { single, all } = measured(input);
  const tell = (text: Localized, args?: Args): string => say(text, locale, args);
  const shown = keptLabels(labels);
  const object: DataMap = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace, labels: Object.keys(shown).length === 0 ? undefined : shown },
    spec: {
      scaleTargetRef: { apiVersion: kind === 'Deployment' ? 'apps/v1' : apiVersion ?? 'apps/v1', kind, name },
      ...boundsData(tell, workload.value.replicas?.value ?? 1, roomFor(input.model, runningAs(input.model, workload))),
      metrics: metricsData(tell, { single: single?.name, sidecars: all.length > 1 }),
      behavior: behaviorData(tell),
    },
  };
  const head = [tell(comments.head, { kind, name }), ...blockerLines(tell, blockersIn(input))];
  return `${head.map((line) => `# ${line}\n`).join('')}${yamlText(object)}`;
}

function blockersIn({ model, workload }: HpaInput): readonly Finding[] {
  const found = joinWorkload(model, workload);
  return found ? firstToFix(blockersOf(model, found, workload)) : [];
}
