import { isMap, isScalar, type Document, type Pair } from 'yaml';
import type { Edit } from '../../../contract/rule.js';
import { below, entries, items, pairOf, text as scalarText, type YamlNode } from '../../../syntax/yaml/ask.js';
import { removeKey, setValue } from '../../../syntax/yaml/edit.js';

type Found = Pair<YamlNode, YamlNode | null>;

/** Fields of a metric by which v2beta1 says what v2 says in `target`, with the type of target and the field in it. */
const targets: Readonly<Record<string, readonly [type: string, field: string]>> = {
  targetAverageUtilization: ['Utilization', 'averageUtilization'],
  targetAverageValue: ['AverageValue', 'averageValue'],
  averageValue: ['AverageValue', 'averageValue'],
  targetValue: ['Value', 'value'],
};

function sourceKey(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

/** Maps of `spec.metrics` that hold a metric's fields; `undefined` at one that cannot be edited. */
function sources(doc: Document.Parsed, node: YamlNode): readonly (YamlNode | undefined)[] {
  return items(doc, below(doc, node, 'spec', 'metrics')).map((metric) => {
    const source = pairOf(doc, metric, sourceKey(scalarText(below(doc, metric, 'type')) ?? ''))?.value;
    return isMap(source) && isMap(metric) ? (source as YamlNode) : undefined;
  });
}

/** A key that the given version of the API does not have although another one does. */
export function foreignField(doc: Document.Parsed, node: YamlNode, apiVersion: string): YamlNode | undefined {
  const spec = below(doc, node, 'spec');
  if (apiVersion === 'autoscaling/v1') return (pairOf(doc, spec, 'metrics') ?? pairOf(doc, spec, 'behavior'))?.key;
  const old = pairOf(doc, spec, 'targetCPUUtilizationPercentage')?.key;
  const inMetrics = sources(doc, node).flatMap((source) => entries(doc, source).filter(({ key }) => Object.hasOwn(targets, key) || key === 'metricName')).map(({ keyNode }) => keyNode);
  return old ?? inMetrics[0];
}

interface Writer {
  readonly file: string;
  readonly text: string;
  readonly edits: Edit[];
}

/** How a map is written: its own indentation in block notation, or on one line, with quoted keys in JSON. */
interface Notation {
  readonly flow: boolean;
  readonly quote: string;
  readonly indent: string;
}

function notationOf({ text }: Writer, map: YamlNode, key: YamlNode): Notation {
  const column = key.range[0] - (text.lastIndexOf('\n', key.range[0] - 1) + 1);
  return { flow: isMap(map) && map.flow === true, quote: isScalar(key) && key.type === 'QUOTE_DOUBLE' ? '"' : '', indent: ' '.repeat(column) };
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** `key` with a map of scalars and texts that are already written. */
function nested({ text }: Writer, { flow, quote, indent }: Notation, key: string, pairs: readonly (readonly [key: string, value: string])[]): string {
  const name = (each: string): string => `${quote}${each}${quote}`;
  if (flow) return `${name(key)}: { ${pairs.map(([each, value]) => `${name(each)}: ${value}`).join(', ')} }`;
  const eol = lineEnd(text);
  return [`${key}:`, ...pairs.map(([each, value]) => `${indent}  ${each}:${value.startsWith(eol) ? '' : ' '}${value}`)].join(eol);
}

function raw({ text }: Writer, node: YamlNode): string {
  return text.slice(node.range[0], node.range[1]).trimEnd();
}

/** The value of a selector one level further in: on the lines behind its key, or on one line. */
function selectorText(writer: Writer, notation: Notation, value: YamlNode): string {
  if (notation.flow || (isMap(value) && value.flow)) return raw(writer, value);
  const eol = lineEnd(writer.text);
  const start = writer.text.lastIndexOf('\n', value.range[0] - 1) + 1;
  return `${eol}${writer.text.slice(start, value.range[1]).trimEnd().split(/\r?\n/).map((line) => (line.trim() === '' ? line : `  ${line}`)).join(eol)}`;
}

function replace(writer: Writer, { key, value }: Found, replacement: string): void {
  writer.edits.push({ do: 'replace', file: writer.file, span: { start: key.range[0], end: (value ?? key).range[1] }, text: replacement });
}

/** `metricName` and its selector become `metric`. */
function rewriteName(writer: Writer, doc: Document.Parsed, source: YamlNode): boolean {
  const name = pairOf(doc, source, 'metricName');
  if (!name?.value) return true;
  const key = ['selector', 'metricSelector'].find((each) => pairOf(doc, source, each));
  const selector = key === undefined ? undefined : pairOf(doc, source, key);
  const notation = notationOf(writer, source, name.key);
  const own = raw(writer, name.value);
  replace(writer, name, nested(writer, notation, 'metric', [['name', own], ...(selector?.value ? [['selector', selectorText(writer, notation, selector.value)] as const] : [])]));
  if (key === undefined) return true;
  const removal = removeKey(writer.file, writer.text, source, key);
  if (removal) writer.edits.push(removal);
  return removal !== undefined;
}

function rewriteMetric(writer: Writer, doc: Document.Parsed, source: YamlNode): boolean {
  const old = entries(doc, source).filter(({ key }) => Object.hasOwn(targets, key));
  const [first] = old;
  const object = pairOf(doc, source, 'target');
  // What `target` names in v2beta1 is the object that is measured.
  if (object?.value && pairOf(doc, object.value, 'name')) {
    writer.edits.push(setValue(writer.file, object.key, 'describedObject'));
  } else if (object && old.length > 0) return false;
  if (old.length > 1 || !rewriteName(writer, doc, source)) return false;
  const pair = first && pairOf(doc, source, first.key);
  const [type = '', field = ''] = (first && targets[first.key]) ?? [];
  if (!pair?.value) return true;
  const notation = notationOf(writer, source, pair.key);
  replace(writer, pair, nested(writer, notation, 'target', [['type', notation.quote === '' ? type : `"${type}"`], [field, raw(writer, pair.value)]]));
  return true;
}

/** The percentage of autoscaling/v1 becomes a metric. */
function rewritePercentage(writer: Writer, doc: Document.Parsed, spec: YamlNode): boolean {
  const pair = pairOf(doc, spec, 'targetCPUUtilizationPercentage');
  if (!pair?.value) return true;
  if (pairOf(doc, spec, 'metrics')) return false;
  const notation = notationOf(writer, spec, pair.key);
  const [value, q, i] = [raw(writer, pair.value), notation.quote, notation.indent];
  replace(writer, pair, notation.flow
    ? `${q}metrics${q}: [{ ${q}type${q}: ${q}Resource${q}, ${q}resource${q}: { ${q}name${q}: ${q}cpu${q}, ${q}target${q}: { ${q}type${q}: ${q}Utilization${q}, ${q}averageUtilization${q}: ${value} } } }]`
    : ['metrics:', `${i}  - type: Resource`, `${i}    resource:`, `${i}      name: cpu`, `${i}      target:`, `${i}        type: Utilization`, `${i}        averageUtilization: ${value}`].join(lineEnd(writer.text)));
  return true;
}

/** Whether annotations hold what autoscaling/v1 has no fields for, as JSON. */
export function saysMore(doc: Document.Parsed, node: YamlNode): boolean {
  return entries(doc, below(doc, node, 'metadata', 'annotations')).some(({ key }) => /^autoscaling\.alpha\.kubernetes\.io\/(?:metrics|behavior)$/.test(key));
}

/** The edits that make an autoscaler of any version one of autoscaling/v2; `undefined` when something in it is not understood. */
export function toV2(file: string, text: string, doc: Document.Parsed, node: YamlNode): readonly Edit[] | undefined {
  const [api, spec] = [below(doc, node, 'apiVersion'), isMap(node) ? pairOf(doc, node, 'spec')?.value : undefined];
  if (!api || !spec || !isMap(spec) || saysMore(doc, node)) return undefined;
  const writer: Writer = { file, text, edits: scalarText(api) === 'autoscaling/v2' ? [] : [setValue(file, api, 'autoscaling/v2')] };
  const metrics = sources(doc, node);
  if (!rewritePercentage(writer, doc, spec as YamlNode)) return undefined;
  return metrics.every((source) => source !== undefined && rewriteMetric(writer, doc, source)) ? writer.edits : undefined;
}
