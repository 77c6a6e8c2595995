import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, calledName, calleeSpan, enclosingFunction, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine, isServed, isTask } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';
import { sharedCall, workName, workOf } from '../../../syntax/python/work.js';

/** A thread or process that a request starts and nobody waits for. */
function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  if (!/^(?:threading\.Thread|multiprocessing\.Process|_thread\.start_new_thread)$/.test(name) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call)) return;
  const fn = enclosingFunction(call);
  if (!fn || !isServed(cx, call) || isTask(cx, fn) || /\.join\(/.test(fn.text)) return;
  const target = argument(call, 'target', 1) ?? argument(call, 'function', 0);
  const work = workOf(cx, target);
  const owns = !work || sharedCall(cx, work) !== undefined;
  if (owns) cx.report({ at: calleeSpan(call), say: 'owning', args: { what: name, work: workName(target) }, severity: work ? 'warning' : 'info', cause: `thread ${cx.path}` });
}

export const pythonThreads = ruleMatcher({ language: 'python', needles: [['threading', 'Thread'], ['multiprocessing', 'Process'], ['start_new_thread']], on: { call: onCall } });
