import type { CodeNode as Node } from '../../contract/nodes.js';
import { args, declarationOf, enclosingCallable, enclosingType, field, fileClasses, methodsOf, nameOf, named, simpleName, type Declared } from './ask.js';
import { descendants } from './descendants.js';

interface Once {
  once<T>(key: object, compute: () => T): T;
}

/** Expressions followed for one value; a chain longer than this tells a reader nothing either. */
const stepLimit = 60;

const assignmentsKey = {};
const callsKey = {};

/** Every node of a type in the file, in order. */
function all(node: Node, type: string): readonly Node[] {
  return descendants(node.tree.rootNode, type);
}

function targetName(left: Node | undefined): string {
  if (left?.type === 'identifier') return left.text;
  return left?.type === 'field_access' && field(left, 'object')?.type === 'this' ? (field(left, 'field')?.text ?? '') : '';
}

/** Assignments to a name of this file, in order. */
function assignmentsTo(cx: Once, anyNode: Node, name: string): readonly Node[] {
  const table = cx.once(assignmentsKey, () => {
    const byName = new Map<string, Node[]>();
    for (const assignment of all(anyNode, 'assignment_expression')) {
      const target = targetName(field(assignment, 'left'));
      byName.set(target, [...(byName.get(target) ?? []), assignment]);
    }
    return byName;
  });
  return table.get(name) ?? [];
}

/** Calls of methods and constructors by simple name, in order. */
export function callsOf(cx: Once, anyNode: Node, name: string): readonly Node[] {
  const table = cx.once(callsKey, () => {
    const byName = new Map<string, Node[]>();
    for (const call of [...all(anyNode, 'method_invocation'), ...all(anyNode, 'object_creation_expression')]) {
      const called = call.type === 'method_invocation' ? (field(call, 'name')?.text ?? '') : simpleName(field(call, 'type')?.text ?? '');
      byName.set(called, [...(byName.get(called) ?? []), call]);
    }
    return byName;
  });
  return table.get(name) ?? [];
}

/** The method of an enclosing type that an unqualified or `this.` call means; `undefined` for calls on other objects. */
export function calledMethod(call: Node): Node | undefined {
  const object = field(call, 'object');
  if (object && object.type !== 'this') return undefined;
  const name = field(call, 'name')?.text;
  const arity = args(call).length;
  for (let type = enclosingType(call); type; type = enclosingType(type)) {
    const method = methodsOf(type).find((candidate) => nameOf(candidate) === name && parameterCount(candidate) === arity);
    if (method) return method;
  }
  return fileClasses(call).flatMap(methodsOf).find((candidate) => nameOf(candidate) === name && parameterCount(candidate) === arity);
}

function parameters(callable: Node): readonly Node[] {
  const list = field(callable, 'parameters');
  return list ? named(list).filter((parameter) => parameter.type === 'formal_parameter' || parameter.type === 'spread_parameter') : [];
}

function parameterCount(callable: Node): number {
  return parameters(callable).length;
}

/** What callers in this file pass for a parameter. */
function passedFor(cx: Once, parameter: Node): readonly Node[] {
  const callable = enclosingCallable(parameter);
  if (!callable) return [];
  const list = parameters(callable);
  const index = list.findIndex((candidate) => candidate.id === parameter.id);
  if (index < 0) return [];
  return callsOf(cx, parameter, nameOf(callable)).flatMap((call) => {
    const passed = args(call);
    return passed.length === list.length && passed[index] ? [passed[index]] : [];
  });
}

function returned(method: Node): readonly Node[] {
  const body = field(method, 'body');
  const statements = body?.descendantsOfType('return_statement') ?? [];
  return statements.flatMap((statement) => (statement ? named(statement).slice(0, 1) : []));
}

/** Where a declared name gets its value from: its initial value, assignments in its scope, loops, callers. */
function valuesOf(cx: Once, use: Node, declared: Declared): readonly Node[] {
  const initial = declared.value ? [declared.value] : [];
  if (declared.kind === 'parameter') return [...initial, ...passedFor(cx, declared.node)];
  if (declared.node.type === 'enhanced_for_statement') return [field(declared.node, 'value') ?? []].flat();
  const name = nameOf(declared.node);
  const scope = declared.kind === 'local' ? enclosingCallable(use) : enclosingType(declared.node);
  const assigned = assignmentsTo(cx, use, name).filter((assignment) => !scope || (assignment.startIndex >= scope.startIndex && assignment.endIndex <= scope.endIndex));
  const values = [...initial, ...assigned.flatMap((assignment) => field(assignment, 'right') ?? [])];
  return [...values.filter((value) => putsBefore(value, name, use)), ...values.filter((value) => !putsBefore(value, name, use)), ...appendedTo(cx, use, declared, scope)];
}

/** `path = "/home" + path` before the use: what the value begins with from then on stands here. */
function putsBefore(value: Node, name: string, use: Node): boolean {
  if (value.type !== 'binary_expression' || value.endIndex > use.startIndex) return false;
  let first: Node | undefined = value;
  while (first?.type === 'binary_expression') first = field(first, 'left');
  return first?.type === 'string_literal' && descendants(value, 'identifier').some((part) => part.text === name);
}

/** What is appended to a string builder. */
function appendedTo(cx: Once, use: Node, declared: Declared, scope: Node | undefined): readonly Node[] {
  if (declared.type !== 'StringBuilder' && declared.type !== 'StringBuffer') return [];
  const appends = callsOf(cx, use, 'append').filter((call) => !scope || (call.startIndex >= scope.startIndex && call.endIndex <= scope.endIndex));
  return appends.filter((call) => builderOf(call) === nameOf(declared.node)).flatMap((call) => args(call).slice(0, 1));
}

/** Name at the start of a chain of calls: `path` in `path.append(a).append(b)`. */
function builderOf(call: Node): string {
  let at: Node | undefined = call;
  while (at?.type === 'method_invocation') at = field(at, 'object');
  return at?.text ?? '';
}

function inside(cx: Once, node: Node): readonly Node[] {
  switch (node.type) {
    case 'identifier': case 'field_access': {
      const declared = declarationOf(node);
      return declared ? valuesOf(cx, node, declared) : [];
    }
    case 'method_invocation': {
      const method = calledMethod(node);
      const object = field(node, 'object');
      return [...(object && object.type !== 'this' ? [object] : []), ...(method ? returned(method) : []), ...args(node)];
    }
    case 'object_creation_expression':
      return args(node);
    case 'ternary_expression':
      return [field(node, 'consequence') ?? [], field(node, 'alternative') ?? []].flat();
    case 'cast_expression':
      return [field(node, 'value') ?? []].flat();
    case 'assignment_expression':
      return [field(node, 'right') ?? []].flat();
    case 'binary_expression': case 'parenthesized_expression': case 'array_access':
      return named(node);
    default:
      return [];
  }
}

/**
 * Visits the expressions that a value may come from within its file, left to right and the value itself first: through
 * names, assignments, constructor and call arguments, receivers, results of methods of the file and what callers of the
 * file pass. `visit` gets what would be followed next and returns true to go no deeper below that expression.
 */
export function trace(cx: Once, value: Node, visit: (node: Node, next: readonly Node[]) => boolean): void {
  const seen = new Set<number>();
  const follow = (node: Node): void => {
    if (seen.has(node.id) || seen.size >= stepLimit) return;
    seen.add(node.id);
    const next = inside(cx, node);
    if (!visit(node, next)) next.forEach(follow);
  };
  follow(value);
}
