import { ts } from 'ts-morph';
import { dirname, join } from '../../base/paths.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { variableIn } from '../../syntax/typescript/deciding.js';
import { guardsOf } from '../../syntax/typescript/surroundings.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A module that code takes in only where an environment variable asks for it by a word; `module`: its path without an ending. */
    'node.chosen-module': { readonly module: string; readonly setting: string };
  }
}

/** `case 'local': return require('./disk')`, `KIND === 'local' ? require('./disk') : require('./s3')`: what somebody has to ask for. */
function onCall(call: ts.CallExpression, cx: FactFileContext): void {
  const [given] = call.arguments;
  const takes = call.expression.kind === ts.SyntaxKind.ImportKeyword || call.expression.getText() === 'require';
  if (!takes || !given || !ts.isStringLiteralLike(given) || !given.text.startsWith('.')) return;
  const guards = guardsOf(call);
  // In a `default:`, or where a word is not said, the module holds without any setting.
  const asked = guards.find(({ text, holds }) => holds && /===?\s*['"`]\w/.test(text) && !/NODE_ENV/.test(text));
  const setting = asked && variableIn(call.getSourceFile(), asked.text);
  const module = join(dirname(cx.path), given.text)?.replace(/\.[cm]?[jt]s$/, '');
  if (asked === undefined || setting === undefined || module === undefined || isDefault(call)) return;
  // `process.env.KIND || 'local'`
  const word = /===?\s*['"`](\w+)/.exec(asked.text)?.[1] ?? '';
  if (new RegExp(`\\b${setting}\\b[^\\n]*(?:\\|\\||\\?\\?)\\s*['"\`]${word}\\b`).test(cx.text)) return;
  cx.emit('node.chosen-module', { start: given.getStart(), end: given.getEnd() }, { module, setting });
}

/** `case 'local': default: …`: also what holds where nothing is asked for. */
function isDefault(node: ts.Node): boolean {
  const clause = ts.findAncestor(node, ts.isCaseOrDefaultClause);
  if (!clause) return false;
  const { clauses } = clause.parent;
  for (let index = clauses.indexOf(clause); index >= 0; index--) {
    const each = clauses[index];
    if (each && each !== clause && each.statements.length > 0) return false;
    if (each && ts.isDefaultClause(each)) return true;
  }
  return false;
}

/** Modules of Node that an environment variable chooses. */
export const nodeChosenModuleFacts: FactExtractor = {
  kinds: ['node.chosen-module'],
  matchers: [factMatcher({
    language: 'typescript',
    needles: [['process.env', /\b(?:require|import)\(\s*['"`]\.{1,2}\//, /\bcase\s+['"`]|===?\s*['"`]\w/]],
    on: { CallExpression: (node, cx) => onCall(node.compilerNode as ts.CallExpression, cx) },
  })],
};
