import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { below, field, named, span, type PythonNode } from '../../../syntax/python/ask.js';
import { typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isServed } from '../../../syntax/python/surroundings.js';
import { sharedCall } from '../../../syntax/python/work.js';

const locks = /^(?:threading|asyncio|multiprocessing|gevent\.lock)\.(?:RLock|Lock|Semaphore|BoundedSemaphore)$/;

/** `with lock:` around work whose exclusion must hold across replicas. */
function onWith(statement: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, statement) || !isServed(cx, statement)) return;
  const item = below(statement, 'with_item').find((each) => each.parent?.parent?.id === statement.id);
  const lock = item && (field(item, 'value') ?? named(item)[0]);
  if (!lock || !locks.test(typeOf(cx, lock))) return;
  const body = field(statement, 'body');
  const work = body && sharedCall(cx, body);
  // Reading first and writing then is what the exclusion is for; a single call is whole by itself.
  if (work === undefined || !body || named(body).length < 2) return;
  cx.report({ at: span(lock), say: 'python', args: { lock: lock.text, work } });
}

export const pythonLocks = ruleMatcher({ language: 'python', needles: [[/\b(?:threading|asyncio|multiprocessing)\b/, /\b(?:R?Lock|(?:Bounded)?Semaphore)\(/, /\bwith\b/]], on: { with_statement: onWith } });
