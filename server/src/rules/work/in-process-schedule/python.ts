import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, below, calledName, decoratorsOf, enclosing, field, importsPackage, methodOf, nameOf, parametersOf, positional, keywordsOf, qualified, receiverOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { resolvedName, typeOf } from '../../../syntax/python/scope.js';
import { isCommandLine, isMainGuarded } from '../../../syntax/python/surroundings.js';
import { guardsOf, isDevelopmentOnly } from '../../../syntax/python/values.js';
import { isLocked, sharedCall, workName, workOf } from '../../../syntax/python/work.js';

/** Schedulers that run beside other code; a blocking one is a process of its own. */
const schedulers = /^(?:apscheduler\.schedulers\.(?:background\.Background|asyncio\.AsyncIO|gevent\.Gevent|tornado\.Tornado|twisted\.Twisted|qt\.Qt)Scheduler|flask_apscheduler\.APScheduler|apscheduler\.(?:Async)?Scheduler|rocketry\.Rocketry|aiocron\.\w+)$/;

interface Signal {
  readonly at: PythonNode;
  /** What is run, and its body where the file shows it. */
  readonly job: string;
  readonly work: PythonNode | undefined;
  /** The clock as the code states it: a cron expression or a number of seconds. */
  readonly cron?: string;
  /** The statement that hands the job over, when it stands alone and the job is a function of the module without parameters. */
  readonly statement?: PythonNode;
}

/** Judges one job: what it does, what decides about it, and whether something keeps it to one replica. */
function report(cx: RuleFileContext, signal: Signal, call: PythonNode): void {
  if (isDevelopmentOnly(cx, call) || isCommandLine(cx, call) || (signal.work && isLocked(signal.work))) return;
  // Whether there is a new version may be asked as often as one likes.
  if (/(?:check|fetch|poll)\w*_(?:version|updates?|release)|version_check|update_check|telemetry|phone_home|usage_stat/i.test(signal.job)) return;
  const what = signal.work && sharedCall(cx, signal.work);
  if (signal.work && what === undefined && housekeeping.test(`${signal.job} ${signal.work.text.slice(0, 400)}`)) return;
  const guard = guardsOf(cx, call).find(({ stage }) => stage === undefined);
  const setting = guard && !/__name__/.test(guard.text) && /^[A-Z]|environ|getenv|config|setting|enable/i.test(guard.text) ? guard.setting : undefined;
  const say = what === undefined ? (setting === undefined ? 'unclear' : 'switchedUnclear') : setting === undefined ? 'shared' : 'switched';
  cx.report({
    at: span(signal.at), say, args: { job: signal.job, ...(what === undefined ? {} : { what }), ...(setting === undefined ? {} : { setting }) },
    ...(what !== undefined && setting === undefined ? { severity: 'error' as const, confidence: 'high' as const } : {}),
    data: { engine: 'timer', guarded: false, python: { job: signal.job, ...(signal.cron === undefined ? {} : { cron: signal.cron }), ...(signal.statement ? { statement: { ...span(signal.statement) } } : {}) } },
  });
}

const housekeeping = /\b(?:gc\.collect|heartbeat|keep_?alive|metrics|statsd|reload_config|refresh_token|log_memory|cleanup_temp|evict)\b/i;

function isScheduler(cx: RuleFileContext, node: PythonNode | undefined): boolean {
  return node !== undefined && (schedulers.test(typeOf(cx, node)) || (node.type === 'identifier' && /(?:^|\.)scheduler$/.test(resolvedName(cx, node)) && /^(?:scheduler|sched)$/.test(node.text) && importsPackage(cx, node, 'apscheduler', 'flask_apscheduler') && !/BlockingScheduler/.test(cx.text)));
}

/** `hour=3, minute=0` of a cron trigger as a cron expression; `undefined` for what five fields cannot say. */
function cronOf(call: PythonNode): string | undefined {
  const options = keywordsOf(call);
  const field5 = (name: string): string | undefined => options.get(name)?.text.replace(/^["']|["']$/g, '');
  const kind = argument(call, 'trigger', calledMethod(call) === 'add_job' ? 1 : 0)?.text.replace(/["']/g, '');
  if (kind === 'cron') {
    const names = ['minute', 'hour', 'day', 'month', 'day_of_week'];
    const from = names.findIndex((name) => field5(name) !== undefined);
    return from < 0 ? undefined : names.map((name, index) => field5(name) ?? (index < from || (index === 0 && from > 0) ? '0' : '*')).join(' ');
  }
  const minutes = Number(field5('minutes') ?? 0) + 60 * Number(field5('hours') ?? 0);
  return kind === 'interval' && Number.isInteger(minutes) && minutes > 0 && 60 % minutes === 0 ? `*/${minutes} * * * *` : kind === 'interval' && minutes > 0 && minutes % 60 === 0 && 24 % (minutes / 60) === 0 ? `0 */${minutes / 60} * * *` : undefined;
}

function calledMethod(call: PythonNode): string {
  return methodOf(call);
}

function onCall(call: PythonNode, cx: RuleFileContext): void {
  const name = calledName(cx, call);
  const method = methodOf(call);
  const callee = field(call, 'function') ?? call;
  const at = field(callee, 'attribute') ?? callee;
  if (method === 'add_job' && isScheduler(cx, receiverOf(call))) {
    const work = argument(call, 'func', 0);
    const cron = cronOf(call);
    // A job that requests add at run time belongs to those requests.
    const statement = call.parent?.type === 'expression_statement' && call.parent.parent?.type === 'module' && isPlainFunction(workOf(cx, work)) ? call.parent : undefined;
    report(cx, { at, job: workName(work), work: workOf(cx, work), ...(cron === undefined ? {} : { cron }), ...(statement ? { statement } : {}) }, call);
  }
  // `schedule.every().day.do(job)` beside a server; alone it is a process of its own.
  if (method === 'do' && /^(?:schedule|sched)\.every\(/.test(receiverOf(call)?.text ?? '') && importsPackage(cx, call, 'schedule') && importsPackage(cx, call, 'flask', 'fastapi', 'django', 'threading', 'aiohttp')) {
    report(cx, { at, job: workName(positional(call)[0]), work: workOf(cx, positional(call)[0]) }, call);
  }
  if (name === 'tornado.ioloop.PeriodicCallback' || name === 'threading.Timer') onTimer(cx, call, at, name);
  if (/^(?:asyncio\.(?:create_task|ensure_future)|threading\.Thread)$/.test(name) || /\.create_task$/.test(name)) onLoop(cx, call, at);
}

function isPlainFunction(work: PythonNode | undefined): boolean {
  return work?.type === 'function_definition' && parametersOf(work).length === 0;
}

/** A timer that its own function sets again. */
function onTimer(cx: RuleFileContext, call: PythonNode, at: PythonNode, name: string): void {
  const argumentNode = name === 'threading.Timer' ? argument(call, 'function', 1) : argument(call, 'callback', 0);
  const work = workOf(cx, argumentNode);
  const rearms = work && enclosing(call, 'function_definition')?.id === work.id;
  if (name === 'threading.Timer' && !rearms) return;
  report(cx, { at, job: workName(argumentNode), work }, call);
}

const repeats = /\bwhile\s+(?:True|1|not\b[^\n]*|self\.\w+|running)\s*:/;
const sleeps = /\b(?:asyncio\.sleep|time\.sleep|sleep|\.wait)\s*\(/;

/** Whether the function that starts a loop ends it as well: `try: … finally: stop.set()`. Before a `yield` that is the life of the application. */
function endsWithCaller(call: PythonNode): boolean {
  const fn = enclosing(call, 'function_definition');
  if (!fn || below(fn, 'yield').length > 0) return false;
  return below(fn, 'finally_clause').some((clause) => clause.startIndex > call.endIndex && /\.(?:set|cancel|join|stop)\(/.test(clause.text));
}

/** A task or thread that works, sleeps and begins again for as long as the process lives. */
function onLoop(cx: RuleFileContext, call: PythonNode, at: PythonNode): void {
  const argumentNode = /Thread$/.test(calledName(cx, call)) ? argument(call, 'target', 1) : positional(call)[0];
  const work = workOf(cx, argumentNode);
  if (!work || work.type === 'lambda' || !repeats.test(work.text) || !sleeps.test(work.text) || isMainGuarded(call) || endsWithCaller(call)) return;
  if (!importsPackage(cx, call, 'flask', 'fastapi', 'starlette', 'django', 'aiohttp', 'sanic', 'quart', 'tornado') || sharedCall(cx, work) === undefined) return;
  // Streams and sockets are served by a loop of their own.
  if (/websocket|\.recv\(|receive_|yield|pubsub|\.listen\(|queue\.get|BRPOP|blpop/i.test(work.text)) return;
  report(cx, { at, job: nameOf(work), work }, call);
}

/** `@scheduler.scheduled_job("cron", hour=3)`, `@scheduler.task(…)`, `@repeat_every(seconds=60)`. */
function onFunction(fn: PythonNode, cx: RuleFileContext): void {
  for (const decorator of decoratorsOf(fn)) {
    const callee = decorator.type === 'call' ? field(decorator, 'function') : decorator;
    const name = qualified(cx, callee);
    const isJob = callee?.type === 'attribute' && /^(?:scheduled_job|task)$/.test(field(callee, 'attribute')?.text ?? '') && isScheduler(cx, field(callee, 'object'));
    const isRepeated = /^(?:fastapi_utils\.tasks\.repeat_every|fastapi_restful\.tasks\.repeat_every|fastapi_utilities\.repeat_(?:every|at)|aiocron\.crontab)$/.test(name);
    const cron = decorator.type === 'call' && isJob ? cronOf(decorator) : undefined;
    if (callee && (isJob || isRepeated)) report(cx, { at: field(callee, 'attribute') ?? callee, job: nameOf(fn), work: fn, ...(cron === undefined ? {} : { cron }) }, decorator);
  }
}

/** APScheduler, schedule, repeated tasks and loops that run beside a server. */
export const pythonSchedules = ruleMatcher({
  language: 'python',
  needles: [['apscheduler'], ['flask_apscheduler'], ['schedule', /\bevery\(/], ['repeat_every'], ['aiocron'], ['PeriodicCallback'], ['threading', 'Timer'], [/\bwhile\s+(?:True|1|not|self|running)\b/, /\b(?:create_task|ensure_future|Thread)\s*\(/, /sleep\s*\(|\.wait\s*\(/]],
  on: { call: onCall, function_definition: onFunction },
});

