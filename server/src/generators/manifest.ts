import type { Document } from 'yaml';
import type { Json } from '../base/json.js';
import type { FixInput } from '../contract/rule.js';
import type { Fact } from '../contract/workspace.js';
import type {} from '../facts/kubernetes/kinds.js';
import { below, type YamlNode } from '../syntax/yaml/ask.js';
import { mapAt } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

type ResourceKind = 'k8s.workload' | 'k8s.hpa' | 'k8s.scaled-object' | 'k8s.vpa' | 'k8s.service' | 'k8s.disruption-budget' | 'k8s.claim';

/** Names a resource in the data of a finding. */
export interface ManifestRef {
  readonly kind: ResourceKind;
  readonly file: string;
  readonly start: number;
}

/** A resource in the current text of its file. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
  readonly doc: Document.Parsed;
  /** The map at a path inside the resource; aliases are not followed, so that an edit changes only this resource. */
  map(...path: readonly (string | number)[]): YamlNode | undefined;
  /** The value at a path inside the resource. */
  node(...path: readonly (string | number)[]): YamlNode | undefined;
}

export function refOf({ kind, file, range }: Fact<ResourceKind>): ManifestRef {
  return { kind, file, start: range.start };
}

/** Whether a file is YAML in which lines can be written; JSON is read as well. */
export function isYaml(file: string): boolean {
  return /\.ya?ml$/.test(file);
}

/** The resource that the data of a finding names; `undefined` when it is gone or a template. */
export function manifestOf({ model, text }: Pick<FixInput, 'model' | 'text'>, ref: ManifestRef): Manifest | undefined {
  const fact = model.facts(ref.kind).find(({ file, range }) => file === ref.file && range.start === ref.start) as Fact<ResourceKind> | undefined;
  const written = text(ref.file);
  if (!fact || fact.value.templated || written === undefined) return undefined;
  const { document, path: own } = fact.value.where;
  const doc = readStream(written).documents[document]?.doc;
  if (!doc || !mapAt(doc, own)) return undefined;
  return {
    file: ref.file, text: written, doc,
    map: (...path) => mapAt(doc, [...own, ...path]),
    node: (...path) => below(doc, mapAt(doc, [...own, ...path.slice(0, -1)]), ...path.slice(-1)),
  };
}

/** Where a map stands in the file of a finding, as the finding's data. */
export interface PlaceData {
  readonly document: number;
  readonly path: readonly (string | number)[];
}

/** The document that {@link PlaceData} names in the current text, and its map; `undefined` when the text no longer fits. */
export function placeIn({ finding, text }: Pick<FixInput, 'finding' | 'text'>, { document, path }: PlaceData): Pick<Manifest, 'file' | 'text' | 'doc' | 'map'> | undefined {
  const written = text(finding.file);
  const doc = written === undefined ? undefined : readStream(written).documents[document]?.doc;
  return doc && written !== undefined && mapAt(doc, path) ? { file: finding.file, text: written, doc, map: (...below) => mapAt(doc, [...path, ...below]) } : undefined;
}

/** The reference in the data of a finding. */
export function refIn(data: Json): ManifestRef {
  return (data as unknown as { readonly ref: ManifestRef }).ref;
}
