import { ts } from 'ts-morph';
import { functionsAround, isFunction, nodesOfKinds, type FunctionNode } from './functions.js';

/** What an initial value is: a table, a list, a record that may serve as a table, or a single value. */
export type Shape = 'map' | 'set' | 'array' | 'object' | 'scalar';

/**
 * What a use does: `put` adds or replaces an entry, `remove` takes one away, `replace` gives the holder a new value,
 * `count` adds to a number, `field` sets a property of fixed name, `read` anything else.
 */
export type UseKind = 'put' | 'remove' | 'replace' | 'count' | 'field' | 'read';

export interface Use {
  readonly kind: UseKind;
  readonly node: ts.Node;
  /** What is put, or becomes the new value. */
  readonly value?: ts.Expression;
  /** Key under which it is put. */
  readonly key?: ts.Expression;
}

/** Something that lives as long as the process: a module variable, a static field, or a field of an object that exists once. */
export interface Holder {
  readonly kind: 'module' | 'static' | 'singleton';
  readonly name: string;
  readonly at: ts.Node;
  readonly shape: Shape;
  /** Whether it starts without entries. */
  readonly empty: boolean;
  /** Whether other files can reach it: exported, or not private. */
  readonly open: boolean;
  readonly owner?: ts.ClassLikeDeclaration;
  readonly uses: Use[];
}

const puts = /^(?:set|add|push|unshift|append|enqueue)$/;
const removes = /^(?:delete|pop|shift|splice|clear|dequeue|fill|sort|reverse)$/;

function shapeOf(value: ts.Expression | undefined): { shape: Shape; empty: boolean } | undefined {
  if (!value) return { shape: 'scalar', empty: true };
  let node: ts.Expression = value;
  while (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node)) node = node.expression;
  if (ts.isArrayLiteralExpression(node)) return { shape: 'array', empty: node.elements.length === 0 };
  if (ts.isObjectLiteralExpression(node)) return isNamespace(node) ? undefined : { shape: 'object', empty: node.properties.length === 0 };
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const empty = (node.arguments?.length ?? 0) === 0;
    if (node.expression.text === 'Map') return { shape: 'map', empty };
    if (node.expression.text === 'Set') return { shape: 'set', empty };
    if (node.expression.text === 'Array' || node.expression.text === 'Object') return { shape: node.expression.text === 'Array' ? 'array' : 'object', empty };
    return undefined;
  }
  if (ts.isCallExpression(node) && /^Object\.create\(\s*null\s*\)$/.test(node.getText())) return { shape: 'object', empty: true };
  const literal = ts.isNumericLiteral(node) || ts.isStringLiteralLike(node) || [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.NullKeyword].includes(node.kind) || (ts.isIdentifier(node) && node.text === 'undefined');
  return literal ? { shape: 'scalar', empty: false } : undefined;
}

/** An object of functions is a module by another name, unless they are those of a table. */
function isNamespace(node: ts.ObjectLiteralExpression): boolean {
  const names = node.properties.map((each) => each.name?.getText());
  if (names.includes('get') && names.includes('set')) return false;
  return node.properties.some((each) => ts.isMethodDeclaration(each) || ts.isGetAccessorDeclaration(each) || (ts.isPropertyAssignment(each) && isFunction(each.initializer)));
}

function hasModifier(node: ts.Node, ...kinds: readonly ts.SyntaxKind[]): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => kinds.includes(modifier.kind));
}

/** The function of `(function () { … })()` when it wraps a whole module. */
function wrapperOf(statement: ts.Statement): FunctionNode | undefined {
  if (!ts.isExpressionStatement(statement)) return undefined;
  let call: ts.Expression = statement.expression;
  while (ts.isParenthesizedExpression(call) || ts.isPrefixUnaryExpression(call)) call = ts.isParenthesizedExpression(call) ? call.expression : call.operand;
  if (!ts.isCallExpression(call)) return undefined;
  let callee: ts.Expression = call.expression;
  while (ts.isParenthesizedExpression(callee)) callee = callee.expression;
  return isFunction(callee) ? callee : undefined;
}

/** The statements that run when a module is loaded; those of a wrapping function called in place included. */
function topStatements(file: ts.SourceFile): readonly ts.Statement[] {
  return file.statements.flatMap((statement) => {
    const body = wrapperOf(statement)?.body;
    return body && ts.isBlock(body) ? [...body.statements] : [statement];
  });
}

function moduleHolders(statements: readonly ts.Statement[]): readonly Holder[] {
  return statements.filter(ts.isVariableStatement).flatMap((statement) => {
    const constant = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
    return statement.declarationList.declarations.flatMap((declaration): Holder[] => {
      if (!ts.isIdentifier(declaration.name) || hasModifier(statement, ts.SyntaxKind.DeclareKeyword)) return [];
      const shape = shapeOf(declaration.initializer);
      if (!shape || (constant && shape.shape === 'scalar')) return [];
      return [{ kind: 'module', name: declaration.name.text, at: declaration.name, ...shape, open: hasModifier(statement, ts.SyntaxKind.ExportKeyword), uses: [] }];
    });
  });
}

const isStatic = (node: ts.Node): boolean => hasModifier(node, ts.SyntaxKind.StaticKeyword);

/** Classes of which one object exists: the file exports an instance, the class hands one out, or a container makes one. */
function isSingleton(node: ts.ClassLikeDeclaration, file: ts.SourceFile): boolean {
  const name = node.name?.text;
  const decorators = (ts.canHaveDecorators(node) ? ts.getDecorators(node) : undefined) ?? [];
  if (decorators.some((each) => /^@(?:Injectable|Controller|Resolver|WebSocketGateway|Service|singleton|JsonController|RestController)\b/.test(each.getText()) && !/REQUEST|TRANSIENT|transient/.test(each.getText()))) return true;
  if (name === undefined) return false;
  if (node.members.some((member) => isStatic(member) && member.name !== undefined && /^#?_?(?:getInstance|instance|shared|singleton)$/i.test(member.name.getText()))) return true;
  return new RegExp(`(?:export\\s+default\\s+|module\\.exports\\s*=\\s*|exports\\.\\w+\\s*=\\s*|export\\s+const\\s+\\w+(?:\\s*:\\s*\\w+)?\\s*=\\s*)new\\s+${name}\\b`).test(file.text);
}

function fieldsOf(node: ts.ClassLikeDeclaration, singleton: boolean): readonly Holder[] {
  return node.members.flatMap((member): Holder[] => {
    if (!ts.isPropertyDeclaration(member) || !(ts.isIdentifier(member.name) || ts.isPrivateIdentifier(member.name))) return [];
    const fixed = isStatic(member);
    if (!fixed && !singleton) return [];
    const shape = shapeOf(member.initializer);
    if (!shape || shape.shape === 'scalar') return [];
    const closed = ts.isPrivateIdentifier(member.name) || member.name.text.startsWith('_') || hasModifier(member, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword);
    return [{ kind: fixed ? 'static' : 'singleton', name: member.name.text, at: member.name, ...shape, open: !closed, owner: node, uses: [] }];
  });
}

/** Fields that the constructor alone declares, as JavaScript did before class fields: `this.items = new Map()`. */
function constructorFields(node: ts.ClassLikeDeclaration): readonly Holder[] {
  const declared = new Set(node.members.filter(ts.isPropertyDeclaration).filter((member) => member.initializer).map((member) => member.name.getText()));
  const body = node.members.find(ts.isConstructorDeclaration)?.body;
  return (body?.statements ?? []).flatMap((statement): Holder[] => {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression) || statement.expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
    const { left, right } = statement.expression;
    if (!ts.isPropertyAccessExpression(left) || left.expression.kind !== ts.SyntaxKind.ThisKeyword || declared.has(left.name.text)) return [];
    const shape = shapeOf(right);
    if (!shape || shape.shape === 'scalar') return [];
    return [{ kind: 'singleton', name: left.name.text, at: left.name, ...shape, open: !/^[#_]/.test(left.name.text), owner: node, uses: [] }];
  });
}

function declaredIn(scope: FunctionNode): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
  };
  for (const parameter of scope.parameters) add(parameter.name);
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) add(node.name);
    if (ts.isFunctionDeclaration(node) && node.name) names.add(node.name.text);
    if (!isFunction(node)) ts.forEachChild(node, visit);
  };
  if (scope.body) ts.forEachChild(scope.body, visit);
  return names;
}

/** Climbs from a holder's name over `.x` and `[k]` and tells what happens to what stands there. */
function useOf(holder: ts.Expression): Use {
  let at: ts.Expression = holder;
  let key: ts.Expression | undefined;
  for (;;) {
    const { parent } = at;
    if (ts.isNonNullExpression(parent) || ts.isParenthesizedExpression(parent) || (ts.isAsExpression(parent) && parent.expression === at)) at = parent;
    else if (ts.isElementAccessExpression(parent) && parent.expression === at) {
      key ??= parent.argumentExpression;
      at = parent;
    } else if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
      const call = parent.parent;
      if (ts.isCallExpression(call) && call.expression === parent) return ofMethod(parent.name.text, call, key);
      at = parent;
    } else return ofParent(parent, at, key, at === holder);
  }
}

function ofMethod(method: string, call: ts.CallExpression, key: ts.Expression | undefined): Use {
  const value = call.arguments[method === 'set' && call.arguments.length > 1 ? 1 : 0];
  const given = key ?? (method === 'set' || method === 'add' ? call.arguments[0] : undefined);
  if (puts.test(method)) return { kind: 'put', node: call, ...(value && { value }), ...(given && { key: given }) };
  return { kind: removes.test(method) ? 'remove' : 'read', node: call };
}

function ofParent(parent: ts.Node, at: ts.Expression, key: ts.Expression | undefined, whole: boolean): Use {
  const target = key ? 'put' : whole ? 'replace' : 'field';
  if (ts.isDeleteExpression(parent)) return { kind: 'remove', node: parent };
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    const counts = parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
    if (counts) return { kind: key ? 'put' : 'count', node: parent, ...(key && { key }) };
  }
  if (ts.isBinaryExpression(parent) && parent.left === at && parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment) {
    const counts = whole && (parent.operatorToken.kind === ts.SyntaxKind.PlusEqualsToken || parent.operatorToken.kind === ts.SyntaxKind.MinusEqualsToken);
    return { kind: counts ? 'count' : target, node: parent, value: parent.right, ...(key && { key }) };
  }
  if (ts.isCallExpression(parent) && parent.arguments[0] === at && /^(?:Object\.assign|_\.(?:extend|assign|merge)|Object\.definePropert(?:y|ies))$/.test(parent.expression.getText())) {
    return { kind: whole ? 'put' : 'field', node: parent, ...(parent.arguments[1] && { value: parent.arguments[1] }) };
  }
  return { kind: 'read', node: parent };
}

/** What a file keeps as long as its process lives, with every use in this file. */
export function holdersOf(file: ts.SourceFile): readonly Holder[] {
  const modules = new Map(moduleHolders(topStatements(file)).map((holder) => [holder.name, holder]));
  const fields = new Map<ts.ClassLikeDeclaration, ReadonlyMap<string, Holder>>();
  const classes = new Map<string, ts.ClassLikeDeclaration>();
  for (const node of nodesOfKinds(file, ts.SyntaxKind.ClassDeclaration, ts.SyntaxKind.ClassExpression)) {
    if (!ts.isClassLike(node)) continue;
    const singleton = isSingleton(node, file);
    const holders = [...fieldsOf(node, singleton), ...(singleton ? constructorFields(node) : [])];
    if (holders.length > 0) fields.set(node, new Map(holders.map((holder) => [holder.name, holder])));
    if (node.name) classes.set(node.name.text, node);
  }
  if (modules.size === 0 && fields.size === 0) return [];
  collect(file, modules, (access) => {
    const owner = ownerOf(access.expression, classes);
    return owner && fields.get(owner)?.get(access.name.text);
  });
  for (const holder of modules.values()) dropOwnMethods(holder);
  return [...modules.values(), ...[...fields.values()].flatMap((each) => [...each.values()])];
}

/** `json.append(list, item)` puts nothing into `json` when `json.append = function …` made it a function of its own. */
function dropOwnMethods(holder: Holder): void {
  if (holder.shape !== 'object') return;
  const own = new Set(holder.uses.flatMap(({ kind, node }) => (kind === 'field' && ts.isBinaryExpression(node) && isFunction(node.right) ? [node.left.getText()] : [])));
  if (own.size === 0) return;
  holder.uses.forEach((use, at) => {
    if (use.kind === 'put' && ts.isCallExpression(use.node) && own.has(use.node.expression.getText())) holder.uses[at] = { kind: 'read', node: use.node };
  });
}

/** The class whose field `x.field` is: `this`, the class's own name, or `this.constructor`. */
function ownerOf(node: ts.Expression, classes: ReadonlyMap<string, ts.ClassLikeDeclaration>): ts.ClassLikeDeclaration | undefined {
  if (ts.isIdentifier(node)) return classes.get(node.text);
  if (node.kind !== ts.SyntaxKind.ThisKeyword && node.getText() !== 'this.constructor') return undefined;
  let at: ts.Node | undefined = node.parent;
  while (at && !ts.isClassLike(at)) at = at.parent;
  return at;
}

function collect(file: ts.SourceFile, modules: ReadonlyMap<string, Holder>, fieldOf: (access: ts.PropertyAccessExpression) => Holder | undefined): void {
  const isHidden = hiding(file);
  for (const node of nodesOfKinds(file, ts.SyntaxKind.Identifier, ts.SyntaxKind.PropertyAccessExpression)) {
    if (ts.isIdentifier(node)) {
      const holder = modules.get(node.text);
      if (holder && holder.at !== node && isReference(node) && !isHidden(node)) holder.uses.push(useOf(node));
    } else if (ts.isPropertyAccessExpression(node)) {
      const holder = fieldOf(node);
      if (holder && holder.at !== node.name) holder.uses.push(useOf(node));
    }
  }
}

/** Tells whether a function around a name declares the same name, so that the module's variable is not meant. */
function hiding(file: ts.SourceFile): (name: ts.Identifier) => boolean {
  const wrappers = new Set(file.statements.map(wrapperOf));
  const declared = new Map<FunctionNode, ReadonlySet<string>>();
  const namesIn = (scope: FunctionNode): ReadonlySet<string> => {
    const known = declared.get(scope) ?? declaredIn(scope);
    declared.set(scope, known);
    return known;
  };
  return (name) => functionsAround(name).some((scope) => !wrappers.has(scope) && namesIn(scope).has(name.text));
}

/** False for names that are not the variable: property names, keys, labels, import and export specifiers. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent) || ts.isParameter(parent) || ts.isExportSpecifier(parent) || ts.isImportSpecifier(parent) || ts.isVariableDeclaration(parent) && parent.name === node);
}
