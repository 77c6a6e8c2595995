import { called, printed } from './functions.js';
import type { At, Expression, Template, TemplateNode } from './template.js';
import { holdsUnknown, isDict, isEmpty, isList, unknown, type Value } from './values.js';

/** Stands for a value that only the deployment knows. Chosen so that it is a plain scalar and no one's real value. */
export const unknownValue = '\u2047';

/** A stretch of the rendered text and where it comes from; what an action printed comes from all of it. */
interface Piece extends At {
  readonly text: string;
  readonly copied: boolean;
}

/** A template with its values filled in. All offsets are those of the rendered text, unless said otherwise. */
export interface Rendered {
  readonly text: string;
  /** Offset in the template of where something begins or ends. */
  readonly source: (offset: number, side: 'start' | 'end') => number;
  /** Stretches that may be absent, or hold something else, when it is deployed. */
  readonly unsure: readonly At[];
  /** Places where a value that is empty now would add something. */
  readonly knobs: readonly number[];
}

/** What a chart knows: the root of its data and all templates that are named. */
export interface ChartData {
  readonly root: Value;
  readonly defines: ReadonlyMap<string, Template>;
}

/** Includes of includes, and characters, after which a template is given up. */
const deepest = 30;
const longest = 2_000_000;

class TooMuch extends Error {}

type Scope = Map<string, Value>[];

interface Frame {
  readonly text: string;
  readonly dot: Value;
  readonly scope: Scope;
  readonly depth: number;
}

/** Fills in a template; `undefined` when that leads too far. */
export function render(template: Template, data: ChartData): Rendered | undefined {
  const renderer = new Renderer(data, template);
  try {
    renderer.nodes(template.nodes, { text: template.text, dot: data.root, scope: [new Map([['', data.root]])], depth: 0 });
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
  return renderer.result();
}

class Renderer {
  private readonly pieces: Piece[] = [];
  private readonly unsure: At[] = [];
  private readonly knobs: number[] = [];
  private length = 0;
  /** Whether the expression at hand read a value that is empty, and so may be filled. */
  private readEmpty = false;

  constructor(private readonly data: ChartData, private readonly template: Template) {}

  nodes(nodes: readonly TemplateNode[], frame: Frame): void {
    const inner = { ...frame, scope: [...frame.scope, new Map<string, Value>()] };
    for (const node of nodes) this.node(node, inner);
  }

  private node(node: TemplateNode, frame: Frame): void {
    switch (node.do) {
      case 'text': return this.put({ text: frame.text.slice(node.start, node.end), copied: true, start: node.start, end: node.end });
      case 'output': return this.output(node, frame);
      case 'assign': return this.assign(node, frame);
      case 'range': return this.loop(node, frame);
      default: return this.choice(node, frame);
    }
  }

  private put(piece: Piece): void {
    this.length += piece.text.length;
    if (this.length > longest) throw new TooMuch();
    if (piece.text !== '') this.pieces.push(piece);
  }

  private output(node: Extract<TemplateNode, { do: 'output' }>, frame: Frame): void {
    this.readEmpty = false;
    const value = this.value(node.expression, frame);
    const before = this.length;
    const open = holdsUnknown(value);
    const text = open ? this.standIn(node, frame) : printed(value);
    this.put({ text, copied: false, start: node.start, end: node.end });
    if (open && text !== unknownValue) this.unsure.push({ start: before, end: this.length });
    else if ((this.readEmpty && isEmpty(value)) || /^\s*(?:\{\}|\[\])$/.test(text)) this.knobs.push(before);
  }

  /** What keeps the text YAML where a value is unknown: a scalar, or a comment where whole lines may come. */
  private standIn(node: Extract<TemplateNode, { do: 'output' }>, frame: Frame): string {
    const { expression } = node;
    if (expression.do === 'call' && expression.name === 'nindent') return printed(called('nindent', [this.value(expression.args[0] ?? { do: 'dot' }, frame), '#']));
    return this.isAlone(node, frame) ? '' : unknownValue;
  }

  private isAlone({ start, end }: At, { text }: Frame): boolean {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', end);
    return text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
  }

  private assign({ name, expression, declares }: Extract<TemplateNode, { do: 'assign' }>, frame: Frame): void {
    const value = this.value(expression, frame);
    const scope = declares ? frame.scope.at(-1) : [...frame.scope].reverse().find((each) => each.has(name)) ?? frame.scope.at(-1);
    scope?.set(name, value);
  }

  private choice(node: Extract<TemplateNode, { do: 'if' | 'with' }>, frame: Frame): void {
    const value = this.value(node.expression, frame);
    const bound = new Map<string, Value>(node.variable === undefined ? [] : [[node.variable, value]]);
    const inner: Frame = { ...frame, dot: node.do === 'with' ? value : frame.dot, scope: [...frame.scope, bound] };
    const before = this.length;
    if (value !== unknown && !isEmpty(value)) return this.nodes(node.body, inner);
    if (value === unknown || bringsResource(node.body, frame.text)) {
      // A whole resource that may come is read, so that it is known of; nothing is said of it.
      this.nodes(node.body, value === unknown ? inner : frame);
      this.unsure.push({ start: before, end: this.length });
    } else this.knobs.push(before);
    if (value !== unknown) this.nodes(node.otherwise, frame);
  }

  private loop(node: Extract<TemplateNode, { do: 'range' }>, frame: Frame): void {
    const value = this.value(node.expression, frame);
    const before = this.length;
    const entries: readonly (readonly [Value, Value])[] = isList(value) ? value.map((each, index) => [index, each]) : isDict(value) ? Object.entries(value) : [];
    for (const [key, each] of entries) {
      const names: readonly (readonly [string | undefined, Value])[] = [[node.key, key], [node.value, each]];
      this.nodes(node.body, { ...frame, dot: each, scope: [...frame.scope, new Map(names.flatMap(([name, bound]) => (name === undefined ? [] : [[name, bound] as const])))] });
    }
    if (entries.length > 0) return;
    this.nodes(node.otherwise, frame);
    if (value === unknown) this.unsure.push({ start: before, end: this.length });
    else this.knobs.push(before);
  }

  private value(expression: Expression, frame: Frame): Value {
    switch (expression.do) {
      case 'literal': return expression.value;
      case 'dot': return frame.dot;
      case 'variable': return [...frame.scope].reverse().find((each) => each.has(expression.name))?.get(expression.name) ?? unknown;
      case 'field': return this.field(this.value(expression.of, frame), expression.name);
      default: return this.call(expression.name, expression.args, frame);
    }
  }

  private field(of: Value, name: string): Value {
    if (of === unknown) return unknown;
    const found = isDict(of) && Object.hasOwn(of, name) ? of[name] ?? null : null;
    if (found !== unknown && isEmpty(found)) this.readEmpty = true;
    return found;
  }

  private call(name: string, args: readonly Expression[], frame: Frame): Value {
    if (name === 'include' || name === 'tpl') return this.included(name, args, frame);
    if (name === 'and' || name === 'or') return this.shortCut(name, args, frame);
    const values = args.map((each) => this.value(each, frame));
    const [first = null, second = null] = values;
    if (name === 'default') return second !== unknown && isEmpty(second) ? first : second;
    if (name === 'coalesce') return values.find((each) => each === unknown || !isEmpty(each)) ?? null;
    if (name === 'ternary') return values[2] === unknown ? unknown : isEmpty(values[2] ?? null) ? second : first;
    if (name === 'required') return second === null || second === '' ? unknown : second;
    if (name === 'hasKey' && isDict(first)) return called(name, [Object.fromEntries(Object.keys(first).map((key) => [key, true])), second]);
    if (name === 'not' || name === 'empty') return first === unknown ? unknown : isEmpty(first);
    if (name === 'index' || name === 'get') return values.slice(1).reduce<Value>((here, key) => (here === unknown || key === unknown ? unknown : isList(here) ? here[Number(key)] ?? null : this.field(here, printed(key))), first);
    if (name === 'list' || name === 'tuple') return values;
    if (name === 'dict') return Object.fromEntries(values.flatMap((key, at) => (at % 2 === 0 ? [[printed(key === unknown ? '' : key), values[at + 1] ?? null] as const] : [])));
    return called(name, values);
  }

  private shortCut(name: 'and' | 'or', args: readonly Expression[], frame: Frame): Value {
    let last: Value = null;
    let open = false;
    for (const each of args) {
      last = this.value(each, frame);
      if (last === unknown) open = true;
      else if (isEmpty(last) === (name === 'and')) return last;
    }
    return open ? unknown : last;
  }

  /** What a named template, or a text that is a template itself, comes to. */
  private included(name: 'include' | 'tpl', args: readonly Expression[], frame: Frame): Value {
    if (frame.depth >= deepest) throw new TooMuch();
    const [which, what] = args.map((each) => this.value(each, frame));
    const template = typeof which !== 'string' ? undefined : name === 'include' ? this.template.defines.get(which) ?? this.data.defines.get(which) : undefined;
    if (name === 'tpl' && typeof which === 'string' && !which.includes('{{')) return which;
    if (!template) return unknown;
    const inner = new Renderer(this.data, this.template);
    inner.nodes(template.nodes, { text: template.text, dot: what ?? null, scope: [new Map([['', what ?? null]])], depth: frame.depth + 1 });
    const { text, unsure } = inner.result();
    return unsure.length > 0 || text.includes(unknownValue) ? unknown : text;
  }

  result(): Rendered {
    const starts: number[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      starts.push(at);
      at += piece.text.length;
    }
    return { text: this.pieces.map(({ text }) => text).join(''), source: (offset, side) => sourceOf(this.pieces, starts, offset, side), unsure: this.unsure, knobs: this.knobs };
  }
}

/** Whether a body brings a whole resource, or a document of its own. */
function bringsResource(nodes: readonly TemplateNode[], text: string): boolean {
  return nodes.some((node) => (node.do === 'text' ? /^(?:kind|apiVersion):/m.test(text.slice(node.start, node.end)) : node.do === 'if' || node.do === 'with' || node.do === 'range' ? bringsResource(node.body, text) || bringsResource(node.otherwise, text) : false));
}

function sourceOf(pieces: readonly Piece[], starts: readonly number[], offset: number, side: 'start' | 'end'): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const from = starts[middle] ?? 0;
    if (side === 'start' ? from <= offset : from < offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return 0;
  if (!piece.copied) return side === 'start' ? piece.start : piece.end;
  return Math.min(piece.start + Math.max(0, offset - (starts[low] ?? 0)), piece.end);
}
