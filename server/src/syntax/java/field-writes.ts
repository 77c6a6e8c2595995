import { args, declarationOf, field, fieldsOf, named, nameOf, type Declared, type JavaNode } from './ask.js';
import { descendants } from './descendants.js';

/** One place that changes a field, or what a field holds. */
export interface FieldWrite {
  /** `assign`: `x = …`; `update`: `x++`, `x += …`; `insert`: `x.put(…)`, `x[i] = …`; `remove`: `x.remove(…)`, `x.clear()`. */
  readonly kind: 'assign' | 'update' | 'insert' | 'remove';
  /** The whole expression. */
  readonly node: JavaNode;
  /** The telling token: the name that is assigned, or the name of the call. */
  readonly at: JavaNode;
  /** What is written: the assigned value, or the arguments of the call. */
  readonly values: readonly JavaNode[];
}

const typeKinds = ['class_declaration', 'enum_declaration', 'record_declaration', 'interface_declaration'];

const inserts = new Set([
  'put', 'putAll', 'putIfAbsent', 'computeIfAbsent', 'compute', 'merge', 'replace', 'replaceAll', 'add', 'addAll', 'addFirst', 'addLast', 'addElement',
  'push', 'offer', 'offerFirst', 'offerLast', 'set', 'setProperty', 'setElementAt', 'insertElementAt', 'getAndSet', 'compareAndSet', 'updateAndGet', 'putValue', 'append',
]);
const removals = new Set(['remove', 'removeAll', 'removeIf', 'removeFirst', 'removeLast', 'removeElement', 'retainAll', 'clear', 'poll', 'pollFirst', 'pollLast', 'pop', 'delete', 'invalidate', 'invalidateAll']);
/** Calls that hand out what a collection holds, so that a change of the result is a change of the collection. */
const lookups = new Set(['get', 'getOrDefault', 'computeIfAbsent', 'computeIfPresent', 'row', 'column']);

/** Nodes of the given types anywhere below a node. */
export function below(node: JavaNode, ...types: readonly string[]): readonly JavaNode[] {
  return descendants(node, ...types);
}

/** All named types of a file, nested ones included. */
export function typesIn(root: JavaNode): readonly JavaNode[] {
  return below(root, ...typeKinds);
}

/** The last name of a field expression, without resolving it; '' when the expression cannot name a field. */
function lastName(expression: JavaNode): string {
  switch (expression.type) {
    case 'identifier':
      return expression.text;
    case 'field_access':
      return field(expression, 'field')?.text ?? '';
    case 'array_access':
      return lastName(field(expression, 'array') ?? expression.child(0) ?? expression);
    case 'parenthesized_expression': case 'cast_expression': {
      const inner = field(expression, 'value') ?? named(expression).at(-1);
      return inner ? lastName(inner) : '';
    }
    case 'method_invocation': {
      const object = field(expression, 'object');
      return object && lookups.has(nameOf(expression)) ? lastName(object) : '';
    }
    default:
      return '';
  }
}

/** The field that an expression names or looks into; `undefined` for locals, parameters and fields of other files. */
export function fieldBehind(expression: JavaNode): Declared | undefined {
  switch (expression.type) {
    case 'identifier': case 'field_access': {
      const declared = declarationOf(expression);
      return declared?.kind === 'field' ? declared : undefined;
    }
    case 'array_access': {
      const array = field(expression, 'array');
      return array && fieldBehind(array);
    }
    case 'parenthesized_expression': case 'cast_expression': {
      const inner = field(expression, 'value') ?? named(expression).at(-1);
      return inner && fieldBehind(inner);
    }
    case 'method_invocation': {
      const object = field(expression, 'object');
      return object && lookups.has(nameOf(expression)) ? fieldBehind(object) : undefined;
    }
    default:
      return undefined;
  }
}

interface Candidate {
  readonly target: JavaNode;
  readonly write: FieldWrite;
}

function lastToken(expression: JavaNode): JavaNode {
  return (expression.type === 'field_access' ? field(expression, 'field') : expression.type === 'array_access' ? field(expression, 'array') : undefined) ?? expression;
}

function asCandidate(node: JavaNode): Candidate | undefined {
  if (node.type === 'assignment_expression') {
    const target = field(node, 'left');
    const value = field(node, 'right');
    if (!target || !value) return undefined;
    const plain = field(node, 'operator')?.text === '=';
    const kind = target.type === 'array_access' ? 'insert' : plain ? 'assign' : 'update';
    return { target, write: { kind, node, at: lastToken(target), values: [value] } };
  }
  if (node.type === 'update_expression') {
    const target = named(node)[0];
    return target && { target, write: { kind: target.type === 'array_access' ? 'insert' : 'update', node, at: lastToken(target), values: [] } };
  }
  const target = field(node, 'object');
  const name = field(node, 'name');
  if (!target || !name) return undefined;
  const kind = inserts.has(name.text) ? 'insert' : removals.has(name.text) ? 'remove' : undefined;
  return kind && { target, write: { kind, node, at: name, values: args(node) } };
}

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

const callsKey = {};
const writesKey = {};

function byName(nodes: readonly JavaNode[], name: (node: JavaNode) => string): ReadonlyMap<string, readonly JavaNode[]> {
  const table = new Map<string, JavaNode[]>();
  for (const node of nodes) {
    const list = table.get(name(node));
    if (list) list.push(node);
    else table.set(name(node), [node]);
  }
  return table;
}

interface Changes {
  readonly calls: ReadonlyMap<string, readonly JavaNode[]>;
  readonly references: ReadonlyMap<string, readonly JavaNode[]>;
  /** By the last name of what is assigned. */
  readonly assignments: ReadonlyMap<string, readonly JavaNode[]>;
}

/** Calls, method references and assignments of a file by name: asking the tree again for each field would cost a walk each time. */
function changesIn(cx: Once, anyNode: JavaNode): Changes {
  return cx.once(callsKey, () => {
    const all = below(anyNode.tree.rootNode, 'method_invocation', 'method_reference', 'assignment_expression', 'update_expression');
    const of = (...types: readonly string[]): readonly JavaNode[] => all.filter((node) => types.includes(node.type));
    return {
      calls: byName(of('method_invocation'), nameOf),
      references: byName(of('method_reference'), (node) => named(node).at(-1)?.text ?? ''),
      assignments: byName(of('assignment_expression', 'update_expression'), (node) => lastName(field(node, 'left') ?? named(node)[0] ?? node)),
    };
  });
}

function within(nodes: readonly JavaNode[] | undefined, scope: JavaNode): readonly JavaNode[] {
  return (nodes ?? []).filter((node) => node.startIndex >= scope.startIndex && node.endIndex <= scope.endIndex);
}

/** Calls of a method by its name, inside a scope, in source order. */
export function callsNamed(cx: Once, scope: JavaNode, name: string): readonly JavaNode[] {
  return within(changesIn(cx, scope).calls.get(name), scope);
}

/** `this::name` and `Type::name` inside a scope. */
export function referencesTo(cx: Once, scope: JavaNode, name: string): readonly JavaNode[] {
  return within(changesIn(cx, scope).references.get(name), scope);
}

/** Assignments to a variable of this name (also as `this.name`) inside a scope, in source order. */
export function assignmentsTo(cx: Once, scope: JavaNode, name: string): readonly JavaNode[] {
  return within(changesIn(cx, scope).assignments.get(name), scope).filter((node) => node.type === 'assignment_expression');
}

function collect(cx: Once, root: JavaNode): ReadonlyMap<number, readonly FieldWrite[]> {
  const names = new Set(typesIn(root).flatMap((type) => fieldsOf(type).map(({ node }) => nameOf(node))));
  const { calls, assignments } = changesIn(cx, root);
  const candidates = [...[...inserts, ...removals].flatMap((name) => calls.get(name) ?? []), ...[...names].flatMap((name) => assignments.get(name) ?? [])];
  const writes = new Map<number, FieldWrite[]>();
  for (const node of candidates.sort((a, b) => a.startIndex - b.startIndex)) {
    const candidate = asCandidate(node);
    // Names are compared first because resolving one walks the scopes around it.
    if (!candidate || !names.has(lastName(candidate.target))) continue;
    const behind = fieldBehind(candidate.target);
    if (!behind) continue;
    const list = writes.get(behind.node.id);
    if (list) list.push(candidate.write);
    else writes.set(behind.node.id, [candidate.write]);
  }
  return writes;
}

/**
 * What may follow the name of a field that is changed: an assignment, a step, an index or a call on a collection, also behind
 * the end of a cast or on what a call has handed out of the collection.
 */
const change = `(?:=(?!=)|\\+\\+|--|[-+*/%&|^]=|<<=|>>>?=|\\[|(?:[?]|!!)?\\.\\s*(?:getOrPut|${[...inserts, ...removals].join('|')})\\s*[({])`;
const changeAfter = new RegExp(`[\\s)]*(?:${change}|(?:[?]|!!)?\\.\\s*(?:${[...lookups].join('|')})\\s*\\([^;{}]*\\)\\s*${change})`, 'y');
const stepBefore = /(?:\+\+|--)\s*(?:[\w.]+\.)?$/;

/**
 * Whether the text alone rules out that a field is changed: nothing that changes stands beside its name outside its
 * declaration, which lies between two offsets. Most fields of a monolith end here; walking a tree costs far more.
 */
export function isNeverChanged(text: string, name: string, start: number, end: number): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (at >= start && at < end) continue;
    if (/\w/.test(text[at - 1] ?? ' ')) continue;
    changeAfter.lastIndex = at + name.length;
    if (changeAfter.test(text) || stepBefore.test(text.slice(Math.max(0, at - 60), at))) return false;
  }
  return true;
}

/** Every change of a field in this file, in source order. */
export function writesOf(cx: Once, declared: Declared): readonly FieldWrite[] {
  const { node } = declared;
  if (isNeverChanged(cx.text, nameOf(node), node.startIndex, node.endIndex)) return [];
  return cx.once(writesKey, () => collect(cx, node.tree.rootNode)).get(node.id) ?? [];
}
