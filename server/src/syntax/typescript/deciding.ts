import { ts } from 'ts-morph';
import { functionAround, functionName, lastName, nodesOf, nodesOfKinds } from './functions.js';
import { guardsOf } from './surroundings.js';

/** The kind of environment, and whether Next runs on Node, are no switches of one thing. */
const variable = /\b(?:process\.)?env(?:\.(?!(?:NODE_ENV|NEXT_RUNTIME)\b)([A-Z]\w*)|\[['"](?!(?:NODE_ENV|NEXT_RUNTIME)\b)(\w+)['"]\])|\.get\w*\(\s*['"](?!(?:NODE_ENV|NEXT_RUNTIME)\b)([A-Z][A-Z0-9_]+)['"]/;

/** What a field or constant of this file is set to, as written; '' when the file does not tell. */
function writtenValue(file: ts.SourceFile, name: string): string {
  // `const { FILE_STORAGE } = process.env`
  for (const node of nodesOfKinds(file, ts.SyntaxKind.BindingElement)) {
    if (ts.isBindingElement(node) && node.name.getText() === name && ts.isVariableDeclaration(node.parent.parent) && node.parent.parent.initializer?.getText() === 'process.env') return `process.env.${node.propertyName?.getText() ?? name}`;
  }
  for (const node of nodesOfKinds(file, ts.SyntaxKind.VariableDeclaration, ts.SyntaxKind.PropertyDeclaration, ts.SyntaxKind.BinaryExpression)) {
    if ((ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.initializer && node.name.getText() === name) return node.initializer.getText();
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && lastName(node.left) === name) return node.right.getText();
  }
  return '';
}

/** The environment variable that a condition asks, also through a constant or field of the file; `undefined` when it asks none. */
export function variableIn(file: ts.SourceFile, condition: string): string | undefined {
  const direct = variable.exec(condition);
  if (direct) return direct[1] ?? direct[2] ?? direct[3];
  for (const [name] of condition.matchAll(/[A-Za-z_$][\w$]*/g)) {
    const found = variable.exec(writtenValue(file, name));
    if (found) return found[1] ?? found[2] ?? found[3];
  }
  return undefined;
}

/** How many calls a condition may stand away from what it decides. */
const followed = 3;

/** The environment variable that decides whether a node runs, by the conditions around it and around the only call of its function in this file. */
export function decidingVariable(node: ts.Node, depth = followed): string | undefined {
  const file = node.getSourceFile();
  for (const { text } of guardsOf(node)) {
    const found = variableIn(file, text);
    if (found) return found;
  }
  const around = functionAround(node);
  const name = around ? functionName(around) : '';
  if (!around || name === '' || depth === 0) return undefined;
  const calls = nodesOfKinds(file, ts.SyntaxKind.CallExpression).filter((each): each is ts.CallExpression => ts.isCallExpression(each) && lastName(each.expression) === name && functionAround(each) !== around);
  return calls.length === 1 && calls[0] ? decidingVariable(calls[0], depth - 1) : undefined;
}

/** Whether a constant or variable serves only where a setting gives nothing: `given || NAME`, `(dir = NAME) => …`, `{ default: NAME }`. */
export function isOnlyFallback(declared: ts.Identifier): boolean {
  const uses = nodesOf(declared.getSourceFile()).filter((each): each is ts.Identifier => ts.isIdentifier(each) && each.text === declared.text && each !== declared && !isTarget(each));
  return uses.length > 0 && uses.every(standsBehind);
}

function isTarget(name: ts.Identifier): boolean {
  const { parent } = name;
  return ts.isVariableDeclaration(parent) ? parent.name === name : ts.isBinaryExpression(parent) && parent.left === name && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** `given || NAME`, `(url = NAME) => …`, `{ defaultValue: NAME }`, `normalize(given, NAME)`. */
function standsBehind(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isBinaryExpression(parent)) return parent.right === name && /^(?:\|\||\?\?)=?$/.test(parent.operatorToken.getText());
  if (ts.isParameter(parent) || ts.isBindingElement(parent)) return parent.initializer === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name && /^['"]?(?:default\w*|fallback)['"]?$/.test(parent.name.getText());
  return ts.isCallExpression(parent) && parent.arguments.indexOf(name) > 0 && /default|fallback/i.test(name.text);
}
