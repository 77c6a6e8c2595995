import type { Span } from '../../base/text.js';
import type { NodeOf } from '../../contract/nodes.js';
import type { FileContext } from '../../contract/rule.js';

export type PythonNode = NodeOf['python'];
export type Once = Pick<FileContext, 'once'>;

export function span(node: PythonNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** Child by field name; `undefined` where tree-sitter says null. */
export function field(node: PythonNode | undefined, name: string): PythonNode | undefined {
  return node?.childForFieldName(name) ?? undefined;
}

/** Named children, comments left out. */
export function named(node: PythonNode): readonly PythonNode[] {
  return node.namedChildren.filter((child): child is PythonNode => child !== null && child.type !== 'comment');
}

/** Nodes of the types below a node, in text order. */
export function below(node: PythonNode, ...types: readonly string[]): readonly PythonNode[] {
  return node.descendantsOfType([...types]).filter((each): each is PythonNode => each !== null && each.id !== node.id);
}

/** Nearest ancestor of one of the types; not the node itself. */
export function enclosing(node: PythonNode, ...types: readonly string[]): PythonNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (types.includes(at.type)) return at;
  return undefined;
}

export function rootOf(node: PythonNode): PythonNode {
  return node.tree.rootNode;
}

/** Function around the node, lambdas looked through; `undefined` for what runs when the module or a class body is loaded. */
export function enclosingFunction(node: PythonNode): PythonNode | undefined {
  return enclosing(node, 'function_definition');
}

export function enclosingClass(node: PythonNode): PythonNode | undefined {
  return enclosing(node, 'class_definition');
}

/** Name of a function or class; '' when it has none. */
export function nameOf(node: PythonNode | undefined): string {
  return field(node, 'name')?.text ?? '';
}

// --- imports -------------------------------------------------------------------------------------------------------

export interface Imports {
  /** Names of the file by what they stand for: `np` → `numpy`, `environ` → `os.environ`, `User` → `.models.User`. */
  readonly names: ReadonlyMap<string, string>;
  /** Modules that everything is imported from, relative ones with their dots. */
  readonly wildcards: readonly string[];
  /** Every module that is imported or imported from. */
  readonly modules: ReadonlySet<string>;
}

const importsKey = {};

/** What the file imports, wherever the statements stand. */
export function importsOf(cx: Once, node: PythonNode): Imports {
  return cx.once(importsKey, () => readImports(rootOf(node)));
}

function readImports(root: PythonNode): Imports {
  const names = new Map<string, string>();
  const wildcards: string[] = [];
  const modules = new Set<string>();
  for (const statement of below(root, 'import_statement')) {
    for (const each of statement.childrenForFieldName('name')) {
      if (!each) continue;
      const alias = field(each, 'alias');
      const module = (field(each, 'name') ?? each).text;
      modules.add(module);
      // `import a.b` binds `a`.
      names.set(alias?.text ?? module.replace(/\..*$/, ''), alias ? module : module.replace(/\..*$/, ''));
    }
  }
  for (const statement of below(root, 'import_from_statement')) {
    const module = field(statement, 'module_name')?.text ?? '';
    modules.add(module);
    if (named(statement).some((child) => child.type === 'wildcard_import')) wildcards.push(module);
    for (const each of statement.childrenForFieldName('name')) {
      if (!each) continue;
      const name = (field(each, 'name') ?? each).text;
      names.set(field(each, 'alias')?.text ?? name, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
    }
  }
  return { names, wildcards, modules };
}

/** Whether the file imports a package or anything below it. */
export function importsPackage(cx: Once, node: PythonNode, ...packages: readonly string[]): boolean {
  return [...importsOf(cx, node).modules].some((module) => packages.some((name) => module === name || module.startsWith(`${name}.`)));
}

/**
 * Dotted name of an identifier or attribute with imports put in: `redis.Redis` for `from redis import Redis as R; R`.
 * Names that the file does not import stay as written; '' for anything but a name.
 */
export function qualified(cx: Once, node: PythonNode | undefined): string {
  if (!node) return '';
  if (node.type === 'identifier') return importsOf(cx, node).names.get(node.text) ?? node.text;
  if (node.type === 'attribute') {
    const inner = field(node, 'object');
    // `Order.objects.filter(…).update` is `Order.objects.filter.update`.
    const object = qualified(cx, inner?.type === 'call' ? field(inner, 'function') : inner);
    return object === '' ? '' : `${object}.${field(node, 'attribute')?.text ?? ''}`;
  }
  return '';
}

/** Qualified name of what a call calls; '' when that is no name. */
export function calledName(cx: Once, call: PythonNode): string {
  return qualified(cx, field(call, 'function'));
}

// --- calls ---------------------------------------------------------------------------------------------------------

/** Positional arguments of a call, starred ones left out. */
export function positional(call: PythonNode): readonly PythonNode[] {
  const list = field(call, 'arguments');
  return list?.type === 'argument_list' ? named(list).filter((each) => each.type !== 'keyword_argument' && !each.type.endsWith('_splat')) : [];
}

/** Value of a keyword argument, or of the positional one at an index. */
export function argument(call: PythonNode, name: string, index = -1): PythonNode | undefined {
  return keywordsOf(call).get(name) ?? (index < 0 ? undefined : positional(call)[index]);
}

/** Keyword arguments of a call by name. */
export function keywordsOf(call: PythonNode): ReadonlyMap<string, PythonNode> {
  const list = field(call, 'arguments');
  const pairs = list?.type === 'argument_list' ? named(list).filter((each) => each.type === 'keyword_argument') : [];
  return new Map(pairs.flatMap((each) => {
    const value = field(each, 'value');
    return value ? [[nameOf(each), value] as const] : [];
  }));
}

/** Whether arguments are handed on as a whole (`*args`, `**options`), so that what the call gets is not all visible. */
export function handsOn(call: PythonNode): boolean {
  const list = field(call, 'arguments');
  return list !== undefined && named(list).some((each) => each.type.endsWith('_splat'));
}

/** The method that a call calls on an object: `save` of `form.photo.save(…)`; '' for a plain function. */
export function methodOf(call: PythonNode): string {
  const callee = field(call, 'function');
  return callee?.type === 'attribute' ? (field(callee, 'attribute')?.text ?? '') : '';
}

/** What a method is called on. */
export function receiverOf(call: PythonNode): PythonNode | undefined {
  const callee = field(call, 'function');
  return callee?.type === 'attribute' ? field(callee, 'object') : undefined;
}

/** The telling token of a call: the last name of what it calls. */
export function calleeSpan(call: PythonNode): Span {
  const callee = field(call, 'function') ?? call;
  return span(field(callee, 'attribute') ?? callee);
}

// --- declarations --------------------------------------------------------------------------------------------------

/** Decorators of a function or class, outermost first: each an expression. */
export function decoratorsOf(declaration: PythonNode): readonly PythonNode[] {
  const { parent } = declaration;
  if (parent?.type !== 'decorated_definition') return [];
  return named(parent).filter((each) => each.type === 'decorator').flatMap((each) => named(each)[0] ?? []);
}

/** Qualified names of decorators; of those that are calls, what they call. */
export function decoratorNames(cx: Once, declaration: PythonNode): readonly string[] {
  return decoratorsOf(declaration).map((each) => qualified(cx, each.type === 'call' ? field(each, 'function') : each));
}

/** Qualified names of the classes that a class names as its parents. */
export function parentsOf(cx: Once, type: PythonNode): readonly string[] {
  const list = field(type, 'superclasses');
  return list ? named(list).filter((each) => each.type !== 'keyword_argument').map((each) => qualified(cx, each)).filter((name) => name !== '') : [];
}

export interface Parameter {
  readonly name: string;
  /** Annotated type as written; '' without one. */
  readonly type: string;
  readonly default?: PythonNode;
}

/** Parameters of a function, in order, `self` included. */
export function parametersOf(fn: PythonNode): readonly Parameter[] {
  const list = field(fn, 'parameters');
  if (!list) return [];
  return named(list).flatMap((each): Parameter[] => {
    const name = field(each, 'name') ?? (each.type === 'identifier' ? each : named(each)[0]);
    const value = field(each, 'value');
    return name ? [{ name: name.text, type: field(each, 'type')?.text ?? '', ...(value ? { default: value } : {}) }] : [];
  });
}

// --- literals ------------------------------------------------------------------------------------------------------

/** Mark for what is filled in at run time; stands in no path and no URL. */
export const filledIn = '\u2047';

/** Text of a string literal; what an f-string fills in becomes {@link filledIn}. `undefined` for anything else. */
export function literalText(node: PythonNode | undefined): string | undefined {
  if (node?.type === 'parenthesized_expression') return literalText(named(node)[0]);
  if (node?.type === 'concatenated_string') {
    const parts = named(node).map(literalText);
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (node?.type !== 'string') return undefined;
  return named(node).map((part) => (part.type === 'string_content' ? part.text : part.type === 'interpolation' ? filledIn : '')).join('');
}

/** Text of a string literal without anything filled in. */
export function plainText(node: PythonNode | undefined): string | undefined {
  const text = literalText(node);
  return text?.includes(filledIn) ? undefined : text;
}

/** Pairs of a dictionary literal or of `dict(a=1)` whose keys are literals. */
export function pairsOf(cx: Once, node: PythonNode): readonly { readonly key: string; readonly keyNode: PythonNode; readonly value: PythonNode }[] {
  if (node.type === 'call') return calledName(cx, node) === 'dict' ? [...keywordsOf(node)].map(([key, value]) => ({ key, keyNode: value, value })) : [];
  if (node.type !== 'dictionary') return [];
  return named(node).flatMap((pair) => {
    const keyNode = field(pair, 'key');
    const value = field(pair, 'value');
    const key = plainText(keyNode);
    return key !== undefined && keyNode && value ? [{ key, keyNode, value }] : [];
  });
}
