import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calleeOf, functionOf, handlerAround, isAside, nameOf, receiverOf, type GoNode } from '../../syntax/go/ask.js';
import { heldBy } from '../../syntax/go/choice.js';
import { workOf, type GoWork } from '../../syntax/go/work.js';
import { below, enclosing, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A channel that hands work from one part of a Go program to another: what waits in it exists nowhere else. */
    'go.queue': { readonly name: string; readonly owner: string; readonly work: string };
    /** A loop of Go code that does shared work whenever a time has passed. `harmless`: doing it twice changes nothing more. */
    'go.tick': { readonly job: string; readonly work: string; readonly harmless: boolean };
    /** A mutex of Go around a look at shared data and a change that follows from it. `table`: one of many, which the table keeps by key; `read` is '' then. */
    'go.mutex': { readonly lock: string; readonly read: string; readonly write: string; readonly table?: string; readonly owner?: string };
  }
}

/** Doing it again changes nothing: what is over is deleted, or set to what it already is. */
const harmless = /(?:delete|purge|clean|clear|expire|prune|remove|evict|vacuum|gc|optimi[sz]e|refresh)\w*$|\.(?:Delete|Remove)\w*$/i;

// --- channels ------------------------------------------------------------------------------------------------------

function lastName(channel: GoNode | undefined): string {
  return (channel?.type === 'selector_expression' ? field(channel, 'field')?.text : channel?.type === 'identifier' ? channel.text : undefined) ?? '';
}

/** Signals, results and locks rather than work. */
const noWork = /^(?:struct\s*\{\s*\}|bool|error|os\.Signal|time\.Time|int\d*|any|interface\s*\{\s*\}|chan\b.*|\[\]byte|byte)$/;

/** Bodies that work on what comes out of a channel. */
function consumersOf(root: GoNode, name: string): readonly GoNode[] {
  const loops = below(root, 'range_clause').filter((clause) => lastName(field(clause, 'right')) === name).flatMap((clause) => (clause.parent ? (field(clause.parent, 'body') ?? []) : []));
  const cases = below(root, 'communication_case').filter((each) => {
    const received = field(field(each, 'communication'), 'right');
    return received?.type === 'unary_expression' && lastName(field(received, 'operand')) === name && enclosing(each, 'for_statement') !== undefined;
  });
  return [...loops, ...cases];
}

/** The function that came out of the channel and is called: `f()` after `f := <-queue` or `for f := range queue`. */
function calledIn(body: GoNode): string | undefined {
  const received = field(named(body.parent ?? undefined).find((each) => each.type === 'range_clause'), 'left') ?? field(field(body, 'communication'), 'left');
  const name = received?.text ?? '';
  return below(body, 'call_expression').some((each) => field(each, 'function')?.text === name) ? name : undefined;
}

const toldKey = {};

/** `make(chan Mail, 100)` that is kept, filled in one function and worked off in another. */
function onMake(call: GoNode, cx: FactFileContext): void {
  const [type, size] = args(call);
  if (field(call, 'function')?.text !== 'make' || type?.type !== 'channel_type' || !size || size.text === '1' || noWork.test(field(type, 'value')?.text ?? '') || isAside(cx, call)) return;
  const name = heldBy(call);
  const { rootNode: root } = call.tree;
  const sent = below(root, 'send_statement').find((each) => lastName(field(each, 'channel')) === name && functionOf(each) !== undefined);
  const around = functionOf(call);
  // A channel that one function makes and waits for is no queue.
  if (name === '' || !sent || (around && functionOf(sent)?.id === around.id && below(around, 'return_statement').every((each) => !each.text.includes(name)))) return;
  const isCallback = /^func\b|(?:Func|Callback|Task|Job)$/.test(field(type, 'value')?.text ?? '');
  const works = consumersOf(root, name).map((body) => workOf(cx, body).sends ?? workOf(cx, body).writes ?? (isCallback ? calledIn(body) : undefined)).filter((each) => each !== undefined);
  const [work] = works;
  const told = cx.once(toldKey, () => new Set<number>());
  // Several constructors of one type make the same queue.
  if (work === undefined || told.has(sent.startIndex)) return;
  told.add(sent.startIndex);
  cx.emit('go.queue', span(field(sent, 'channel') ?? sent), { name, owner: receiverOf(functionOf(sent))?.type ?? /^package (\w+)/m.exec(cx.text)?.[1] ?? '', work });
}

// --- loops by the clock --------------------------------------------------------------------------------------------

function isClock(expression: GoNode | undefined): boolean {
  const text = expression?.text ?? '';
  return /^time\.(?:Tick|After)\(|(?:^|\.)\w*(?:[tT]ick(?:er)?|[tT]imer|[iI]nterval)\w*\.C$/.test(text) || isMadeClock(expression);
}

/** `t.C` after `t := time.NewTicker(…)`. */
function isMadeClock(expression: GoNode | undefined): boolean {
  const name = /^(\w+)\.C$/.exec(expression?.text ?? '')?.[1];
  return expression !== undefined && name !== undefined && new RegExp(`\\b${name}\\s*:?=\\s*time\\.New(?:Ticker|Timer)\\(`).test(functionOf(expression)?.text ?? '');
}

/** The clock that a loop waits for and what it then does. */
function tickOf(loop: GoNode): { readonly at: GoNode; readonly body: GoNode } | undefined {
  const body = field(loop, 'body');
  const range = named(loop).find((each) => each.type === 'range_clause');
  const over = field(range, 'right');
  if (body && over && isClock(over)) return { at: over, body };
  // A loop that counts tries again; one that never ends keeps time.
  const endless = named(loop).length === 1;
  if (!endless) return undefined;
  const [statements] = named(body);
  for (const each of below(body, 'communication_case')) {
    const received = field(field(each, 'communication'), 'right');
    const source = received?.type === 'unary_expression' ? field(received, 'operand') : undefined;
    if (source && isClock(source) && enclosing(each, 'for_statement')?.id === loop.id) {
      // Work may also follow the select that only waits.
      const alone = named(each).every((part) => part.id === field(each, 'communication')?.id || part.type === 'empty_statement');
      return { at: source, body: alone && body ? body : each };
    }
  }
  const sleep = named(statements).find((each) => each.type === 'expression_statement' && /^time\.Sleep\(/.test(each.text));
  const call = named(sleep)[0];
  const waits = named(statements).find((each) => each.type === 'expression_statement' && /^<-/.test(each.text) && isClock(field(named(each)[0], 'operand')));
  const token = call ? field(call, 'function') : waits;
  return token && body ? { at: token, body } : undefined;
}

/** One client, message or run, rather than the whole program. */
const passing = /(?:conn(?:ection)?|client|session|request|stream|socket|upload|download|player|peer|subscription|subscriber|spinner|progress|task)$/i;
const ownWork = /heartbeat|lease|metric|stat(?:s|istic)|leader|elect|health|keep_?alive|ping|flush|watch|lock/i;
/** What a process measures of itself and reports for itself. */
const ownReport = /\b\w*(?:[mM]etrics|[hH]eartbeat|[kK]eep[aA]live)\w*\(/;
/** Signs of a lock that replicas share, in the text of a file. */
export const goLocks = /WithDistributed(?:Locker|Elector)|redislock|redsync|leaderelection|pg_(?:try_)?advisory_lock|TryAdvisoryLock|SKIP LOCKED|GET_LOCK\(|SetNX\(|AcquireLock|TryLock\w*\(ctx|ObtainLock|clause\.Locking/;

function onLoop(loop: GoNode, cx: FactFileContext): void {
  const tick = tickOf(loop);
  const around = functionOf(loop);
  if (!tick || !around || isAside(cx, loop) || handlerAround(cx, loop) || goLocks.test(cx.text)) return;
  const name = nameOf(around);
  if (passing.test(receiverOf(around)?.type ?? '') || ownWork.test(name) || ownReport.test(tick.body.text) || named(field(around, 'parameters')).some((each) => /websocket|net\.Conn|grpc\.\w*Stream|ServerStream/.test(each.text))) return;
  // A retry waits in a loop that ends with its success.
  if (below(tick.body, 'return_statement').some((each) => !/ctx\.Done|Done\(\)/.test(enclosing(each, 'communication_case')?.text ?? '')) && /time\.Sleep/.test(tick.at.text)) return;
  const work = workOf(cx, tick.body);
  const done = work.sends ?? work.writes;
  if (done !== undefined) cx.emit('go.tick', span(tick.at), { job: name, work: done, harmless: work.sends === undefined && harmless.test(done) });
}

// --- mutexes -------------------------------------------------------------------------------------------------------

/** `mu.Lock()` in a function that then reads from the database and writes what follows. */
function onLock(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  const around = functionOf(call);
  if (callee?.name !== 'Lock' || !callee.receiver || args(call).length > 0 || !around || isAside(cx, call) || !/sync\.(?:RW)?Mutex/.test(cx.text)) return;
  const own = lastName(callee.receiver);
  if (!new RegExp(`\\b${own}\\s+(?:=\\s*)?[&*]?sync\\.(?:RW)?Mutex`).test(cx.text) || /^(?:[nN]ew|[iI]nit|[oO]pen|[cC]lose|[lL]oad|[mM]igrate|[sS]tart|[sS]top|[sS]hutdown|[rR]un|[sS]erve|main$)/.test(nameOf(around)) || /start|stop|init|once|load/i.test(own)) return;
  const text = around.text;
  if (/\b(?:Begin\w*|Transaction|RunInTx\w*|WithTx|FOR UPDATE|clause\.Locking|ForUpdate|OnConflict|ON CONFLICT)\b/i.test(text)) return;
  const after = below(field(around, 'body'), 'call_expression').filter((each) => each.startIndex > call.endIndex && functionOf(each)?.id === around.id);
  const works: readonly GoWork[] = after.map((each) => workOf(cx, each, 0));
  const readAt = works.findIndex(({ reads }) => reads !== undefined);
  const write = readAt < 0 ? undefined : works.slice(readAt + 1).find(({ writes }) => writes !== undefined)?.writes;
  if (write !== undefined) cx.emit('go.mutex', span(callee.token), { lock: `${own}.Lock()`, read: works[readAt]?.reads ?? '', write });
}

/** Name of the table whose mutex is locked: `locks[key].Lock()`, `mu := locks[key]` before `mu.Lock()`, or one that `LoadOrStore` put there. */
function lockTable(receiver: GoNode, around: GoNode, text: string): string | undefined {
  const name = receiver.type === 'index_expression' ? lastName(field(receiver, 'operand'))
    : receiver.type === 'identifier' ? new RegExp(`\\b${receiver.text}(?:,\\s*\\w+)?\\s*:?=\\s*(?:\\w+\\.)*(\\w+)\\[`).exec(around.text)?.[1]
    : /\b(\w+)\.LoadOrStore\([^()]*(?:&sync\.Mutex\{\}|new\(sync\.Mutex\))/.exec(around.text)?.[1];
  if (name === undefined || receiver.type === 'type_assertion_expression') return name;
  return new RegExp(`\\b${name}\\s*(?:=\\s*)?(?:make\\(|:\\s*make\\()?map\\[[^\\]]+\\]\\*?sync\\.(?:RW)?Mutex`).test(text) ? name : undefined;
}

/** Stores of values by key that replicas share. */
const keyStores = /(?:^|\.)(?:kv|rdb|redis\w*|\w*(?:KV|Redis))$/;

function keepsShared(cx: FactFileContext, call: GoNode): string | undefined {
  const callee = calleeOf(cx, call);
  const written = callee?.receiver && keyStores.test(callee.receiver.text) && /^(?:Set|Put|Del|Save|HSet)/.test(callee.name) ? `${callee.receiver.text}.${callee.name}` : undefined;
  return written ?? workOf(cx, call, 0).writes;
}

const tablesKey = {};

/** A mutex for each key around a change of what replicas share. */
function onKeyedLock(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  const around = functionOf(call);
  if (callee?.name !== 'Lock' || !callee.receiver || !around || isAside(cx, call)) return;
  const table = lockTable(callee.receiver, around, cx.text);
  const told = cx.once(tablesKey, () => new Set<string>());
  if (table === undefined || told.has(table)) return;
  const write = below(field(around, 'body'), 'call_expression').filter((each) => each.startIndex > call.endIndex).map((each) => keepsShared(cx, each)).find((each) => each !== undefined);
  if (write === undefined || goLocks.test(around.text)) return;
  told.add(table);
  cx.emit('go.mutex', span(callee.token), { lock: `${table}.Lock()`, read: '', write, table, owner: receiverOf(around)?.type ?? /^package (\w+)/m.exec(cx.text)?.[1] ?? '' });
}

/** What runs where in Go programs: see the kinds. */
export const goWorkFacts: FactExtractor = {
  kinds: ['go.queue', 'go.tick', 'go.mutex'],
  matchers: [
    factMatcher({ language: 'go', needles: [[/make\(chan [^,()\n]+,\s*\w/, '<-']], on: { call_expression: onMake } }),
    factMatcher({ language: 'go', needles: [[/\bfor\b[^\n]*\{/, /\btime\.(?:NewTicker|Tick|Sleep|After|NewTimer)\(/, /[sS]end|[nN]otify|\.(?:Exec|Save|Create|Update|Delete|Insert|Mark|Set|Remove|Purge|Clean|Archive)\w*\(|[dD]eliver|[dD]ispatch|[pP]ush/]], on: { for_statement: onLoop } }),
    factMatcher({ language: 'go', needles: [[/map\[[^\]\n]+\]\*?sync\.(?:RW)?Mutex|LoadOrStore\([^()\n]*sync\.Mutex/, '.Lock()']], on: { call_expression: onKeyedLock } }),
    factMatcher({ language: 'go', needles: [[/sync\.(?:RW)?Mutex/, '.Lock()', /\.(?:Exec|Save|Create|Update|Delete|Insert|Upsert)\w*\(/]], on: { call_expression: onLock } }),
  ],
};
