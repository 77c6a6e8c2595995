import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, calledName, enclosing, enclosingClass, enclosingFunction, field, named, nameOf, positional, span, type PythonNode } from '../../syntax/python/ask.js';
import { isCommandLine } from '../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../syntax/python/values.js';
import { isLocked, sharedCall } from '../../syntax/python/work.js';

/** A coroutine of a module that works, sleeps and begins again for as long as the process lives, if somebody starts it. */
export interface PythonLoop {
  readonly job: string;
  /** The call that makes it matter to other replicas. */
  readonly what: string;
  /** Takes away what is too old, and nothing else: twice is as good as once. */
  readonly expires: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'python.loop': PythonLoop;
    /** A coroutine function, by its name, that a file hands over to run beside what serves: `create_task(work())`, `run_in_background(work)`. */
    'python.started': { readonly job: string };
  }
}

const acting = /^_?(?:send|notify|remind|charge|pay|bill|refund|publish|dispatch|deliver|settle|cancel|renew|close|import|sync|process|purge|delete|expire|archive)_\w+$/;
const removing = /^_?(?:purge|delete|expire)_\w*(?:expired|old|stale|outdated)\w*$|^_?purge_\w+$/;
/** Streams and sockets are served by a loop of their own, and a queue of the process has other entries in each. */
const streams = /websocket|\.recv\(|receive_|\byield\b|pubsub|\.listen\(|\.get\(\)|queue|BRPOP|blpop|\basync for\b/i;
const own = /heartbeat|keep_?alive|metric|statsd|telemetry|version|cache|evict|refresh|monitor|watchdog|reconnect|lease/i;

/** Last names of what a loop calls, with those of functions of this module that it calls by name. */
function callsOf(fn: PythonNode): readonly string[] {
  return below(fn, 'call').map((call) => (field(field(call, 'function'), 'attribute') ?? field(call, 'function'))?.text ?? '');
}

function isSleep(cx: FactFileContext, call: PythonNode): boolean {
  return /^(?:asyncio|anyio|trio|curio)\.sleep$/.test(calledName(cx, call)) && !enclosing(call, 'except_clause', 'while_statement')?.type.startsWith('except');
}

function onFunction(fn: PythonNode, cx: FactFileContext): void {
  if (!/^async\b/.test(fn.text) || enclosingClass(fn) || enclosingFunction(fn) || own.test(nameOf(fn)) || isCommandLine(cx, fn) || isDevelopmentOnly(cx, fn)) return;
  const loop = below(fn, 'while_statement').find((each) => below(each, 'call').some((call) => isSleep(cx, call)));
  if (!loop || streams.test(loop.text) || isLocked(fn)) return;
  const acts = callsOf(loop).filter((name) => acting.test(name));
  const what = acts[0] ?? sharedCall(cx, loop);
  if (what === undefined) return;
  const name = field(fn, 'name');
  if (name) cx.emit('python.loop', span(name), { job: name.text, what, expires: acts.length > 0 && acts.every((each) => removing.test(each)) });
}

const starting = /^(?:create|start|run|spawn|add|launch|schedule|register)_?\w*(?:tasks?|background|loop|job|soon)$|^(?:create_task|ensure_future|start_soon)$/;

function onCall(call: PythonNode, cx: FactFileContext): void {
  const callee = field(call, 'function');
  if (!starting.test((field(callee, 'attribute') ?? callee)?.text ?? '') || isDevelopmentOnly(cx, call)) return;
  const [first] = positional(call);
  const given = first?.type === 'call' ? field(first, 'function') : first;
  const name = given?.type === 'identifier' ? given : given?.type === 'attribute' ? named(given).at(-1) : undefined;
  if (name) cx.emit('python.started', span(name), { job: name.text });
}

/** Loops of asyncio, and who starts coroutines. */
export const pythonLoopFacts: FactExtractor = {
  kinds: ['python.loop', 'python.started'],
  matchers: [
    factMatcher({ language: 'python', needles: [['async def', 'while', /\bsleep\(/]], on: { function_definition: onFunction } }),
    factMatcher({ language: 'python', needles: [[/\b(?:create|start|run|spawn|add|launch|schedule|register)_?\w*(?:tasks?|background|loop|job|soon)\(|ensure_future\(/, /\basync\b|asyncio/]], on: { call: onCall } }),
  ],
};
