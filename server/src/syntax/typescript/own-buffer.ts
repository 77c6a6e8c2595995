import { ts } from 'ts-morph';
import { isFunction, nodesOf, walk, type FunctionNode } from './functions.js';

/** What a process has gathered itself and takes out again in portions. */
export interface OwnBuffer {
  readonly name: string;
  /** The name where the list is declared. */
  readonly at: ts.Node;
}

const taking = /^(?:splice|slice|shift)$/;

function isList(node: ts.PropertyDeclaration | ts.VariableDeclaration): boolean {
  const { initializer, type } = node;
  return (initializer !== undefined && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0) || (type !== undefined && ts.isArrayTypeNode(type));
}

/** The list of a field or module that a name stands for; `undefined` for what a function keeps for itself. */
function declared(file: ts.SourceFile, text: string): ts.Node | undefined {
  const name = text.replace(/^this\.#?/, '');
  const ofField = text.startsWith('this.');
  for (const node of nodesOf(file)) {
    const holds = ofField ? ts.isPropertyDeclaration(node) : ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
    if (holds && (ts.isPropertyDeclaration(node) || ts.isVariableDeclaration(node)) && node.name.getText().replace(/^#/, '') === name && isList(node)) return node.name;
  }
  return undefined;
}

/** Whether other code of the file adds to a list. */
function isFilled(file: ts.SourceFile, text: string, code: FunctionNode): boolean {
  return nodesOf(file).some((node) => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:push|unshift)$/.test(node.expression.name.text)
    && node.expression.expression.getText() === text && !(node.pos >= code.pos && node.end <= code.end));
}

/**
 * The list that a function empties step by step and without which it does nothing: `if (!batch.length) return; const
 * rows = batch.splice(0, 100)`. Each process has entries of its own there, so no two of them do the same work.
 */
export function ownBufferOf(code: FunctionNode): OwnBuffer | undefined {
  const file = code.getSourceFile();
  const body = code.body;
  if (!body || !isFunction(code)) return undefined;
  let found: OwnBuffer | undefined;
  walk(body, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || !taking.test(node.expression.name.text)) return false;
    const text = node.expression.expression.getText();
    if (!/^(?:this\.#?)?\w+$/.test(text) || !body.getText().slice(0, node.getStart() - body.getStart()).includes(`${text}.length`)) return false;
    const at = declared(file, text);
    if (at && isFilled(file, text, code)) found = { name: text.replace(/^this\.#?/, ''), at };
    return found !== undefined;
  });
  return found;
}
