import { below, calledName, enclosing, field, named, qualified, rootOf, type Once, type PythonNode } from './ask.js';

/** One place that gives a name a value. */
export interface Binding {
  /** The name's own node. */
  readonly at: PythonNode;
  /** What is assigned; `undefined` for parameters, loops, `with … as` and parts of a tuple. */
  readonly value: PythonNode | undefined;
}

type Scope = ReadonlyMap<string, readonly Binding[]>;

const scopesKey = {};
const scopes = ['function_definition', 'class_definition', 'lambda'];

function scopeId(node: PythonNode): number {
  return (enclosing(node, ...scopes) ?? rootOf(node)).id;
}

function namesIn(target: PythonNode): readonly PythonNode[] {
  if (target.type === 'identifier') return [target];
  return /^(?:pattern_list|tuple_pattern|list_pattern|list_splat_pattern|tuple|list|as_pattern_target)$/.test(target.type) ? named(target).flatMap(namesIn) : [];
}

function readScopes(root: PythonNode): ReadonlyMap<number, Scope> {
  const found = new Map<number, Map<string, Binding[]>>();
  const globals = new Set(below(root, 'global_statement').flatMap((statement) => named(statement).map((name) => `${scopeId(statement)}:${name.text}`)));
  const add = (scope: number, at: PythonNode, value: PythonNode | undefined): void => {
    const owner = globals.has(`${scope}:${at.text}`) ? root.id : scope;
    const names = found.get(owner) ?? new Map<string, Binding[]>();
    found.set(owner, names);
    names.set(at.text, [...(names.get(at.text) ?? []), { at, value }]);
  };
  for (const node of below(root, 'assignment', 'augmented_assignment', 'named_expression', 'for_statement', 'for_in_clause', 'as_pattern', 'function_definition', 'class_definition')) {
    if (node.type === 'function_definition' || node.type === 'class_definition') {
      const name = field(node, 'name');
      if (name) add(scopeId(node), name, node);
      for (const parameter of node.type === 'function_definition' ? namesOfParameters(node) : []) add(node.id, parameter, undefined);
      continue;
    }
    const target = node.type === 'as_pattern' ? field(node, 'alias') : (field(node, 'left') ?? field(node, 'name'));
    const value = node.type === 'assignment' || node.type === 'named_expression' ? (field(node, 'right') ?? field(node, 'value')) : undefined;
    const names = target ? namesIn(target) : [];
    for (const name of names) add(scopeId(node), name, target?.type === 'identifier' ? value : undefined);
  }
  return found;
}

function namesOfParameters(fn: PythonNode): readonly PythonNode[] {
  const list = field(fn, 'parameters');
  return list ? named(list).flatMap((each) => field(each, 'name') ?? (each.type === 'identifier' ? [each] : namesIn(named(each)[0] ?? each))) : [];
}

function scopesOf(cx: Once, node: PythonNode): ReadonlyMap<number, Scope> {
  return cx.once(scopesKey, () => readScopes(rootOf(node)));
}

/** Places that give a name its value, in the innermost scope that knows it; empty for imports and builtins. */
export function bindingsOf(cx: Once, name: PythonNode): readonly Binding[] {
  const all = scopesOf(cx, name);
  for (let at: PythonNode | undefined = name; at; at = enclosing(at, ...scopes)) {
    // What a class body binds is seen by the body alone, not by its methods.
    const isOuterClass = at.type === 'class_definition' && enclosing(name, 'function_definition', 'class_definition')?.id !== at.id;
    const found = isOuterClass ? undefined : all.get(at.id)?.get(name.text);
    if (found && at.id !== name.id) return found;
  }
  return all.get(rootOf(name).id)?.get(name.text) ?? [];
}

/** Names that the module itself binds, with every place, also in functions that declare them `global`. */
export function moduleBindings(cx: Once, node: PythonNode): Scope {
  return scopesOf(cx, node).get(rootOf(node).id) ?? new Map();
}

/** Whether the name refers to a variable of the module rather than of a function around it. */
export function isModuleName(cx: Once, name: PythonNode): boolean {
  const found = bindingsOf(cx, name);
  return found.length > 0 && found === moduleBindings(cx, name).get(name.text);
}

/** The one value that a name has; `undefined` when there are several or none is visible. */
export function soleValue(cx: Once, name: PythonNode): PythonNode | undefined {
  const found = bindingsOf(cx, name);
  return found.length === 1 ? found[0]?.value : undefined;
}

/** The call that makes an object: the expression itself, or what the name, `self.field` or module variable was assigned from. */
export function madeBy(cx: Once, node: PythonNode | undefined, depth = 4): PythonNode | undefined {
  if (!node || depth === 0) return undefined;
  if (node.type === 'call') return node;
  if (node.type === 'await' || node.type === 'parenthesized_expression') return madeBy(cx, named(node)[0], depth - 1);
  if (node.type === 'identifier') return bindingsOf(cx, node).map(({ value }) => (value?.type === 'identifier' && value.text === node.text ? undefined : madeBy(cx, value, depth - 1))).find((made) => made !== undefined);
  const type = node.type === 'attribute' && field(node, 'object')?.text === 'self' ? enclosing(node, 'class_definition') : undefined;
  if (!type) return undefined;
  const written = below(type, 'assignment').filter((each) => field(each, 'left')?.text === node.text);
  return written.map((each) => madeBy(cx, field(each, 'right'), depth - 1)).find((made) => made !== undefined);
}

/** Qualified name of the class or function that made an object; '' when nothing shows it. */
export function typeOf(cx: Once, node: PythonNode | undefined): string {
  const made = madeBy(cx, node);
  return made ? calledName(cx, made) : '';
}

/** Functions of the module by name, methods left out. */
export function functionNamed(cx: Once, node: PythonNode, name: string): PythonNode | undefined {
  return moduleBindings(cx, node).get(name)?.map(({ value }) => value).find((value) => value?.type === 'function_definition');
}

/** What a name stands for, through `x = other.name` of the same file. */
export function resolvedName(cx: Once, node: PythonNode | undefined, depth = 3): string {
  if (node?.type === 'identifier' && depth > 0) {
    const value = soleValue(cx, node);
    if (value && (value.type === 'identifier' || value.type === 'attribute') && value.text !== node.text) return resolvedName(cx, value, depth - 1);
  }
  return qualified(cx, node);
}
