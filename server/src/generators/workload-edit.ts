import type { Document } from 'yaml';
import type { FixInput } from '../contract/rule.js';
import type { WorkloadFact } from '../facts/kubernetes/relate.js';
import type { YamlNode } from '../syntax/yaml/ask.js';
import { mapAt } from '../syntax/yaml/edit.js';
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
  const { start } = finding.data as { readonly start: number };
  const workload = model.facts('k8s.workload').find((fact) => fact.file === finding.file && fact.range.start === start);
  const written = text(finding.file);
  const doc = workload && written !== undefined ? readStream(written).documents[workload.value.where.document]?.doc : undefined;
  if (!workload || written === undefined || !doc) return undefined;
  return { workload, text: written, doc, map: (...path) => mapAt(doc, [...workload.value.where.path, ...path]) };
}

/** Path of the pods' own description below a workload. */
export const podPath = ['spec', 'template', 'spec'] as const;
