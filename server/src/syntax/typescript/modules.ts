import { ts } from 'ts-morph';
import { bare, nodesOfKinds, type Once } from './functions.js';

/** What a local name was taken from: module without `node:`, and the dotted path inside it ('' for the module itself or its default). */
export interface Origin {
  readonly module: string;
  readonly path: string;
}

const key = {};

/**
 * Names of a file and the modules behind them, read from `import`, `require`, dynamic `import`, destructuring, aliases
 * (`const write = fs.promises.writeFile`) and promisifying wrappers. Asks no type checker, so a name that a function
 * hides counts as the module's.
 */
export function originsOf(cx: Once, file: ts.SourceFile): ReadonlyMap<string, Origin> {
  return cx.once(key, () => {
    const found = new Map<string, Origin>();
    for (const node of nodesOfKinds(file, ts.SyntaxKind.ImportDeclaration, ts.SyntaxKind.ImportEqualsDeclaration, ts.SyntaxKind.VariableDeclaration)) {
      if (ts.isImportDeclaration(node)) addImport(found, node);
      else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference) && ts.isStringLiteralLike(node.moduleReference.expression)) {
        found.set(node.name.text, { module: plain(node.moduleReference.expression.text), path: '' });
      } else if (ts.isVariableDeclaration(node) && node.initializer) addVariable(found, node.name, node.initializer);
    }
    return found;
  });
}

function plain(module: string): string {
  return module.startsWith('node:') ? module.slice(5) : module;
}

function addImport(found: Map<string, Origin>, node: ts.ImportDeclaration): void {
  if (!ts.isStringLiteral(node.moduleSpecifier) || !node.importClause || node.importClause.isTypeOnly) return;
  const module = plain(node.moduleSpecifier.text);
  const { name, namedBindings } = node.importClause;
  if (name) found.set(name.text, { module, path: '' });
  if (!namedBindings) return;
  if (ts.isNamespaceImport(namedBindings)) found.set(namedBindings.name.text, { module, path: '' });
  else for (const each of namedBindings.elements) found.set(each.name.text, { module, path: (each.propertyName ?? each.name).text === 'default' ? '' : (each.propertyName ?? each.name).text });
}

function addVariable(found: Map<string, Origin>, name: ts.BindingName, value: ts.Expression): void {
  const origin = originOf(found, value);
  if (!origin) return;
  if (ts.isIdentifier(name)) found.set(name.text, origin);
  else if (ts.isObjectBindingPattern(name)) {
    for (const element of name.elements) {
      const property = element.propertyName ?? element.name;
      if (ts.isIdentifier(property)) addElement(found, element.name, { module: origin.module, path: join(origin.path, property.text) });
    }
  }
}

function addElement(found: Map<string, Origin>, name: ts.BindingName, origin: Origin): void {
  if (ts.isIdentifier(name)) found.set(name.text, origin);
  else if (ts.isObjectBindingPattern(name)) {
    for (const element of name.elements) {
      const property = element.propertyName ?? element.name;
      if (ts.isIdentifier(property)) addElement(found, element.name, { module: origin.module, path: join(origin.path, property.text) });
    }
  }
}

function join(path: string, property: string): string {
  if (property === 'default') return path;
  return path === '' ? property : `${path}.${property}`;
}

const wrappers = /^(?:promisify(?:All)?|util\.promisify|(?:\w+\.)?promisify(?:All)?|__importDefault|__importStar|_?interopRequire\w*|__toESM|thenifyAll|pify)$/;

/** The module thing that an expression stands for; `undefined` for anything else. */
export function originOf(known: ReadonlyMap<string, Origin>, expression: ts.Expression): Origin | undefined {
  const node = bare(expression);
  if (ts.isIdentifier(node)) return known.get(node.text);
  if (ts.isPropertyAccessExpression(node)) {
    const base = originOf(known, node.expression);
    return base && { module: base.module, path: join(base.path, node.name.text) };
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.CommaToken) return originOf(known, node.right);
  if (!ts.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  if (!first) return undefined;
  const required = (ts.isIdentifier(node.expression) && node.expression.text === 'require') || node.expression.kind === ts.SyntaxKind.ImportKeyword;
  if (required) return ts.isStringLiteralLike(first) ? { module: plain(first.text), path: '' } : undefined;
  return wrappers.test(node.expression.getText()) ? originOf(known, first) : undefined;
}

/** What a call or `new` expression calls, if it comes from a module. */
export function calledModule(cx: Once, call: ts.CallExpression | ts.NewExpression): Origin | undefined {
  return originOf(originsOf(cx, call.getSourceFile()), call.expression);
}

/** The initial value of a name, from the nearest scope that declares it; `undefined` for parameters, imports and unknown names. */
export function initialValue(name: ts.Identifier): ts.Expression | undefined {
  for (let scope: ts.Node | undefined = name.parent; scope; scope = scope.parent) {
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isModuleBlock(scope) && !ts.isCaseClause(scope)) {
      if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => parameter.name.getText() === name.text)) return undefined;
      continue;
    }
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const declared = statement.declarationList.declarations.find((each) => ts.isIdentifier(each.name) && each.name.text === name.text);
      if (declared) return declared.initializer;
    }
  }
  return undefined;
}

/** Value of a property of an object literal; the name itself for shorthand; `undefined` when absent. */
export function propertyOf(object: ts.ObjectLiteralExpression, ...names: readonly string[]): ts.Expression | undefined {
  for (const each of object.properties) {
    if (!each.name || !(ts.isIdentifier(each.name) || ts.isStringLiteral(each.name)) || !names.includes(each.name.text)) continue;
    if (ts.isPropertyAssignment(each)) return each.initializer;
    if (ts.isShorthandPropertyAssignment(each)) return each.name;
  }
  return undefined;
}

/** An object literal given directly or through a name of this file. */
export function literalOf(node: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  if (!node) return undefined;
  const value = bare(node);
  if (ts.isObjectLiteralExpression(value)) return value;
  const initial = ts.isIdentifier(value) ? initialValue(value) : undefined;
  return initial ? literalOf(initial) : undefined;
}
