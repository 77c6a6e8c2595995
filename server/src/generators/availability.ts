import type { Pair } from 'yaml';
import { basename } from '../base/paths.js';
import { lineEnding } from '../base/text.js';
import type { Finding } from '../contract/finding.js';
import type { Edit, ProjectCheck } from '../contract/rule.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Model } from '../contract/workspace.js';
import { availabilityReads, budgetsOf, broughtElsewhere, replicasOf } from '../facts/kubernetes/availability.js';
import { answersRequests } from '../facts/kubernetes/role.js';
import { copiesOf, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { span, type YamlNode } from '../syntax/yaml/ask.js';
import { addEntries } from '../syntax/yaml/edit.js';
import { kustomizationEdits, pathBeside } from './kustomization.js';
import { labelLines } from './labels.js';
import { isEditable, mapIn, podPath, setValue, workloadData } from './workload-edit.js';
import { scalar } from './yaml-scalar.js';

export interface AvailabilityInput {
  readonly model: Model;
  readonly workload: WorkloadFact;
  /** Current text of a workspace file. */
  text(path: string): string | undefined;
  /** Language of the comments in new files. */
  readonly locale: Locale;
}

const words = {
  budget: { en: 'A node drain takes away one pod of {kind} {name} at a time. Written by Monolift.', ko: '노드를 드레인할 때 {kind} {name}의 파드를 한 번에 하나씩만 내보냅니다. Monolift가 생성했습니다.' },
} as const satisfies Record<string, Localized>;

/** Whether nothing asks that the pods of a workload stand apart. A port of the node keeps them apart by itself. */
export function lacksSpread(model: Model, workload: WorkloadFact): boolean {
  const { pod, containers } = workload.value;
  const apart = pod.spread || pod.incomplete || pod.hostNetwork !== undefined || containers.some(({ ports }) => ports.some(({ hostPort }) => hostPort));
  return !apart && answersRequests(model, workload) && !broughtElsewhere(model, workload, (value) => value.pod.spread, (path) => /\.(?:podAntiAffinity|topologySpreadConstraints)(?:\.|$)/.test(path));
}

/** Whether no disruption budget holds for the pods of a workload. */
export function lacksBudget(model: Model, workload: WorkloadFact): boolean {
  return answersRequests(model, workload) && budgetsOf(model, workload).length === 0;
}

/** Labels by which a new object finds the pods: those of the workload's own selector. */
function ownLabels({ value: { selector } }: WorkloadFact): readonly (readonly [string, string])[] | undefined {
  const labels = Object.entries(selector && !selector.open && selector.expressions.length === 0 ? selector.labels : {});
  return labels.length > 0 ? labels : undefined;
}

/** A check of workloads that run at least two pods somewhere; its messages are `scaled` and `fixed`. */
export function whereReplicated(lacks: (model: Model, workload: WorkloadFact) => boolean): ProjectCheck<'k8s.workload'> {
  return {
    subject: 'k8s.workload',
    reads: availabilityReads,
    check(workload, { model, report }) {
      if (copiesOf(model, workload)[0] !== workload || !lacks(model, workload)) return;
      const replicas = replicasOf(model, workload);
      if (!replicas || replicas.most < 2) return;
      const { kind, name = '' } = workload.value;
      report({
        at: { file: workload.file, range: workload.value.replicas?.at ?? workload.value.kindAt },
        say: replicas.scaled ? 'scaled' : 'fixed',
        args: { kind, name, ...(replicas.scaled ? {} : { replicas: replicas.most }) },
        data: { ...workloadData(workload), named: ownLabels(workload) !== undefined },
      });
    },
  };
}

/** Whether {@link spreadEdit} and {@link budgetEdits} can name the pods of a finding of {@link whereReplicated}. */
export function canNamePods(finding: Finding): boolean {
  return isEditable(finding) && (finding.data as { readonly named: boolean }).named;
}

function matchLines(labels: readonly (readonly [string, string])[], indent: string): readonly string[] {
  return [`${indent}matchLabels:`, ...labels.map(([key, label]) => `${indent}  ${key}: ${scalar(label)}`)];
}

/** Spreads the pods over nodes as far as nodes have room; `undefined` when the manifest cannot be edited. */
export function spreadEdit({ workload, text }: AvailabilityInput): Edit | undefined {
  const written = text(workload.file);
  const labels = ownLabels(workload);
  if (written === undefined || !labels) return undefined;
  const constraint = ['maxSkew: 1', 'topologyKey: kubernetes.io/hostname', 'whenUnsatisfiable: ScheduleAnyway', 'labelSelector:', ...matchLines(labels, '  ')];
  return addEntries(workload.file, written, mapIn(workload, written, podPath), 'topologySpreadConstraints', [constraint]);
}

/** Writes `maxUnavailable: 1` in place of what a budget asks for now. */
export function allowsOne({ file, text }: { readonly file: string; readonly text: string }, { key, value }: Pair<YamlNode, YamlNode | null>): Edit | undefined {
  // Quoted keys mean JSON.
  const quote = text[key.range[0]] === '"' ? '"' : '';
  return value ? { do: 'replace', file, span: { start: key.range[0], end: span(value).end }, text: `${quote}maxUnavailable${quote}: 1` } : undefined;
}

/** A PodDisruptionBudget in a file beside the workload, named in its kustomization; `undefined` when nothing names the pods. */
export function budgetEdits(input: AvailabilityInput): readonly Edit[] | undefined {
  const { workload, text, locale } = input;
  const { name, kind, namespace } = workload.value;
  const labels = ownLabels(workload);
  const written = text(workload.file);
  if (name === undefined || written === undefined || !labels) return undefined;
  const path = pathBeside(input, `${name}-pdb`);
  const lines = [
    `# ${say(words.budget, locale, { kind, name })}`,
    'apiVersion: policy/v1',
    'kind: PodDisruptionBudget',
    'metadata:',
    `  name: ${scalar(name)}`,
    ...(namespace === undefined ? [] : [`  namespace: ${scalar(namespace)}`]),
    ...labelLines(workload.value.labels),
    'spec:',
    '  maxUnavailable: 1',
    '  selector:',
    ...matchLines(labels, '    '),
  ];
  const eol = lineEnding(written);
  return [{ do: 'create', path, text: `${lines.join(eol)}${eol}`, ifExists: 'propose' }, ...kustomizationEdits(input, basename(path))];
}

/** What a second replica needs to be of use when a node goes away, as far as it is missing. */
export function companionEdits(input: AvailabilityInput): readonly Edit[] {
  const { model, workload } = input;
  const spread = lacksSpread(model, workload) ? spreadEdit(input) : undefined;
  return [...(spread ? [spread] : []), ...(lacksBudget(model, workload) ? budgetEdits(input) ?? [] : [])];
}

/** Two replicas with all they need; `undefined` when the manifest cannot be edited. */
export function replicaEdits(input: AvailabilityInput): readonly Edit[] | undefined {
  const { workload, text } = input;
  const written = text(workload.file);
  const count = written === undefined ? undefined : setValue(workload, written, ['spec'], 'replicas', { text: '2' }, ['selector']);
  // Where both come at the end of the manifest, what stands deeper comes first.
  return count && [...companionEdits(input), count];
}
