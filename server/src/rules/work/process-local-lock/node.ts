import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { effectsOf } from '../../../syntax/typescript/effects.js';
import { bare, functionAround, isFunction, nodesOf, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { heldBy } from '../../../syntax/typescript/surroundings.js';

const libraries = /^(?:async-mutex|async-lock|await-lock|semaphore-async-await|async-sema|mutexify(?:\/promise)?|await-semaphore|@livekit\/mutex|p-mutex)$/;
const key = {};

/** Names of locks that the file makes: `mutex`, `this.lock`, `locks` for a table of them. */
function locksOf(cx: Once, file: ts.SourceFile): ReadonlySet<string> {
  return cx.once(key, () => new Set(nodesOf(file).flatMap((each) => {
    if (!ts.isNewExpression(each) && !ts.isCallExpression(each)) return [];
    const origin = calledModule(cx, each);
    const name = origin && libraries.test(origin.module) ? heldBy(each) : '';
    return name === '' ? [] : [name.replace(/^this\./, '')];
  })));
}

const shared = /\b(?:withLock|redlock|advisory|FOR\s+UPDATE|transaction\(|\$transaction)\b/i;

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!ts.isPropertyAccessExpression(call.expression) || !/^(?:runExclusive|acquire|acquireAsync|lock|wait)$/.test(call.expression.name.text)) return;
  const { expression: receiver, name } = call.expression;
  const lock = bare(receiver).getText().replace(/^this\.#?/, '');
  if (!locksOf(cx, call.getSourceFile()).has(lock) || !isServing(cx, node)) return;
  const given = call.arguments.find(isFunction);
  const body = given ?? functionAround(call);
  if (!body || shared.test(body.getText())) return;
  const { effect, by } = effectsOf(cx, body);
  // Reading first and writing then is what the exclusion is for.
  const reads = nodesIn(body).some((each) => ts.isCallExpression(each) && /\.(?:find|findOne|findById|findUnique|findFirst|get|select|first|count|query|load)\w*\($/.test(`${each.expression.getText()}(`));
  if ((effect !== 'writes' && effect !== 'tells') || !reads) return;
  cx.report({ at: spanOf(name), say: 'node', args: { lock, work: by } });
}

function nodesIn(body: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** Locks of async-mutex and the like around work on shared data. */
export const nodeMutex = ruleMatcher({
  language: 'typescript', needles: [['async-mutex'], ['async-lock'], ['await-lock'], ['async-sema'], ['mutexify'], ['await-semaphore'], ['semaphore-async-await']],
  on: { CallExpression: check },
});
