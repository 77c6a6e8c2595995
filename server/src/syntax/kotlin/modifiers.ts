import type { Node } from '@vscode/tree-sitter-wasm';
import type { Span } from '../../base/text.js';
import type { Converter } from './converter.js';
import { kid, kids, type Part, type ViewNode } from './view.js';

/** `cron = "…"` as a pair, everything else as a value; several values make an array, as `vararg` elements do. */
function elements(c: Converter, list: readonly Node[]): readonly ViewNode[] {
  const values = list.map((argument): ViewNode => {
    const [key, sign] = kids(argument);
    const value = kids(argument).filter((child) => child.isNamed).at(-1) ?? argument;
    const converted = elementValue(c, value);
    return sign?.type === '=' && key ? c.m.node('element_value_pair', argument, [['key', c.m.node('identifier', key)], ['value', converted]]) : converted;
  });
  const plain = values.filter((value) => value.type !== 'element_value_pair');
  if (plain.length < 2) return values;
  const [first, last] = [plain[0], plain.at(-1)];
  const all = c.m.node('element_value_array_initializer', { start: first?.startIndex ?? 0, end: last?.endIndex ?? 0 }, plain.map((value): Part => ['', value]));
  return [all, ...values.filter((value) => value.type === 'element_value_pair')];
}

function elementValue(c: Converter, value: Node): ViewNode {
  const converted = c.expression(value);
  const isArray = converted.type === 'array_initializer' || (converted.type === 'method_invocation' && /^arrayOf\b/.test(converted.text));
  if (!isArray) return converted;
  const inner = converted.type === 'array_initializer' ? converted.namedChildren : (converted.childForFieldName('arguments')?.namedChildren ?? []);
  return c.m.node('element_value_array_initializer', value, inner.map((each): Part => ['', each]));
}

function annotationNode(c: Converter, at: { start: number; end: number }, name: Node, values: readonly Node[] | undefined, list: { start: number; end: number } | undefined): ViewNode {
  const label: Part = ['name', c.m.node('identifier', name)];
  if (!values || !list) return c.m.node('marker_annotation', at, [label]);
  return c.m.node('annotation', at, [label, ['arguments', c.m.node('annotation_argument_list', list, elements(c, values).map((value): Part => ['', value]))]]);
}

/** The annotations of one `@…` of the grammar. */
export function annotationsOf(c: Converter, node: Node): readonly ViewNode[] {
  return kids(node).filter((child) => child.type === 'user_type' || child.type === 'constructor_invocation').map((child) => {
    const name = child.type === 'user_type' ? child : (kid(child, 'user_type') ?? child);
    const list = kid(child, 'value_arguments');
    const values = list && kids(list).filter((argument) => argument.type === 'value_argument');
    return annotationNode(c, { start: node.startIndex, end: node.endIndex }, name, values, list && { start: list.startIndex, end: list.endIndex });
  });
}

/** Where a declaration stands, with the annotations before it. */
export function startingAt(node: Node, before: readonly ViewNode[]): Span {
  return { start: before[0]?.startIndex ?? node.startIndex, end: node.endIndex };
}

/** Modifiers of a declaration: annotations before it and in it, Kotlin's words, and those that Java would need. */
export function modifiersOf(c: Converter, node: Node, before: readonly ViewNode[], added: readonly string[]): ViewNode {
  return modifiersFrom(c, node, kid(node, 'modifiers'), before, added);
}

/** The same, where the grammar keeps the modifiers elsewhere than in the declaration. */
export function modifiersFrom(c: Converter, node: Node, own: Node | undefined, before: readonly ViewNode[], added: readonly string[]): ViewNode {
  const words = own ? kids(own).filter((child) => child.type !== 'annotation').flatMap((child) => child.text.split(/\s+/).map((word) => ({ word, child }))) : [];
  const visible = words.some(({ word }) => /^(?:private|protected|internal|public)$/.test(word)) ? [] : ['public'];
  const start = before[0]?.startIndex ?? own?.startIndex ?? node.startIndex;
  const nowhere = { start: node.startIndex, end: node.startIndex };
  const annotations = [...before, ...(own ? kids(own).filter((child) => child.type === 'annotation').flatMap((child) => annotationsOf(c, child)) : [])];
  const tokens = [...words.map(({ word, child }) => c.m.token(word, child)), ...[...visible, ...added].map((word) => c.m.token(word, nowhere))];
  return c.m.node('modifiers', { start, end: own?.endIndex ?? before.at(-1)?.endIndex ?? start }, [...annotations, ...tokens].map((part): Part => ['', part]));
}
