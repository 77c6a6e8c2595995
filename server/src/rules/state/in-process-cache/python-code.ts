import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, below, calledName, calleeSpan, decoratorsOf, enclosing, enclosingFunction, field, nameOf, rootOf, type PythonNode } from '../../../syntax/python/ask.js';
import { isCommandLine, isTask } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

const caches = /^(?:cachetools\.(?:TTLCache|LRUCache|LFUCache|TLRUCache|FIFOCache)|aiocache\.SimpleMemoryCache|fastapi_cache\.backends\.inmemory\.InMemoryBackend|cachelib\.(?:simple\.)?SimpleCache)$/;
/** Calls that read what another replica may change. */
const reads = /\.objects\.\w+|\.query\.\w+|\.(?:execute|scalars?|fetchone|fetchall|find_one)$|^(?:requests|httpx|aiohttp)\.\w/;
/** Entries that expire within minutes leave replicas apart for no longer. */
const shortly = 300;

function secondsOf(call: PythonNode): number | undefined {
  const ttl = argument(call, 'ttl', 1);
  return ttl && /^\d+$/.test(ttl.text) ? Number(ttl.text) : undefined;
}

/** Whether functions that the cache is put around, or that use it by name, read data from elsewhere. */
function holdsData(cx: RuleFileContext, root: PythonNode, name: string): boolean {
  return below(root, 'function_definition').some((fn) => {
    const uses = new RegExp(`\\b${name}\\b`).test(`${decoratorsOf(fn).map((each) => each.text).join(' ')} ${fn.text}`);
    return uses && !isTask(cx, fn) && below(fn, 'call').some((call) => reads.test(calledName(cx, call)));
  });
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const type = calledName(cx, call);
  if (!caches.test(type) || enclosingFunction(call) && !/InMemoryBackend$/.test(type) || isDevelopmentOnly(cx, call) || isCommandLine(cx, call)) return;
  const decorated = enclosing(call, 'decorated_definition');
  const target = field(enclosing(call, 'assignment'), 'left');
  const name = target?.text ?? nameOf(field(decorated, 'definition'));
  if (!/InMemoryBackend$/.test(type) && !holdsData(cx, rootOf(call), (target && field(target, 'attribute')?.text) ?? name)) return;
  const seconds = secondsOf(call);
  cx.report({
    at: calleeSpan(call), say: 'pythonBuilt', args: { name: name === '' ? type.replace(/^.*\./, '') : name, provider: type.replace(/\..*$/, '') },
    ...(seconds !== undefined && seconds <= shortly ? { severity: 'info' as const } : {}), data: { family: 'python', place: 'region', provider: 'python', known: [] },
  });
}

/** Caches of cachetools, aiocache, fastapi-cache and cachelib that a module makes for data from elsewhere. */
export const pythonCodeCaches = ruleMatcher({ language: 'python', needles: [['cachetools'], ['aiocache'], ['fastapi_cache'], ['cachelib']], on: { call: onCall } });
