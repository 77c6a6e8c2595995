import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { wordsOf } from '../../../syntax/names.js';
import { below, enclosing, enclosingFunction, field, nameOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isInternalNumber, numbersOf, ownPurpose } from '../../../syntax/python/kept-purpose.js';
import { holdersOf, type Change, type Holder } from '../../../syntax/python/module-state.js';
import { callsIn, importsWeb, isCalledAtLoadOnly, isCommandLine, isServed, isTask } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';

/** How many places of change a finding points to. */
const shown = 3;

/** Filled while modules are loaded: decorators and functions that register classes, handlers and the like. */
const registers = /^(?:_?register\w*|_?add_\w*(?:handler|type|backend|plugin|hook|provider|route|class|processor|listener|callback)\w*|_?(?:load|init|setup|configure|autodiscover|discover|install|populate|prepare|build|collect|connect|subscribe|on|hook|bootstrap)\w*|__init_subclass__|__new__|__set_name__|ready|lifespan|startup|on_startup|decorator|wrapper|inner|main|create_app|make_app|reset|clear|close|shutdown|stop|teardown|tearDown|contribute_to_class|__call__)$/i;
const registryName = /\bregistr(?:y|ies)\b|\bmiddlewares?\b|\b(?:handlers?|plugins?|backends?|providers?|hooks?|callbacks?|listeners?|signals?|models?|schemas?|classes|types|factories|adapters?|commands?|modules?|drivers?|runners?|renderers|parsers|validators|converters|serializers|routes?|views?|extensions?|engines?|processors?|locks?|instances?|singletons?|metrics?|counters?|stats|thread ?local|warnings?|logged)$|\w (?:executors?|clients?|pools?|local)$|\bconnections? ?pool$|^all$/;
const pureCache = /(?:regex|pattern|compiled|templates?|format\w*|translations?|import\w*|class\w*|modules?|attrs?|fields?|column\w*|signature|resolved|path\w*|reflect\w*|descriptor|method|func\w*|mime|icon|color|lang\w*|locale|timezone|tz|schema|spec|parsed|grammar|token_?iz|encoding|font)_?\w*(?:cache|memo)|(?:cache|memo)_?\w*(?:regex|pattern|template|format|class|field|func|schema|parsed|font)/i;
const handles = /client|session|connection|conn\b|engine|pool|loop|thread|executor|socket|server|logger|tracer|model\b|tokenizer|pipeline|driver|browser|lock|event|semaphore|process|scheduler|broker|producer|consumer|channel|redis|http/i;
/** What others outside hand out does not change with what a replica does. */
const readsOutside = /^(?:requests|httpx|urllib|aiohttp)\./;
const readsData = /\.objects\.\w+$|\.query\.|\.(?:execute|fetchone|fetchall|scalars?|find_one|get_or_create)$|^(?:requests|httpx|urllib|aiohttp)\./;

function isLoadTime(change: Change): boolean {
  const fn = enclosingFunction(change.node);
  return !fn || registers.test(nameOf(fn)) || isCalledAtLoadOnly(fn) || (fn !== undefined && enclosing(fn, 'function_definition') !== undefined && registers.test(nameOf(enclosingFunction(fn))));
}

/** What is put is a function, a class or an object that only this process can use. */
function isHandle({ value }: Change): boolean {
  if (!value) return false;
  if (value.type === 'lambda') return true;
  if (value.type === 'identifier') return /^(?:cls|klass|func|fn|f|callback|handler|wrapper|wrapped|function|method)$/.test(value.text) || handles.test(value.text);
  return value.type === 'call' && handles.test(field(value, 'function')?.text ?? '');
}

/** A note of the current request under names that the code fixes, each written anew before it is read: `self.values["name"] = …`. */
function isNote(holder: Holder): boolean {
  return holder.owner !== '' && holder.changes.length > 0 && holder.changes.every(({ kind, key }) => kind === 'put' && key !== undefined && (key.type === 'string' || isFieldOfModel(key)));
}

/** The variable of a loop over the fields of a model. */
function isFieldOfModel(key: PythonNode): boolean {
  const name = (field(key, 'object') ?? key).text;
  for (let loop = enclosing(key, 'for_statement'); loop; loop = enclosing(loop, 'for_statement')) if (field(loop, 'left')?.text === name) return /\b_meta\b|fields\b/.test(field(loop, 'right')?.text ?? '');
  return false;
}

/** Things that replicas may each have without harm, and those that other rules tell. */
function isHarmless(cx: RuleFileContext, holder: Holder): boolean {
  if (isNote(holder) || registryName.test(wordsOf(holder.name).join(' ')) || pureCache.test(holder.name) || holder.changes.some(isHandle)) return true;
  // Fields of objects that belong to one request at a time are emptied or set anew with them.
  return isDevelopmentOnly(cx, holder.at);
}

function changesOf(cx: RuleFileContext, holder: Holder): readonly Change[] {
  return holder.changes.filter((change) => !isLoadTime(change) && !isRequestLocal(cx, change));
}

function isRequestLocal(cx: RuleFileContext, change: Change): boolean {
  const fn = enclosingFunction(change.node);
  return fn !== undefined && isTask(cx, fn) && change.kind === 'remove';
}

/** Whether what is kept was read from a database or another system, so that it can be read again. */
function isCopy(cx: RuleFileContext, change: Change): boolean {
  const fn = enclosingFunction(change.node);
  return change.value !== undefined && fn !== undefined && callsIn(cx, fn).some((name) => readsData.test(name)) && /^(?:call|await|identifier|list|dictionary)$/.test(change.value.type) && !isFromRequest(change);
}

const request = /\b(?:request|req|body|payload|form|data|websocket|user|session|params?)\b/;

function isFromRequest({ value, key }: Change): boolean {
  return request.test(`${value?.text ?? ''} ${key?.text ?? ''}`);
}

/** Put before a record is saved and taken out after it, under the record's own key: the two signals of one save run in one process. */
function isHandedOver({ at, owner, changes, reads }: Holder): boolean {
  const { text } = at.tree.rootNode;
  if (owner === '' || reads.length > 0 || !/\bpre_(?:save|delete)\b/.test(text) || !/\bpost_(?:save|delete)\b/.test(text)) return false;
  const keys = new Set(changes.map(({ key }) => key?.text ?? ''));
  const [key = ''] = keys;
  return keys.size === 1 && /\b(?:self|instance)\.(?:id|pk)\b/.test(key) && changes.some(({ kind }) => kind === 'remove');
}

/** A cache of the application's own: one object with a method that anybody puts entries with. */
function isOwnCache(holder: Holder, grows: readonly Change[]): boolean {
  return /Cache$/.test(holder.owner) && holder.reads.length > 0 && grows.some(({ node }) => /^(?:set|put|add|save|store|__setitem__)$/.test(nameOf(enclosingFunction(node))));
}

function reportTable(cx: RuleFileContext, holder: Holder): void {
  const changes = changesOf(cx, holder);
  const grows = changes.filter(({ kind }) => kind === 'put' || kind === 'count');
  const served = changes.filter((each) => isServed(cx, each.node));
  if (grows.length > 0 && isOwnCache(holder, grows)) {
    cx.report({ at: span(holder.at), say: 'cached', args: { name: holder.name }, severity: 'warning', confidence: 'medium', also: grows.slice(0, shown).map((each) => ({ at: span(each.node), say: 'write' })) });
    return;
  }
  if (grows.length === 0 || isHandedOver(holder) || (served.length === 0 && !importsWeb(cx, holder.at)) || isHarmless(cx, holder)) return;
  // Without a reader nothing depends on what is in it.
  if (holder.reads.length === 0 && !holder.changes.some(({ kind }) => kind === 'remove')) return;
  const cached = grows.every((each) => isCopy(cx, each));
  const fromOutside = cached && grows.every(({ node }) => callsIn(cx, enclosingFunction(node) ?? node).filter((name) => readsData.test(name)).every((name) => readsOutside.test(name)));
  // What is computed once from what the code holds is the same in every replica.
  if (/^DEFAULT/.test(holder.name) || !cached && /cache|memo/i.test(holder.name) && !grows.some(isFromRequest)) return;
  const proven = served.some(({ kind }) => kind === 'put' || kind === 'count') && holder.reads.some((each) => isServed(cx, each));
  if (!proven && !cached && served.length === 0) return;
  cx.report({
    at: span(holder.at), say: cached ? 'cached' : 'entries', args: { name: holder.name }, severity: proven && !cached ? 'error' : fromOutside ? 'info' : 'warning', confidence: proven ? 'high' : 'medium',
    also: changes.slice(0, shown).map((each) => ({ at: span(each.node), say: 'write' })), ...(holder.owner === '' ? {} : { cause: `${cx.path}#${holder.owner}` }),
  });
}

const onceNames = /ready|started|initiali[sz]ed|loaded|connected|running|closing|stopped|warned|counter|count$|metrics|start_?time|boot/i;

/** `global maintenance; maintenance = True` in a handler, and counters that hand something out. */
function reportValue(cx: RuleFileContext, holder: Holder): void {
  const changes = changesOf(cx, holder).filter(({ node, kind }) => (kind === 'replace' || kind === 'count') && isServed(cx, node));
  const plain = changes.filter(({ kind, value }) => kind === 'count' || (value !== undefined && (/^(?:true|false|integer|string|float)$/.test(value.type) || isFromRequest({ node: value, kind: 'replace', value, key: undefined }))));
  if (plain.length === 0 || plain.length < changes.length || onceNames.test(holder.name) || isInternalNumber(holder) || isHarmless(cx, holder)) return;
  if (!holder.reads.some((each) => isServed(cx, each))) return;
  cx.report({ at: span(holder.at), say: 'value', args: { name: holder.name }, severity: plain.some(isFromRequest) ? 'error' : 'warning', confidence: 'medium', also: changes.slice(0, shown).map((each) => ({ at: span(each.node), say: 'write' })) });
}

const sending = /^(?:send|send_text|send_json|send_bytes|write_message|broadcast)$/;

/** Sockets and streams are told by the rule about connections, queues, tokens, limits and numbers by theirs. */
function isTold(cx: RuleFileContext, holder: Holder): boolean {
  if (holder.shape === 'queue' || ownPurpose(cx, holder) !== undefined || numbersOf(cx, holder).length > 0) return true;
  return /websocket|sockets?$|connections?$|clients?$|subscribers?$|channels?$/i.test(holder.name)
    || below(holder.at.tree.rootNode, 'for_statement').some((loop) => new RegExp(`\\b${holder.name}\\b`).test(field(loop, 'right')?.text ?? '') && below(loop, 'call').some((call) => sending.test(field(field(call, 'function'), 'attribute')?.text ?? '')));
}

function check(root: PythonNode, cx: RuleFileContext): void {
  if (isCommandLine(cx, root)) return;
  for (const holder of holdersOf(cx, root)) {
    if (isTold(cx, holder)) continue;
    if (holder.shape === 'scalar') reportValue(cx, holder);
    else reportTable(cx, holder);
  }
}

/** A table at the start of a line, an empty one of a class or object, and a variable that a function declares global. */
const moduleTable = /^(?:[a-z_]\w*(?:\s*:[^=\n]+)?\s*=\s*[{[]|\w+(?:\s*:[^=\n]+)?\s*=\s*(?:\{\s*\}|\[\s*\]|(?:\w+\.)?(?:dict|list|set|defaultdict|OrderedDict|Counter|deque)\())/m;
const changes = /^[ \t]+[\w.]+\[[^\n]*\]\s*[+|-]?=[^=]|^[ \t]+[\w.]+(?:\[[^\n]*\])?\.(?:append|add|update|setdefault|insert|extend|appendleft)\(/m;
const classTable = /^ {4}\w+(?:\s*:[^=\n]+)?\s*=\s*(?:\{\s*\}|\[\s*\]|(?:\w+\.)?(?:dict|list|set|defaultdict|OrderedDict|deque)\()/m;
const fieldTable = /^[ \t]+self\.\w+(?:\s*:[^=\n]+)?\s*=\s*(?:\{\s*\}|\[\s*\]|(?:\w+\.)?(?:dict|list|set|defaultdict|OrderedDict|deque)\()/m;
/** The one object that a module makes of a class of its own. */
const madeOnce = /^\w+\s*=\s*[A-Z]\w*\(/m;
/** A framework that calls what the file holds, or a request that is handed on to it. */
const servedNeedle = /^\s*(?:from|import)\s+(?:flask|django|fastapi|starlette|aiohttp|tornado|sanic|bottle|quart|falcon|pyramid|litestar|rest_framework|socketio|celery|channels)\b|\bdef \w+\([^)\n]*\brequest\b|\b(?:Request|HttpRequest|WebSocket|UploadFile)\b|^[ \t]*@\w+(?:\.\w+)*\.(?:route|get|post|put|patch|delete|websocket|task|job|actor|on|event|action|middleware)\(|^class \w+\([^)\n]*(?:View|ViewSet|Resource|Handler|Consumer|Middleware|Mixin|Endpoint|Controller|Namespace)\b/m;

/** Tables and values of Python modules and classes that requests change and read. */
export const pythonState = ruleMatcher({
  language: 'python',
  needles: [[moduleTable, changes, servedNeedle], ['class', classTable, changes, servedNeedle], ['class', fieldTable, changes, madeOnce, servedNeedle], [/^class \w*Cache\b/m, fieldTable, madeOnce], ['Middleware', fieldTable, changes], ['get_response', fieldTable, changes], ['global', servedNeedle]],
  on: { module: check },
});

