import type { Node as JsonNode } from 'jsonc-parser';
import type { Document } from 'yaml';
import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import { entries, items, span, text, type YamlNode } from '../yaml/ask.js';

/** One element of a configuration that may be written as XML, YAML or JSON. */
export interface Part {
  readonly name: string;
  /** The token that names it. */
  readonly at: Span;
  /** Scalars by lower-case name: XML attributes and elements that hold only text, keys of YAML and JSON. */
  readonly values: ReadonlyMap<string, { readonly value: string; readonly at: Span }>;
  readonly children: readonly Part[];
}

export function fromXml(element: XmlElement): Part {
  const values = new Map<string, { value: string; at: Span }>();
  for (const child of element.children) {
    if (child.children.length === 0 && child.attributes.length === 0 && child.textSpan) values.set(child.local.toLowerCase(), { value: child.text, at: child.textSpan });
  }
  for (const { name, value, valueSpan } of element.attributes) values.set(name.toLowerCase(), { value, at: valueSpan });
  return { name: element.local, at: element.nameSpan, values, children: element.children.map(fromXml) };
}

/** Lists repeat the element that their key names, as Log4j reads them. */
export function fromYaml(doc: Document.Parsed, node: YamlNode | undefined, name: string, at: Span): readonly Part[] {
  const list = items(doc, node);
  if (list.length > 0) return list.flatMap((item) => fromYaml(doc, item, name, at));
  const values = new Map<string, { value: string; at: Span }>();
  const children: Part[] = [];
  for (const { key, keyNode, value } of entries(doc, node)) {
    const scalar = text(value);
    if (value && scalar !== undefined) values.set(key.toLowerCase(), { value: scalar, at: span(value) });
    else children.push(...fromYaml(doc, value, key, span(keyNode)));
  }
  return [{ name, at, values, children }];
}

export function fromJson(node: JsonNode | undefined, name: string, at: Span): readonly Part[] {
  if (node?.type === 'array') return (node.children ?? []).flatMap((item) => fromJson(item, name, at));
  const values = new Map<string, { value: string; at: Span }>();
  const children: Part[] = [];
  for (const property of node?.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const word = String(key.value);
    const valueAt = { start: value.offset, end: value.offset + value.length };
    if (value.type === 'object' || value.type === 'array') children.push(...fromJson(value, word, { start: key.offset + 1, end: key.offset + key.length - 1 }));
    else values.set(word.toLowerCase(), { value: String(value.value), at: valueAt });
  }
  return [{ name, at, values, children }];
}

export function childNamed(part: Part, name: string): Part | undefined {
  return part.children.find((child) => child.name.toLowerCase() === name);
}
