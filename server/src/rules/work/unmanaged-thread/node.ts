import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { functionName } from '../../../syntax/typescript/functions.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { handlerAround } from '../../../syntax/typescript/surroundings.js';

function check(node: Node, cx: RuleFileContext): void {
  const made = node.compilerNode as ts.NewExpression;
  const origin = calledModule(cx, made);
  if (origin?.module !== 'worker_threads' || origin.path !== 'Worker' || !isServing(cx, node)) return;
  const handler = handlerAround(made);
  if (!handler || /\b(?:semaphore|p-?limit|limiter|pool|maxWorkers|max_workers)\b/i.test(cx.text)) return;
  const { parent } = handler;
  const [route] = ts.isCallExpression(parent) ? parent.arguments : [];
  cx.report({ at: spanOf(made.expression), say: 'thread', args: { what: functionName(handler) || (route && ts.isStringLiteralLike(route) ? route.text : 'Worker') }, cause: `thread ${cx.path}` });
}

/** A worker for each request: nothing bounds how many run, and each has a heap of its own. */
export const nodeThreads = ruleMatcher({ language: 'typescript', needles: [['worker_threads', 'Worker']], on: { NewExpression: check } });
