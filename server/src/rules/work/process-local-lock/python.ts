import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { basename } from '../../../base/paths.js';
import { below, calledName, field, named, rootOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isServed } from '../../../syntax/python/surroundings.js';
import { sharedCall } from '../../../syntax/python/work.js';

const locks = /^(?:threading|asyncio|multiprocessing|gevent\.lock)\.(?:RLock|Lock|Semaphore|BoundedSemaphore)$/;

/** `with lock:` around work whose exclusion must hold across replicas. */
function onWith(statement: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, statement)) return;
  const item = below(statement, 'with_item').find((each) => each.parent?.parent?.id === statement.id);
  const lock = item && (field(item, 'value') ?? named(item)[0]);
  if (lock?.type === 'subscript') onTable(statement, lock, cx);
  if (!lock || !isServed(cx, statement) || !locks.test(typeOf(cx, lock))) return;
  const body = field(statement, 'body');
  const work = body && sharedCall(cx, body);
  // Reading first and writing then is what the exclusion is for; a single call is whole by itself.
  if (work === undefined || !body || named(body).length < 2) return;
  cx.report({ at: span(lock), say: 'python', args: { lock: lock.text, work } });
}

const looking = /^_?(?:get|find|fetch|load|select|check|count|query|read)(?:_|$)|^(?:first|one|scalar\w*|filter|exists)$/;
const acting = /^_?(?:pay|create|update|delete|save|insert|charge|transfer|withdraw|deposit|refund|book|reserve|order|process|execute|write|send|commit|store|upsert|remove|publish|apply|settle|send|add)(?:_|$)/;

/** `locks[key] = asyncio.Lock()`, `locks = defaultdict(asyncio.Lock)`: a table of locks that the whole file shares. */
function isLockTable(cx: RuleFileContext, table: PythonNode): boolean {
  return below(rootOf(table), 'assignment').some((each) => {
    const left = field(each, 'left');
    const made = field(each, 'right');
    if (!left || made?.type !== 'call') return false;
    const name = calledName(cx, made);
    return left.type === 'subscript' && field(left, 'value')?.text === table.text ? locks.test(name)
      : left.text === table.text && /(?:^|\.)(?:defaultdict|WeakValueDictionary)$/.test(name) && /\b(?:Lock|Semaphore)\b/.test(made.text);
  });
}

/** `async with locks[account_id]:` around what looks first and changes then: one process alone keeps to it. */
function onTable(statement: PythonNode, lock: PythonNode, cx: RuleFileContext): void {
  const table = field(lock, 'value');
  const body = field(statement, 'body');
  if (!table || !body || !isLockTable(cx, table)) return;
  const called = below(body, 'call').map((call) => field(field(call, 'function'), 'attribute')?.text ?? field(call, 'function')?.text ?? '');
  if (!called.some((name) => looking.test(name)) || !called.some((name) => acting.test(name)) || /\bcache\w*\[|_cache\b/.test(body.text)) return;
  cx.report({ at: span(lock), say: 'keyed', args: { field: (field(table, 'attribute') ?? table).text, type: basename(cx.path) } });
}

export const pythonLocks = ruleMatcher({ language: 'python', needles: [[/\b(?:threading|asyncio|multiprocessing)\b/, /\b(?:R?Lock|(?:Bounded)?Semaphore)\b/, /\bwith\b/]], on: { with_statement: onWith } });
