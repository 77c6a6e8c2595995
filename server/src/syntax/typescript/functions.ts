import { ts } from 'ts-morph';

/** Computes once per file and key; the part of a file context that helpers need. */
export interface Once {
  once<T>(key: object, compute: () => T): T;
}

export type FunctionNode = ts.FunctionLikeDeclaration;

/** Filled at the first question, because naming a kind loads the compiler. */
let functionKinds: ReadonlySet<ts.SyntaxKind> | undefined;

function readFunctionKinds(): ReadonlySet<ts.SyntaxKind> {
  const { FunctionDeclaration, FunctionExpression, ArrowFunction, MethodDeclaration, Constructor, GetAccessor, SetAccessor } = ts.SyntaxKind;
  return new Set([FunctionDeclaration, FunctionExpression, ArrowFunction, MethodDeclaration, Constructor, GetAccessor, SetAccessor]);
}

/** Whether a node is a function with a scope of its own: declaration, expression, arrow, method, accessor, constructor. */
export function isFunction(node: ts.Node | undefined): node is FunctionNode {
  // Asked of every node of a file, so it must cost next to nothing.
  functionKinds ??= readFunctionKinds();
  return node !== undefined && functionKinds.has(node.kind);
}

/** Without parentheses, `as`, `!`, `satisfies`, `await` and `void`. */
export function bare(node: ts.Expression): ts.Expression {
  let at = node;
  while (ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isNonNullExpression(at) || ts.isSatisfiesExpression(at) || ts.isAwaitExpression(at) || ts.isVoidExpression(at)) at = at.expression;
  return at;
}

/** Innermost function around a node; `undefined` at module level. */
export function functionAround(node: ts.Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return undefined;
}

/** All functions around a node, innermost first. */
export function functionsAround(node: ts.Node): readonly FunctionNode[] {
  const found: FunctionNode[] = [];
  for (let at = functionAround(node); at; at = functionAround(at)) found.push(at);
  return found;
}

/** Name that a function goes by: its own, or that of the variable, property or field that it is given to; '' when it has none. */
export function functionName(node: FunctionNode): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return textOf(node.name);
  let parent: ts.Node = node.parent;
  // `const save = debounce(async () => …)` is known as `save`.
  while (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) return textOf(parent.name);
  if (ts.isBinaryExpression(parent) && parent.right === node) return lastName(parent.left);
  return '';
}

function textOf(name: ts.Node): string {
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** Last name of `a.b.c` or `c`; '' for anything else. */
export function lastName(node: ts.Node): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

/** Nodes of one kind, and their places among all nodes of the file. */
interface Alike {
  readonly nodes: ts.Node[];
  readonly places: number[];
}

interface Listed {
  readonly all: readonly ts.Node[];
  readonly alike: ReadonlyMap<ts.SyntaxKind, Alike>;
}

const listed = Symbol('nodes');

/** Stands on the file itself and goes with it: a weak table would keep every edit's nodes until a full collection. */
interface WithNodes {
  [listed]?: Listed;
}

/** The first question lists the nodes, because a walk over a file costs a fifth of parsing it. */
function listOf(file: ts.SourceFile & WithNodes): Listed {
  return (file[listed] ??= list(file));
}

function list(file: ts.SourceFile): Listed {
  const all: ts.Node[] = [];
  const alike = new Map<ts.SyntaxKind, Alike>();
  const add = (node: ts.Node): void => {
    let same = alike.get(node.kind);
    if (!same) alike.set(node.kind, (same = { nodes: [], places: [] }));
    same.nodes.push(node);
    same.places.push(all.length);
    all.push(node);
    ts.forEachChild(node, add);
  };
  add(file);
  return { all, alike };
}

/** A file and all nodes in it, depth first. */
export function nodesOf(file: ts.SourceFile): readonly ts.Node[] {
  return listOf(file).all;
}

/** The nodes of a file that are of one of the kinds, depth first. */
export function nodesOfKinds(file: ts.SourceFile, ...kinds: readonly ts.SyntaxKind[]): readonly ts.Node[] {
  const { all, alike } = listOf(file);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return alike.get(only)?.nodes ?? [];
  const places = kinds.flatMap((kind) => alike.get(kind)?.places ?? []).sort((a, b) => a - b);
  const found: ts.Node[] = [];
  for (const place of places) {
    const node = all[place];
    if (node) found.push(node);
  }
  return found;
}

/** Visits a node and all below it, depth first, until `visit` returns true; tells whether it did. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | void): boolean {
  if (ts.isSourceFile(node)) return nodesOf(node).some((each) => visit(each) === true);
  if (visit(node) === true) return true;
  return ts.forEachChild(node, (child) => walk(child, visit) || undefined) ?? false;
}

const indexKey = {};

/** Functions of a file by how they are called: `f`, `.m` for `this.m()`, `Owner.m` for members of a class or object of that name. */
export function localFunctions(cx: Once, file: ts.SourceFile): ReadonlyMap<string, FunctionNode> {
  return cx.once(indexKey, () => {
    const found = new Map<string, FunctionNode>();
    for (const node of nodesOfKinds(file, ...(functionKinds ??= readFunctionKinds()))) {
      const name = isFunction(node) ? functionName(node) : '';
      if (!isFunction(node) || name === '' || name === 'constructor') continue;
      for (const key of keysOf(node, name)) if (!found.has(key)) found.set(key, node);
    }
    return found;
  });
}

function keysOf(node: FunctionNode, name: string): readonly string[] {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) {
    const owner = parent.left.expression.getText();
    return owner === 'this' || owner === 'self' ? [`.${name}`] : [`${owner}.${name}`, `.${name}`];
  }
  const holder = ts.isMethodDeclaration(node) ? parent : ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.parent : undefined;
  if (!holder) return [name];
  const owner = ts.isClassLike(holder) ? holder.name?.text : ts.isVariableDeclaration(holder.parent) ? holder.parent.name.getText() : undefined;
  return owner ? [`.${name}`, `${owner}.${name}`] : [`.${name}`];
}

/**
 * The function of this file that an expression yields: a function itself, a name, `this.method`, `fn.bind(this)`,
 * `wrap(fn)`; `undefined` when it comes from elsewhere.
 */
export function functionBehind(cx: Once, expression: ts.Expression | undefined): FunctionNode | undefined {
  if (!expression) return undefined;
  const node = bare(expression);
  if (isFunction(node)) return node;
  const known = localFunctions(cx, node.getSourceFile());
  if (ts.isIdentifier(node)) return known.get(node.text) ?? wrappedIn(cx, node);
  if (ts.isPropertyAccessExpression(node)) return known.get(/^(?:this|self|that|exports|module\.exports)$/.test(node.expression.getText()) ? `.${node.name.text}` : `${node.expression.getText()}.${node.name.text}`);
  if (!ts.isCallExpression(node)) return undefined;
  if (ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'bind') return functionBehind(cx, node.expression.expression);
  return functionBehind(cx, node.arguments[0]);
}

const wrappedKey = {};

/** `const task = debounce(() => …)`: the function inside the call that the constant holds. */
function wrappedIn(cx: Once, name: ts.Identifier): FunctionNode | undefined {
  const wrapped = cx.once(wrappedKey, () => {
    const found = new Map<string, FunctionNode>();
    for (const node of nodesOfKinds(name.getSourceFile(), ts.SyntaxKind.VariableDeclaration)) {
      if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) continue;
      const call = bare(node.initializer);
      const inner = ts.isCallExpression(call) ? call.arguments.find(isFunction) : undefined;
      if (inner && isFunction(inner)) found.set(node.name.text, inner);
    }
    return found;
  });
  return wrapped.get(name.text);
}
