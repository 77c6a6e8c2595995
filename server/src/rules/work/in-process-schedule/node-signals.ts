import { ts } from 'ts-morph';
import { bare, functionAround, functionBehind, functionName, functionsAround, isFunction, lastName, walk, type FunctionNode, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, literalOf, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { guardsOf, handlerAround } from '../../../syntax/typescript/surroundings.js';

/** Something that makes code run again and again. */
export interface Signal {
  /** `cron`: a schedule by the clock; `interval`: a timer that repeats; `rearming`: a timer that sets itself again. */
  readonly kind: 'cron' | 'interval' | 'rearming';
  readonly token: ts.Node;
  /** The code that runs; `undefined` when the file does not show it. */
  readonly callback: ts.Expression | FunctionNode | undefined;
  /** Name for the message. */
  readonly job: string;
  /** Further timers that keep the same loop going. */
  readonly also: readonly ts.Node[];
}

type Call = ts.CallExpression | ts.NewExpression;

function tokenOf(call: Call): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
}

/** `expireOrders` for a named callback; else the call with its schedule, as in `cron.schedule('0 2 * * *')`. */
function jobName(call: Call, callback: ts.Expression | undefined, schedule: ts.Expression | undefined): string {
  const named = callback && !isFunction(bare(callback)) ? lastName(bare(callback)) : '';
  if (named !== '') return named;
  const when = schedule && (ts.isStringLiteralLike(schedule) || ts.isIdentifier(schedule) || ts.isPropertyAccessExpression(schedule)) ? schedule.getText() : '…';
  return `${call.expression.getText().replace(/^new\s+/, '').slice(-40)}(${when.slice(0, 40)})`;
}

function isCallback(node: ts.Expression): boolean {
  const value = bare(node);
  if (isFunction(value)) return true;
  if (ts.isIdentifier(value)) {
    const initial = initialValue(value);
    return initial === undefined || isFunction(initial) || ts.isCallExpression(initial);
  }
  return ts.isPropertyAccessExpression(value) || ts.isCallExpression(value);
}

/** Where the libraries take the callback; `last` for those with optional arguments before it. */
const takers: readonly { readonly module: RegExp; readonly path: RegExp; readonly callback: number | 'last' }[] = [
  { module: /^(?:node-cron|@?cron-node|node-cron-next)$/, path: /^(?:cron\.)?(?:schedule|createTask)$/, callback: 1 },
  { module: /^node-schedule$/, path: /^scheduleJob$/, callback: 'last' },
  { module: /^croner$/, path: /^(?:Cron)?$/, callback: 'last' },
  { module: /^cron$/, path: /^(?:CronJob|job)$/, callback: 1 },
  { module: /^(?:later|@breejs\/later)$/, path: /^setInterval$/, callback: 0 },
];

function cronSignal(cx: Once, call: Call): Signal | undefined {
  const origin = calledModule(cx, call);
  if (!origin) return undefined;
  const [first] = call.arguments ?? [];
  if (origin.module === 'toad-scheduler' && /^(?:SimpleIntervalJob|LongIntervalJob|CronJob)$/.test(origin.path)) return toadSignal(cx, call);
  if (origin.module === 'bree' && ts.isNewExpression(call)) return { kind: 'cron', token: tokenOf(call), callback: undefined, job: 'Bree', also: [] };
  const options = origin.module === 'cron' && /^CronJob(?:\.from)?$/.test(origin.path) ? literalOf(first) : undefined;
  if (options) {
    const callback = propertyOf(options, 'onTick');
    return callback && { kind: 'cron', token: tokenOf(call), callback, job: jobName(call, callback, propertyOf(options, 'cronTime')), also: [] };
  }
  const taker = takers.find((each) => each.module.test(origin.module) && each.path.test(origin.path));
  const callback = taker && callbackOf(call, taker.callback);
  return callback && { kind: 'cron', token: tokenOf(call), callback, job: jobName(call, callback, first), also: [] };
}

function callbackOf(call: Call, place: number | 'last'): ts.Expression | undefined {
  const given = call.arguments ?? [];
  if (place !== 'last') return given[place];
  return [...given].slice(1).reverse().find(isCallback);
}

/** `new SimpleIntervalJob({ minutes: 5 }, task)` where `task = new AsyncTask('name', callback)`. */
function toadSignal(cx: Once, call: Call): Signal | undefined {
  const given = call.arguments?.[1];
  const value = given && bare(given);
  const task = value && ts.isIdentifier(value) ? initialValue(value) : value;
  const made = task && ts.isNewExpression(task) && originOf(originsOf(cx, call.getSourceFile()), task.expression)?.module === 'toad-scheduler' ? task : undefined;
  const callback = made?.arguments?.[1];
  return { kind: 'cron', token: tokenOf(call), callback, job: made?.arguments?.[0] && ts.isStringLiteralLike(made.arguments[0]) ? made.arguments[0].text : call.expression.getText(), also: [] };
}

/** `@Cron`, `@Interval` and `@Timeout` of Nest. */
export function nestSignal(cx: Once, method: ts.MethodDeclaration): Signal | undefined {
  for (const decorator of ts.getDecorators(method) ?? []) {
    const call = decorator.expression;
    if (!ts.isCallExpression(call)) continue;
    const origin = calledModule(cx, call);
    if (origin?.module !== '@nestjs/schedule' || !/^(?:Cron|Interval)$/.test(origin.path)) continue;
    return { kind: origin.path === 'Cron' ? 'cron' : 'interval', token: call.expression, callback: method, job: functionName(method), also: [] };
  }
  return undefined;
}

const stopping = /^clear(?:Interval|Timeout)$/;

/** A timer that stops itself waits for something; one that is unref'd or belongs to a request or a connection is of this process. */
function isLocalTimer(cx: Once, call: ts.CallExpression): boolean {
  const { parent } = call;
  if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'unref') return true;
  if (handlerAround(call)) return true;
  const holder = ts.isVariableDeclaration(parent) ? parent.name.getText() : ts.isBinaryExpression(parent) ? parent.left.getText() : '';
  if (holder !== '' && new RegExp(`${holder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\??\\.unref\\??\\.?\\(`).test(call.getSourceFile().text)) return true;
  const body = functionBehind(cx, call.arguments[0])?.body;
  return body !== undefined && walk(body, (node) => ts.isCallExpression(node) && stopping.test(node.expression.getText()));
}

function intervalSignal(cx: Once, call: ts.CallExpression): Signal | undefined {
  if (!/^(?:(?:global|globalThis|Meteor|timers)\.)?setInterval$/.test(call.expression.getText()) || call.arguments.length < 2 || isLocalTimer(cx, call)) return undefined;
  const [callback] = call.arguments;
  return { kind: 'interval', token: call.expression, callback, job: jobName(call, callback, call.arguments[1]), also: [] };
}

/** Functions of this file that a piece of code calls, two steps deep. */
function reached(cx: Once, code: ts.Node, depth: number, into: Set<FunctionNode>): Set<FunctionNode> {
  walk(code, (node) => {
    if (!ts.isCallExpression(node)) return;
    const callee = functionBehind(cx, node.expression);
    if (!callee || into.has(callee)) return;
    into.add(callee);
    if (depth > 0) reached(cx, callee, depth - 1, into);
  });
  return into;
}

/** The function around a timer that the timer will run again; `undefined` when it runs something else. */
function loopOf(cx: Once, call: ts.CallExpression): FunctionNode | undefined {
  const target = functionBehind(cx, call.arguments[0]);
  if (!target) return undefined;
  const around = functionsAround(call).filter((each) => each !== target || functionAround(call) !== undefined);
  const again = new Set([target, ...reached(cx, target, 1, new Set())]);
  // What runs inside the callback itself does not re-arm it, unless the callback is the function around.
  return around.find((each) => again.has(each));
}

/** Timers after a failure try again; they do not schedule. */
function isRetry(call: ts.CallExpression): boolean {
  for (let at: ts.Node = call; at.parent; at = at.parent) {
    if (ts.isCatchClause(at)) return true;
    if (isFunction(at) && ts.isCallExpression(at.parent) && /\.(?:catch|once?)$|^(?:connect|reconnect)$/.test(at.parent.expression.getText()) && /catch$|error|close|disconnect|end/.test(at.parent.getText().slice(0, 200))) return true;
  }
  const names = functionsAround(call).map(functionName).join(' ');
  return /retry|reconnect|backoff|attempt|wait|sleep|delay/i.test(names) || guardsOf(call).some(({ text }) => /retr(?:y|ies)|attempt|tries\b/i.test(text));
}

/** Works off a list of this process, a piece at a time: each replica has a list of its own, so nothing is done twice. */
function drains(cx: Once, call: ts.CallExpression): boolean {
  const body = functionBehind(cx, call.arguments[0])?.body;
  return body !== undefined && walk(body, (node) => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:shift|dequeue)$/.test(node.expression.name.text) && node.arguments.length === 0);
}

const loopKey = {};

/** The first timer of each loop that keeps itself going by `setTimeout`. */
function rearmingSignal(cx: Once, call: ts.CallExpression): Signal | undefined {
  if (!/^(?:(?:global|globalThis|Meteor|timers)\.)?setTimeout$/.test(call.expression.getText())) return undefined;
  const loops = cx.once(loopKey, () => findLoops(cx, call.getSourceFile()));
  for (const [loop, timers] of loops) {
    const [first, ...others] = timers;
    if (first === call) return { kind: 'rearming', token: call.expression, callback: loop, job: functionName(loop) || 'setTimeout', also: others.map((each) => each.expression) };
  }
  return undefined;
}

function findLoops(cx: Once, file: ts.SourceFile): ReadonlyMap<FunctionNode, readonly ts.CallExpression[]> {
  const loops = new Map<FunctionNode, ts.CallExpression[]>();
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || !/(?:^|\.)setTimeout$/.test(node.expression.getText()) || handlerAround(node)) return;
    // Something that ends at a moment of its own ends once, however often it is put off.
    const ends = /expir|\bexp\b|ttl|deadline/i.test(node.arguments[1]?.getText() ?? '');
    const loop = ends || isRetry(node) || drains(cx, node) ? undefined : loopOf(cx, node);
    if (!loop) return;
    loops.set(loop, [...(loops.get(loop) ?? []), node]);
  });
  return loops;
}

/** What a call schedules; `undefined` for every other call. */
export function signalOf(cx: Once, call: Call): Signal | undefined {
  const text = call.expression.getText();
  if (/(?:^|\.)setInterval$/.test(text) && ts.isCallExpression(call)) return intervalSignal(cx, call) ?? cronSignal(cx, call);
  if (/(?:^|\.)setTimeout$/.test(text)) return ts.isCallExpression(call) ? rearmingSignal(cx, call) : undefined;
  return cronSignal(cx, call);
}
