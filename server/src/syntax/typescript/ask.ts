import { Node, SyntaxKind, type CallExpression, type Expression, type Identifier, type ObjectLiteralExpression, type SourceFile, type Symbol as TsSymbol } from 'ts-morph';
import type { Span } from '../../base/text.js';

export type TsNode = Node;

/** Offsets of a node's own text, leading comments left out. */
export function span(node: Node): Span {
  return { start: node.getStart(), end: node.getEnd() };
}

/** What an identifier was imported from, by `import` or by `require`, also through destructuring and `.default`. */
export interface Binding {
  /** Module as written: `express-session`, `node:fs`, `./db`. */
  readonly module: string;
  /** Name in that module: `default`, `*` for the whole module, or a named export. Dots join properties taken at the import. */
  readonly name: string;
}

/** Module name without the `node:` prefix. */
export function builtin(module: string): string {
  return module.startsWith('node:') ? module.slice(5) : module;
}

function symbolOf(identifier: Identifier): TsSymbol | undefined {
  // `{ name }` in an object literal names a property; what is wanted is the variable behind it.
  const parent = identifier.getParent();
  if (Node.isShorthandPropertyAssignment(parent)) return parent.getValueSymbol();
  return identifier.getSymbol();
}

/** Declarations of a name in this file. */
export function declarationsOf(identifier: Identifier): readonly Node[] {
  return symbolOf(identifier)?.getDeclarations() ?? [];
}

/** `require('m')`, `await import('m')`, also wrapped in an interop helper; with the properties taken from it. */
function requireOf(expression: Node | undefined): Binding | undefined {
  if (!expression) return undefined;
  if (Node.isAwaitExpression(expression) || Node.isParenthesizedExpression(expression) || Node.isAsExpression(expression) || Node.isNonNullExpression(expression)) {
    return requireOf(expression.getExpression());
  }
  if (Node.isPropertyAccessExpression(expression)) {
    const base = requireOf(expression.getExpression());
    return base && { module: base.module, name: base.name === '*' ? expression.getName() : `${base.name}.${expression.getName()}` };
  }
  if (!Node.isCallExpression(expression)) return undefined;
  const callee = expression.getExpression();
  const [first] = expression.getArguments();
  const isRequire = Node.isIdentifier(callee) && callee.getText() === 'require';
  if (isRequire || callee.getKind() === SyntaxKind.ImportKeyword) {
    return Node.isStringLiteral(first) || Node.isNoSubstitutionTemplateLiteral(first) ? { module: first.getLiteralValue(), name: '*' } : undefined;
  }
  return Node.isIdentifier(callee) && /^_?_?(?:interop\w*|importDefault|importStar)$/.test(callee.getText()) ? requireOf(first) : undefined;
}

function bindingOfDeclaration(declaration: Node): Binding | undefined {
  if (Node.isImportClause(declaration)) return { module: declaration.getParentOrThrow().asKindOrThrow(SyntaxKind.ImportDeclaration).getModuleSpecifierValue(), name: 'default' };
  if (Node.isNamespaceImport(declaration)) return { module: declaration.getFirstAncestorByKindOrThrow(SyntaxKind.ImportDeclaration).getModuleSpecifierValue(), name: '*' };
  if (Node.isImportSpecifier(declaration)) return { module: declaration.getImportDeclaration().getModuleSpecifierValue(), name: declaration.getName() };
  if (Node.isImportEqualsDeclaration(declaration)) {
    const reference = declaration.getModuleReference();
    const expression = Node.isExternalModuleReference(reference) ? reference.getExpression() : undefined;
    return Node.isStringLiteral(expression) ? { module: expression.getLiteralValue(), name: '*' } : undefined;
  }
  if (Node.isVariableDeclaration(declaration)) return requireOf(declaration.getInitializer());
  if (Node.isBindingElement(declaration)) {
    const variable = declaration.getFirstAncestorByKind(SyntaxKind.VariableDeclaration);
    const base = requireOf(variable?.getInitializer());
    const property = declaration.getPropertyNameNode()?.getText() ?? declaration.getName();
    return base && { module: base.module, name: base.name === '*' ? property : `${base.name}.${property}` };
  }
  return undefined;
}

/** The import behind an identifier, or the module that an expression such as `require('m')` yields at once. */
export function bindingOf(expression: Node | undefined): Binding | undefined {
  if (!expression) return undefined;
  const direct = requireOf(expression);
  if (direct) return direct;
  if (!Node.isIdentifier(expression)) return undefined;
  for (const declaration of declarationsOf(expression)) {
    const binding = bindingOfDeclaration(declaration);
    if (binding) return binding;
  }
  return undefined;
}

export interface Callee {
  readonly module: string;
  /** Dotted path inside the module; '' when the module itself is called (default export or `module.exports`). */
  readonly path: string;
}

/**
 * What a callee stands for, if it comes from an import: `fs.promises.writeFile` → { 'fs', 'promises.writeFile' };
 * `session(…)` → { 'express-session', '' }. Built-in modules lose their `node:` prefix.
 */
export function calleeOf(expression: Expression): Callee | undefined {
  const properties: string[] = [];
  let at: Node = expression;
  while (Node.isPropertyAccessExpression(at)) {
    properties.unshift(at.getName());
    at = at.getExpression();
  }
  const binding = bindingOf(at);
  if (!binding) return undefined;
  const base = binding.name === '*' || binding.name === 'default' ? [] : binding.name.split('.');
  const path = [...base, ...properties].filter((part, index) => !(index === 0 && part === 'default'));
  return { module: builtin(binding.module), path: path.join('.') };
}

/** What a call calls, see {@link calleeOf}. */
export function calls(call: CallExpression): Callee | undefined {
  return calleeOf(call.getExpression());
}

/** The value of a name where one `const` (or never reassigned) initialiser in this file gives it; else the node itself. */
export function resolve(node: Node | undefined): Node | undefined {
  if (!Node.isIdentifier(node)) return node;
  for (const declaration of declarationsOf(node)) {
    if (Node.isVariableDeclaration(declaration)) return resolve(declaration.getInitializer()) ?? node;
  }
  return node;
}

/** Value of a property of an object literal; the identifier for shorthand properties; `undefined` when absent. */
export function property(object: ObjectLiteralExpression, name: string): Node | undefined {
  const found = object.getProperty(name);
  if (Node.isPropertyAssignment(found)) return found.getInitializer();
  if (Node.isShorthandPropertyAssignment(found)) return found.getNameNode();
  return Node.isMethodDeclaration(found) ? found : undefined;
}

/** Text of a string or template without substitutions, also through a constant. */
export function stringValue(node: Node | undefined): string | undefined {
  const value = resolve(node);
  return Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value) ? value.getLiteralValue() : undefined;
}

/** Innermost function around a node; `undefined` at module level. */
export function enclosingFunction(node: Node): Node | undefined {
  return node.getFirstAncestor((ancestor) => Node.isFunctionLikeDeclaration(ancestor) || Node.isFunctionExpression(ancestor) || Node.isArrowFunction(ancestor));
}

const browserKey = {};

/** Whether the file's own words say that it runs in a browser: it uses the DOM or a browser framework and no server API. */
export function isBrowserCode(cx: { once<T>(key: object, compute: () => T): T }, node: Node): boolean {
  return cx.once(browserKey, () => {
    const file: SourceFile = node.getSourceFile();
    const text = file.getFullText();
    if (/^\s*['"]use client['"]/.test(text)) return true;
    // Redirects of server actions come from the same module as the hooks of pages.
    if (/^\s*['"]use server['"]|(?:from\s+|import\s+)['"](?:next\/(?:server|headers|cache)|server-only)['"]/.test(text)) return false;
    if (/(?:from\s+|require\()\s*['"](?:node:)?(?:fs|path|http|https|net|os|child_process|cluster|worker_threads|crypto|fs\/promises|express|koa|fastify|@nestjs\/\w+|socket\.io|ws)['"/]/.test(text)) return false;
    return /(?:from\s+|require\()\s*['"](?:vue|vue-router|vuex|pinia|react|react-dom|@angular\/\w+|svelte|jquery|socket\.io-client|mobx(?:-react(?:-lite)?)?|preact|solid-js|prosemirror-view|@tiptap\/\w+|zustand|@tanstack\/react-\w+|next\/navigation)(?:\/[\w-]+)?['"]/.test(text)
      || /\b(?:document\.(?:getElementById|querySelector|createElement|addEventListener|body|cookie)|window\.(?:location|addEventListener|document|localStorage)|localStorage\.|sessionStorage\.|navigator\.userAgent)\b/.test(text);
  });
}
