import { ts, type Node } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { bare, functionAround, isFunction, lastName, nodesOfKinds, walk } from '../../syntax/typescript/functions.js';
import { removesFile } from '../../syntax/typescript/places.js';
import { guardsOf } from '../../syntax/typescript/surroundings.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /**
     * Node code that is given the path of a file: by a function (`maker`), or by the upload of a request ('' as maker).
     * `removed`: the code takes the file away again, however it ends. Of functions, only those that are told with it.
     */
    'node.taken-file': { readonly maker: string; readonly removed: boolean };
  }
}

/** Whether every upload that code of a file's module takes the path of is removed again; false where none is taken. */
export function removesUploads(model: Model, file: string): boolean {
  const { dir } = model.moduleOf(file);
  const uploads = model.factsFor('node.taken-file', file).filter((each) => each.value.maker === '' && model.moduleOf(each.file).dir === dir);
  return uploads.length > 0 && uploads.every(({ value }) => value.removed);
}

function isOnFailure(node: ts.Node): boolean {
  return ts.findAncestor(node, (each) => ts.isCatchClause(each) || (isFunction(each) && ts.isCallExpression(each.parent) && lastName(each.parent.expression) === 'catch')) !== undefined;
}

/**
 * Whether the function around a node removes what an expression names, however it ends: in a `finally`, or under no other
 * condition than the node itself and early returns that remove it as well.
 */
function isRemoved(node: ts.Node, named: string): boolean {
  const around = functionAround(node)?.body;
  if (!around) return false;
  const removes = (each: ts.Node): boolean => ts.isCallExpression(each) && removesFile(each) && each.arguments[0]?.getText() === named;
  const known = new Set(guardsOf(node).map(({ text }) => text));
  const leavesClean = (condition: string): boolean => walk(around, (each) => ts.isIfStatement(each) && each.expression.getText() === condition && walk(each.thenStatement, removes));
  return walk(around, (each) => ts.isTryStatement(each) && each.finallyBlock !== undefined && walk(each.finallyBlock, removes))
    || walk(around, (each) => removes(each) && !isOnFailure(each) && guardsOf(each).every(({ text, holds }) => known.has(text) || (!holds && leavesClean(text))));
}

function spanOf(node: ts.Node): { start: number; end: number } {
  return { start: node.getStart(), end: node.getEnd() };
}

/** Functions that put a path together and write nothing. */
const naming = /^(?:|join|resolve|dirname|normalize|mkdtemp\w*)$/;

/** `const path = await save(stream)`. */
function onDeclaration(node: ts.VariableDeclaration, cx: FactFileContext): void {
  const made = node.initializer && bare(node.initializer);
  if (!made || !ts.isCallExpression(made) || !ts.isIdentifier(node.name)) return;
  const maker = lastName(made.expression);
  if (!naming.test(maker) && isRemoved(node, node.name.text)) cx.emit('node.taken-file', spanOf(node.name), { maker, removed: true });
}

/** By which expression code goes on to name the path of `req.file`; '' where the file as a whole is handed on, `undefined` where the path is not asked for. */
function pathOf(file: ts.PropertyAccessExpression): string | undefined {
  const { parent } = file;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'path' ? parent.getText() : undefined;
  if (ts.isCallExpression(parent) && parent.expression !== file) return '';
  if (!ts.isVariableDeclaration(parent)) return ts.isPropertyAssignment(parent) || ts.isReturnStatement(parent) ? '' : undefined;
  if (ts.isIdentifier(parent.name)) return `${parent.name.text}.path`;
  const taken = ts.isObjectBindingPattern(parent.name) ? parent.name.elements.find((each) => (each.propertyName ?? each.name).getText() === 'path') : undefined;
  return taken?.name.getText();
}

/** `!req.file?.path` only asks whether there is one. */
function isAsked(file: ts.PropertyAccessExpression): boolean {
  const whole = ts.isPropertyAccessExpression(file.parent) ? file.parent : file;
  return ts.isPrefixUnaryExpression(whole.parent) || ts.isIfStatement(whole.parent);
}

function onFile(node: ts.PropertyAccessExpression, cx: FactFileContext): void {
  if (!/^(?:file|files)$/.test(node.name.text) || !/(?:^|\.)(?:req|request)$/.test(node.expression.getText()) || isAsked(node)) return;
  const path = node.name.text === 'files' ? '' : pathOf(node);
  if (path !== undefined) cx.emit('node.taken-file', spanOf(node.name), { maker: '', removed: path !== '' && isRemoved(node, path) });
}

function check(node: Node, cx: FactFileContext): void {
  const file = node.compilerNode as ts.SourceFile;
  for (const each of nodesOfKinds(file, ts.SyntaxKind.VariableDeclaration)) onDeclaration(each as ts.VariableDeclaration, cx);
  for (const each of nodesOfKinds(file, ts.SyntaxKind.PropertyAccessExpression)) onFile(each as ts.PropertyAccessExpression, cx);
}

/** `node.taken-file`: see the kind. */
export const takenFileFacts: FactExtractor = {
  kinds: ['node.taken-file'],
  matchers: [factMatcher({ language: 'typescript', needles: [['finally', /\b(?:unlink|rm|remove|rimraf)\w*\(/], [/\breq(?:uest)?\.files?\b/]], on: { SourceFile: check } })],
};
