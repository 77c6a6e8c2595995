import { isScalar, type Document } from 'yaml';
import { LineMap, type Range, type Span } from '../../base/text.js';
import type { YamlDocument } from '../../contract/nodes.js';
import type { FactFileContext } from '../../contract/rule.js';
import { isUnsure, knobsOf } from '../../syntax/yaml/stream.js';
import { below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { blocksOf, type TemplateBlock } from '../../syntax/yaml/helm.js';
import type { K8sResource, LabelExpression, LabelSelector, ResourcePlace, Setting } from './kinds.js';

/** One Kubernetes object of a stream, or of a `List` inside it. */
export interface ResourceNode {
  readonly doc: Document.Parsed;
  readonly node: YamlNode;
  readonly apiVersion: string;
  readonly kind: string;
  readonly kindNode: YamlNode;
  readonly where: ResourcePlace;
  readonly templated: boolean;
}

/** OpenShift templates, envsubst and Flux write parameters this way; their values come with the deployment. */
const parameter = /\$\{|\$\(/;

/** Text that stands in the file as it will be deployed; `undefined` for parameters and template values. */
export function known(node: YamlNode | undefined): string | undefined {
  const value = text(node);
  return value === undefined || parameter.test(value) ? undefined : value;
}

/** Text as it stands in the file, with whatever is filled in later. */
export function written(node: YamlNode | undefined): string | undefined {
  return isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value) : undefined;
}

/** Every object of a document: itself, or the members of a `List` or of an OpenShift `Template`. */
export function resourcesOf({ doc, index, templated }: YamlDocument): readonly ResourceNode[] {
  const top = resourceAt(doc, doc.contents as YamlNode, { document: index, path: [] }, templated);
  const list = top?.kind.endsWith('List') ? 'items' : top?.kind === 'Template' ? 'objects' : undefined;
  if (!top || !list) return top ? [top] : [];
  return items(doc, below(doc, top.node, list)).flatMap((node, at) => {
    const member = resourceAt(doc, node, { document: index, path: [list, at] }, templated || list === 'objects');
    return member ? [member] : [];
  });
}

function resourceAt(doc: Document.Parsed, node: YamlNode, where: ResourcePlace, templated: boolean): ResourceNode | undefined {
  const apiVersion = text(below(doc, node, 'apiVersion'));
  const kindNode = below(doc, node, 'kind');
  const kind = text(kindNode);
  return apiVersion !== undefined && kind !== undefined && kindNode ? { doc, node, apiVersion, kind, kindNode, where, templated } : undefined;
}

const linesKey = {};

/** Lines and columns of a span in the file at hand. */
export function rangeOf(cx: FactFileContext, at: Span): Range {
  return cx.once(linesKey, () => new LineMap(cx.text)).range(at);
}

const blocksKey = {};

function blocksIn(cx: FactFileContext): readonly TemplateBlock[] {
  return cx.once(blocksKey, () => (cx.text.includes('{{') ? blocksOf(cx.text) : []));
}

/** Whether a template that could not be filled in writes this place of a document only under a condition, or for each of several values; a condition around the whole document is none. */
export function isChosen(cx: FactFileContext, doc: Document.Parsed, offset: number): boolean {
  if (!isUnsure(doc)) return false;
  const start = doc.contents?.range[0] ?? 0;
  return blocksIn(cx).some((block) => block.start > start && block.start <= offset && offset < block.end);
}

/** Names, labels and place that all resources have. */
export function commonOf(cx: FactFileContext, resource: ResourceNode): K8sResource {
  const { doc, node, apiVersion, where, templated } = resource;
  return {
    apiVersion,
    name: known(below(doc, node, 'metadata', 'name')),
    namespace: known(below(doc, node, 'metadata', 'namespace')),
    labels: textMap(doc, below(doc, node, 'metadata', 'labels')),
    where,
    kindAt: rangeOf(cx, span(resource.kindNode)),
    templated,
  };
}

/** Place of a resource as a fact: its name, or its kind when the name is not written here. */
export function nameSpan({ doc, node, kindNode }: ResourceNode): Span {
  const name = below(doc, node, 'metadata', 'name');
  return span(name && text(name) !== undefined ? name : kindNode);
}

/** Pairs whose values are known texts. */
export function textMap(doc: Document.Parsed, node: YamlNode | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(entries(doc, node).flatMap(({ key, value }) => {
    const written = known(value);
    return written === undefined ? [] : [[key, written]];
  }));
}

/** A value with the place of its whole pair; `undefined` when the key is absent or empty. */
export function settingOf<T>(cx: FactFileContext, doc: Document.Parsed, map: YamlNode | undefined, key: string, read: (node: YamlNode) => T | undefined): Setting<T> | undefined {
  const pair = pairOf(doc, map, key);
  if (!pair?.value || written(pair.value) === undefined) return undefined;
  return { value: read(pair.value), at: rangeOf(cx, { start: pair.key.range[0], end: span(pair.value).end }), ...(isChosen(cx, doc, pair.key.range[0]) ? { chosen: true as const } : {}) };
}

/** Whole numbers as Kubernetes takes them. */
export function integer(node: YamlNode): number | undefined {
  const value = known(node)?.trim();
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** Whether a map may hold keys that are not written in it: merge keys, templates and values of a chart that are empty now bring them. */
export function isOpen(doc: Document.Parsed, node: YamlNode | undefined, templated: boolean): boolean {
  return templated || entries(doc, node).some(({ key }) => key === '<<') || (node !== undefined && knobsOf(doc).some((place) => place >= node.range[0] && place <= node.range[2]));
}

/** Numbers and percentages as they are written. */
export function amount(node: YamlNode): string | undefined {
  return known(node)?.trim();
}

export function flag(node: YamlNode): boolean | undefined {
  const value = known(node);
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** A requirement of `matchExpressions`; `undefined` when it is written in a way that only the deployment knows. */
function expressionOf(doc: Document.Parsed, node: YamlNode): LabelExpression | undefined {
  const [key, operator] = [known(below(doc, node, 'key')), known(below(doc, node, 'operator'))];
  const values = items(doc, below(doc, node, 'values')).map(known);
  if (key === undefined || (operator !== 'In' && operator !== 'NotIn' && operator !== 'Exists' && operator !== 'DoesNotExist') || values.includes(undefined)) return undefined;
  return { key, operator, values: values.flatMap((value) => value ?? []) };
}

/** The selector at a key: `matchLabels` and `matchExpressions`, or for kinds without expressions the map itself. */
export function selectorOf(cx: FactFileContext, doc: Document.Parsed, map: YamlNode | undefined, templated: boolean): LabelSelector | undefined {
  const pair = pairOf(doc, map, 'selector');
  if (!pair?.value) return undefined;
  const written = below(doc, pair.value, 'matchExpressions');
  const labels = below(doc, pair.value, 'matchLabels') ?? (written ? undefined : pair.value);
  const read = textMap(doc, labels);
  const requirements = items(doc, written);
  const expressions = requirements.flatMap((node) => expressionOf(doc, node) ?? []);
  return {
    labels: read,
    expressions,
    open: isOpen(doc, pair.value, templated) || isOpen(doc, labels, templated) || Object.keys(read).length < entries(doc, labels).length || expressions.length < requirements.length,
    at: rangeOf(cx, span(pair.key)),
  };
}
