import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { wordsOf } from '../../../syntax/names.js';
import { effectsOf, effectsOfCallback } from '../../../syntax/typescript/effects.js';
import { functionBehind, functionName, isFunction, nodesOf, walk } from '../../../syntax/typescript/functions.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { ownBufferOf } from '../../../syntax/typescript/own-buffer.js';
import { optionOf } from '../../../syntax/typescript/options.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { handlerAround, heldBy } from '../../../syntax/typescript/surroundings.js';

type Call = ts.CallExpression | ts.NewExpression;

/** Queues of libraries that take a worker when they are made, and those that are handed the work itself. */
const workers: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^async$/, path: /^(?:queue|priorityQueue|cargo|cargoQueue)$/ }, { module: /^async\/(?:queue|cargo|priorityQueue)$/, path: /^$/ },
  { module: /^fastq$/, path: /^(?:promise)?$/ }, { module: /^better-queue$/, path: /^$/ },
];
const takers = /^(?:p-queue|queue-promise|queue|promise-queue|async-queue)$/;

/** Changes shared data or tells somebody: work that an answer has promised. */
function owns(effect: string): boolean {
  return effect === 'writes' || effect === 'tells';
}

/** Calls of a method on what a name of this file holds, that a request makes and does not wait for. */
function handedOver(file: ts.SourceFile, name: string, methods: RegExp): readonly ts.CallExpression[] {
  return nodesOf(file).filter((each): each is ts.CallExpression => ts.isCallExpression(each) && ts.isPropertyAccessExpression(each.expression) && methods.test(each.expression.name.text)
    && each.expression.expression.getText().replace(/^this\./, '') === name && handlerAround(each) !== undefined && !isAwaited(each));
}

function isAwaited(call: ts.CallExpression): boolean {
  let at: ts.Node = call.parent;
  while (ts.isPropertyAccessExpression(at) || ts.isCallExpression(at)) at = at.parent;
  return ts.isAwaitExpression(at) || ts.isReturnStatement(at) || (ts.isVariableDeclaration(at) || ts.isArrowFunction(at));
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as Call;
  const origin = calledModule(cx, call);
  if (!origin || !isServing(cx, node)) return;
  const takesWorker = workers.some(({ module, path }) => module.test(origin.module) && path.test(origin.path));
  if (!takesWorker && !(takers.test(origin.module) && ts.isNewExpression(call))) return;
  const name = heldBy(call).replace(/^this\./, '');
  if (name === '' || (origin.module === 'better-queue' && call.arguments?.some((each) => optionOf(each, 'store').kind === 'given'))) return;
  const given = handedOver(call.getSourceFile(), name, takesWorker ? /^(?:push|unshift|pushAsync)$/ : /^(?:add|addAll|enqueue|push)$/);
  const worker = (call.arguments ?? []).find((each) => functionBehind(cx, each) !== undefined);
  const does = takesWorker ? (worker ? [effectsOfCallback(cx, worker)] : []) : given.map((each) => effectsOfCallback(cx, each.arguments[0]));
  if (given.length === 0 || !does.some(({ effect }) => owns(effect))) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({ at: spanOf(token), say: 'queue', args: { field: name, type: basename(cx.path) }, also: given.slice(0, 3).map((each) => ({ at: spanOf(each.expression), say: 'put' })) });
}

const answering = /\b(?:res|response|reply)\.(?:send|json|end|status|sendStatus|redirect|render|code)\b|\bctx\.(?:body|status)\s*=/;

/** `res.sendStatus(202); setImmediate(async () => …)`: the answer promises work that only this process knows of. */
function checkLater(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!/^(?:setImmediate|process\.nextTick|queueMicrotask)$/.test(call.expression.getText())) return;
  const handler = handlerAround(call);
  const [work] = call.arguments;
  if (!handler || !work || !isFunction(work) || !isServing(cx, node)) return;
  const answers = walk(handler, (each) => ts.isStatement(each) && !ts.isBlock(each) && answering.test(each.getText()) && !(each.pos <= call.pos && each.end >= call.end));
  const { effect, by } = effectsOf(cx, work);
  if (answers && !answering.test(work.getText()) && owns(effect)) cx.report({ at: spanOf(call.expression), say: 'later', args: { call: call.expression.getText(), work: by } });
}

const ending = /\b(?:SIGTERM|beforeExit|onModuleDestroy|onApplicationShutdown|beforeApplicationShutdown|onShutdown|gracefulShutdown|preClose|onClose)\b/;
const ofObservers = /^(?:logs?|logger|logging|metrics?|stats?|statistics|telemetry|analytics|traces?|tracing|usages?)$/;

/** `setInterval(flush, 5000)` with a `flush` that takes out what others have put in since. */
function checkBuffer(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!/^(?:setInterval|global(?:This)?\.setInterval)$/.test(call.expression.getText())) return;
  const code = functionBehind(cx, call.arguments[0]);
  const buffer = code && ownBufferOf(code);
  if (!buffer || !owns(effectsOf(cx, code).effect) || ending.test(cx.text) || !isServing(cx, node)) return;
  const job = functionName(code) || call.expression.getText();
  if (wordsOf([buffer.name, job, ...cx.path.split('/').slice(-3)].join(' ')).some((word) => ofObservers.test(word))) return;
  cx.report({ at: spanOf(buffer.at), say: 'buffered', args: { field: buffer.name, job }, severity: 'warning', also: [{ at: spanOf(call.expression), say: 'taken' }] });
}

/** Work that requests leave in queues of the process. */
export const nodeQueues = ruleMatcher({
  language: 'typescript',
  needles: [[/['"](?:async|async\/\w+|fastq|better-queue|p-queue|queue-promise|queue|promise-queue|async-queue)['"]/], [/\b(?:setImmediate|nextTick|queueMicrotask)\(\s*(?:async\s*)?(?:\(|function)/, /\b(?:res|reply|ctx|response)\b/], ['setInterval', '.length', /\.(?:splice|slice|shift)\(/]],
  on: {
    NewExpression: check,
    CallExpression(node, cx) {
      check(node, cx);
      checkLater(node, cx);
      checkBuffer(node, cx);
    },
  },
});
