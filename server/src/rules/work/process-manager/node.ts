import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { calledModule, initialValue, propertyOf } from '../../../syntax/typescript/modules.js';
import { bare, functionAround, functionName, lastName, nodesOf, walk } from '../../../syntax/typescript/functions.js';
import { guardsOf, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { isSeveral } from './words.js';

/** Libraries that fork a worker for each processor. */
const forking = /^(?:throng|recluster|sticky-cluster|@socket\.io\/sticky|cluster-service|naught|@fastify\/cluster)$/;

/** The number of forks that is written down around a call or around what calls its function; `undefined` when the file does not tell. */
function countOf(call: ts.CallExpression): ts.Expression | undefined {
  const own = countAround(call);
  const around = functionAround(call);
  const name = around ? functionName(around) : '';
  if (own || name === '') return own;
  return nodesOf(call.getSourceFile()).flatMap((each) => (ts.isCallExpression(each) && lastName(each.expression) === name ? countAround(each) ?? [] : []))[0];
}

function countAround(call: ts.CallExpression): ts.Expression | undefined {
  for (let at: ts.Node = call; at.parent; at = at.parent) {
    if (ts.isForStatement(at) && at.condition && ts.isBinaryExpression(at.condition)) return at.condition.right;
    if (ts.isForOfStatement(at)) return at.expression;
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression) && /^(?:forEach|map)$/.test(at.expression.name.text)) return at.expression.expression;
  }
  return undefined;
}

function valueText(node: ts.Expression | undefined): string {
  const value = node && bare(node);
  const initial = value && ts.isIdentifier(value) ? initialValue(value) : undefined;
  return `${value?.getText() ?? ''} ${initial?.getText() ?? ''}`;
}

/** The variable of the environment that decides how many, or whether, workers are forked. */
function settingOf(call: ts.CallExpression, count: ts.Expression | undefined): string | undefined {
  const texts = [valueText(count), ...call.arguments.map(valueText), ...guardsOf(call).map(({ text }) => text)];
  return texts.map((text) => /\benv\.([A-Z]\w+)/.exec(text)?.[1]).find((name) => name !== undefined && name !== 'NODE_ENV')
    ?? /\b(?:argv|opts|options|config|settings|cfg)\.([\w.]*(?:cluster|worker|proc|instance)\w*)/i.exec(texts.join(' '))?.[1];
}

function check(call: ts.CallExpression, cx: RuleFileContext): void {
  const origin = calledModule(cx, call);
  if (!origin || isDevelopmentOnly(call)) return;
  const forks = origin.module === 'cluster' && origin.path === 'fork';
  if (!forks && !(forking.test(origin.module) && origin.path === '')) return;
  // A worker that died is replaced; the place that starts them tells.
  if (forks && isReplacement(call)) return;
  const count = forks ? countOf(call) : undefined;
  if (count && ts.isNumericLiteral(bare(count)) && Number(bare(count).getText()) <= 1) return;
  const tool = forks ? 'cluster' : origin.module;
  const setting = settingOf(call, count);
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({
    at: { start: token.getStart(), end: token.getEnd() }, cause: 'manager',
    ...(setting ? { say: 'setting', args: { tool, setting } } : forks && isSingle(call, count) ? { say: 'forked', args: { tool } } : { say: 'workers', args: { tool, count: shown(count) } }),
  });
}

/** A worker for a trade of its own instead of one for each processor. */
function isSingle(call: ts.CallExpression, count: ts.Expression | undefined): boolean {
  return count === undefined && !/\bcpus\(|\bavailableParallelism\(/.test(call.getSourceFile().text);
}

function isReplacement(call: ts.CallExpression): boolean {
  for (let at: ts.Node = call; at.parent; at = at.parent) {
    if (ts.isCallExpression(at.parent) && at.parent.expression !== at && /(?:^|\.)on(?:ce)?$/.test(at.parent.expression.getText())) return true;
  }
  return false;
}

function shown(count: ts.Expression | undefined): string {
  const text = count?.getText() ?? '';
  return /^\d+$/.test(text) ? text : valueText(count).includes('cpus') || text === '' ? 'os.cpus()' : text.slice(0, 40);
}

/** `cluster.fork()` and libraries that fork for each processor. */
export const nodeForks = ruleMatcher({
  language: 'typescript',
  needles: [['cluster', 'fork'], ['throng'], ['recluster'], ['sticky-cluster'], ['cluster-service']],
  on: { CallExpression: (node, cx) => check(node.compilerNode as ts.CallExpression, cx) },
});

function lookAtApp(app: ts.ObjectLiteralExpression, cx: RuleFileContext): void {
  if (!propertyOf(app, 'script')) return;
  const instances = propertyOf(app, 'instances');
  if (!instances) return;
  const setting = /process\.env\.(\w+)/.exec(valueText(instances))?.[1];
  const text = bare(instances).getText().replace(/['"]/g, '');
  if (setting === undefined && !isSeveral(text)) return;
  cx.report({
    at: { start: instances.getStart(), end: instances.getEnd() }, cause: 'manager',
    ...(setting ? { say: 'setting', args: { tool: 'pm2', setting } } : { say: 'workers', args: { tool: 'pm2', count: text.slice(0, 40) } }),
  });
}

/** pm2's own file: `module.exports = { apps: [{ script, instances }] }`. */
export const nodeEcosystem = ruleMatcher({
  language: 'typescript',
  files: ['**/ecosystem*.{js,cjs,mjs,ts}', '**/pm2*.{js,cjs,mjs}', '**/process*.config.{js,cjs}'],
  needles: [['apps', 'script', 'instances']],
  on: {
    SourceFile(node, cx) {
      const file = node.compilerNode as ts.SourceFile;
      walk(file, (each) => {
        if (ts.isPropertyAssignment(each) && each.name.getText() === 'apps' && ts.isArrayLiteralExpression(each.initializer)) {
          for (const app of each.initializer.elements) if (ts.isObjectLiteralExpression(app)) lookAtApp(app, cx);
        }
      });
    },
  },
});
