import type { Document } from 'yaml';
import type { Finding } from '../contract/finding.js';
import type { Edit, FixInput } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import { pairOf, span, type YamlNode } from '../syntax/yaml/ask.js';
import { addValue, mapAt, type NewValue } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

/** A workload in the text of its manifest. */
export interface EditedWorkload {
  readonly workload: WorkloadFact;
  readonly text: string;
  readonly doc: Document.Parsed;
  /** The map at a path below the workload. */
  map(...path: readonly (string | number)[]): YamlNode | undefined;
}

/** What project checks keep of a workload so that a fix finds it again; `editable`: whole, and in YAML without templates. */
export function workloadData({ file, range, value }: WorkloadFact): { readonly start: number; readonly editable: boolean } {
  return { start: range.start, editable: /\.ya?ml$/.test(file) && !value.templated && !value.partial };
}

/** Whether a finding's workload may be edited; see {@link workloadData}. */
export function isEditable({ data }: { readonly data: unknown }): boolean {
  return (data as { readonly editable?: boolean } | null)?.editable === true;
}

/** The workload that a finding in its manifest speaks of; `undefined` when the text no longer fits. */
export function editedWorkload({ finding, model, text }: FixInput): EditedWorkload | undefined {
  const workload = workloadOf(finding, model);
  const written = text(finding.file);
  const doc = workload && written !== undefined ? readStream(written).documents[workload.value.where.document]?.doc : undefined;
  if (!workload || written === undefined || !doc) return undefined;
  return { workload, text: written, doc, map: (...path) => mapAt(doc, [...workload.value.where.path, ...path]) };
}

/** Path of the pods' own description below a workload. */
export const podPath = ['spec', 'template', 'spec'] as const;

/** The workload that a finding in its manifest speaks of. */
export function workloadOf({ file, data }: Finding, model: Model): WorkloadFact | undefined {
  const { start } = data as { readonly start: number };
  return model.facts('k8s.workload').find((fact) => fact.file === file && fact.range.start === start);
}

/** A map below a workload in the text of its manifest; `undefined` when the text no longer fits. */
export function mapIn({ value: { where } }: WorkloadFact, text: string, path: readonly (string | number)[]): YamlNode | undefined {
  const doc = readStream(text).documents[where.document]?.doc;
  return doc && mapAt(doc, [...where.path, ...path]);
}

/** Gives a key of a map its value, whether it has one or not; `undefined` where the map or the old value is no plain text. */
export function setValue(workload: WorkloadFact, text: string, path: readonly (string | number)[], key: string, value: NewValue, after: readonly string[] = []): Edit | undefined {
  const doc = readStream(text).documents[workload.value.where.document]?.doc;
  const map = mapIn(workload, text, path);
  const old = doc && map ? pairOf(doc, map, key)?.value : undefined;
  if (!old) return addValue(workload.file, text, map, [key], value, after);
  return 'value' in old ? { do: 'replace', file: workload.file, span: span(old), text: value.text } : undefined;
}
