import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Pair, type ParsedNode } from 'yaml';
import type { Span } from '../../base/text.js';
import { unknownValue } from './helm.js';

export type YamlNode = ParsedNode;

/** Node at a path of map keys and sequence indexes; `undefined` when a step is missing. Aliases are followed. */
export function at(doc: Document.Parsed, ...path: readonly (string | number)[]): YamlNode | undefined {
  return below(doc, doc.contents ?? undefined, ...path);
}

/** As {@link at}, from a node. */
export function below(doc: Document.Parsed, node: YamlNode | undefined, ...path: readonly (string | number)[]): YamlNode | undefined {
  let here = node;
  for (const step of path) {
    const resolved = follow(doc, here);
    if (isMap(resolved) && typeof step === 'string') here = pairOf(doc, resolved, step)?.value as YamlNode | undefined;
    else if (isSeq(resolved) && typeof step === 'number') here = resolved.items[step] as YamlNode | undefined;
    else return undefined;
    if (here === null || here === undefined) return undefined;
  }
  return here;
}

/** The key/value pair of a map, so that a caller can point at the key. */
export function pairOf(doc: Document.Parsed, node: unknown, key: string): Pair<YamlNode, YamlNode | null> | undefined {
  const map = follow(doc, node as YamlNode | undefined);
  if (!isMap(map)) return undefined;
  return map.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key) as Pair<YamlNode, YamlNode | null> | undefined;
}

function follow(doc: Document.Parsed, node: YamlNode | undefined): YamlNode | undefined {
  return isAlias(node) ? (node.resolve(doc) as YamlNode | undefined) : node;
}

/** Scalar as text; `undefined` for anything else and for values that a template would fill in. */
export function text(node: YamlNode | undefined): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  const value = String(node.value);
  return value.includes(unknownValue) ? undefined : value;
}

/** Scalar as number; `undefined` when it is not one. */
export function number(node: YamlNode | undefined): number | undefined {
  const value = text(node);
  return value === undefined || value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** Items of a sequence; empty for anything else. */
export function items(doc: Document.Parsed, node: YamlNode | undefined): readonly YamlNode[] {
  const list = follow(doc, node);
  return isSeq(list) ? (list.items as YamlNode[]) : [];
}

/** Pairs of a map with scalar keys; empty for anything else. */
export function entries(doc: Document.Parsed, node: YamlNode | undefined): readonly { readonly key: string; readonly keyNode: YamlNode; readonly value: YamlNode | undefined }[] {
  const map = follow(doc, node);
  if (!isMap(map)) return [];
  return map.items.flatMap((pair) =>
    isScalar(pair.key) ? [{ key: String(pair.key.value), keyNode: pair.key as YamlNode, value: (pair.value ?? undefined) as YamlNode | undefined }] : [],
  );
}

/** Pairs of a map with those that merge keys (`<<: *defaults`) bring behind its own, as whoever reads the file sees them. */
export function mergedEntries(doc: Document.Parsed, node: YamlNode | undefined, seen: ReadonlySet<unknown> = new Set()): ReturnType<typeof entries> {
  const map = follow(doc, node);
  if (seen.has(map)) return [];
  const all = entries(doc, map);
  const own = all.filter(({ key }) => key !== '<<');
  const sources = all.filter(({ key }) => key === '<<').flatMap(({ value }) => (isSeq(follow(doc, value)) ? items(doc, value) : value ? [value] : []));
  const brought = sources.flatMap((source) => mergedEntries(doc, source, new Set([...seen, map])));
  const names = new Set(own.map(({ key }) => key));
  return [...own, ...brought.filter(({ key }) => !names.has(key) && names.add(key))];
}

/** Offsets of a node's own text. */
export function span(node: YamlNode): Span {
  return { start: node.range[0], end: Math.max(node.range[0] + 1, node.range[1]) };
}
