import type { ProjectCheck, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { PythonSetting } from '../../../facts/python/setting.js';
import { localValues, shownSetting } from '../../../facts/python/settings.js';
import { argument, below, calledName, calleeSpan, enclosingFunction, field, handsOn, methodOf, nameOf, named, parametersOf, receiverOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { bindingsOf, moduleBindings } from '../../../syntax/python/scope.js';
import { isDevelopmentOnly, possibleValues } from '../../../syntax/python/values.js';

function judge({ value }: PythonSetting): 'local' | 'shared' | undefined {
  if (value === undefined) return undefined;
  return /InMemoryChannelLayer$/.test(value) ? 'local' : 'shared';
}

/** Django Channels with the layer that is made for tests. */
export const pythonChannelLayer: ProjectCheck<'python.setting'> = {
  subject: 'python.setting',
  reads: [],
  check(subject, { model, report }) {
    const { key } = subject.value;
    if (!/^CHANNEL_LAYERS\.[\w-]+\.BACKEND$/.test(key) || judge(subject.value) !== 'local') return;
    const found = localValues(model, subject.file, key, judge).find(({ fact }) => fact === subject);
    if (!found) return;
    const unless = found.setting !== undefined;
    report({ say: unless ? 'pythonLayerUnless' : 'pythonLayer', args: unless ? { setting: shownSetting(found.setting ?? '') } : {}, ...(unless ? { severity: 'warning' as const } : {}), data: { python: 'channels' } });
  },
};

/** Servers of Socket.IO and the argument that joins several of them. */
const servers: Readonly<Record<string, { readonly name: string; readonly option: string }>> = {
  'flask_socketio.SocketIO': { name: 'Flask-SocketIO', option: 'message_queue' },
  'socketio.AsyncServer': { name: 'python-socketio', option: 'client_manager' },
  'socketio.Server': { name: 'python-socketio', option: 'client_manager' },
};

/** `socketio.init_app(app, message_queue=…)` configures an object made before. */
function laterOption(call: PythonNode, option: string): PythonNode | undefined {
  return below(call.tree.rootNode, 'call').filter((each) => methodOf(each) === 'init_app').map((each) => argument(each, option)).find((each) => each !== undefined);
}

const sends = /broadcast\s*=\s*True|\b(?:to|room)\s*=|\.(?:emit|send)\(/;

function onServer(call: PythonNode, cx: RuleFileContext): void {
  const server = servers[calledName(cx, call)];
  if (!server || isDevelopmentOnly(cx, call) || handsOn(call)) return;
  const given = argument(call, server.option) ?? laterOption(call, server.option);
  const values = given ? possibleValues(cx, given) : [];
  const none = values.find((each) => each.text === 'None');
  if (given && !none) return;
  const setting = none?.setting;
  cx.report({
    at: calleeSpan(call), say: setting === undefined ? 'pythonServer' : 'pythonServerUnless', args: { library: server.name, option: server.option, ...(setting === undefined ? {} : { setting }) },
    severity: setting === undefined && sends.test(cx.text) ? 'error' : 'warning', data: { python: server.option },
  });
}

const sending = /^(?:send|send_text|send_json|send_bytes|send_str|write_message|broadcast|put_nowait|put)$/;
const shares = /\b(?:redis|aioredis|broadcaster|aio_pika|nats|kafka|asyncpg|channels_redis)\b/i;

/** Whether a loop over a collection sends to each of its items. */
function sendsToEach(scope: PythonNode, name: string): boolean {
  const loops = below(scope, 'for_statement', 'for_in_clause').filter((loop) => new RegExp(`(?:^|[^\\w])${name.replace(/[.]/g, '\\.')}\\b`).test(field(loop, 'right')?.text ?? ''));
  return loops.some((loop) => below(loop.type === 'for_in_clause' ? (loop.parent ?? loop) : loop, 'call').some((call) => sending.test(methodOf(call)) && receiverOf(call)?.text !== 'queue'));
}

/** Whether a method puts a socket that it is given into the collection, while the class sends to sockets. */
function gathersSockets(type: PythonNode, name: string): boolean {
  const plain = name.replace(/^self\./, '');
  const gathers = below(type, 'function_definition').some((method) => parametersOf(method).some(({ type: given }) => /\bWebSocket\b/.test(given)) && new RegExp(`\\b${plain}(?:\\[[^\\]]*\\])?(?:\\.(?:append|add|setdefault)\\(|\\s*=[^=])`).test(field(method, 'body')?.text ?? ''));
  return gathers && below(type, 'call').some((call) => /^send_(?:text|json|bytes)$|^send$/.test(methodOf(call)));
}

function isEmptyCollection(node: PythonNode | undefined): boolean {
  return node !== undefined && (((node.type === 'list' || node.type === 'dictionary') && named(node).length === 0) || (node.type === 'call' && /^(?:set|list|dict|(?:\w+\.)?(?:defaultdict|WeakSet|WeakValueDictionary))$/.test(field(node, 'function')?.text ?? '')));
}

const connection = /\bWebSocket|websocket|\.open\b|write_message|send_(?:text|json|bytes)|Queue\(/;

const streams = /WebSocket|websocket|EventSource|event-stream|StreamingResponse|write_message/;

/** Sockets that a class or module gathers, and sends to each of. */
function onAssignment(node: PythonNode, cx: RuleFileContext): void {
  const left = field(node, 'left');
  if (!left || !isEmptyCollection(field(node, 'right')) || !connection.test(cx.text) || shares.test(cx.text) || isDevelopmentOnly(cx, node)) return;
  const type = node.parent?.parent?.parent?.type === 'function_definition' || left.type === 'attribute' ? enclosingOwner(node) : undefined;
  const inClass = left.type === 'attribute' && field(left, 'object')?.text === 'self' ? type : left.type === 'identifier' && !enclosingFunction(node) ? enclosingOwner(node) : undefined;
  const isModule = left.type === 'identifier' && !enclosingFunction(node) && !enclosingOwner(node);
  if (!inClass && !isModule) return;
  const scope = inClass ?? node.tree.rootNode;
  const name = inClass && left.type === 'identifier' ? `(?:self|cls|${nameOf(inClass)}).${left.text}` : left.text;
  // Queues lead to listeners inside the process as well; those of browsers are filled where a stream is answered.
  if (!streams.test(cx.text)) return;
  if (!sendsToEach(scope, left.text) && !(inClass && gathersSockets(inClass, left.text))) return;
  const at = left.type === 'attribute' ? (field(left, 'attribute') ?? left) : left;
  // An object that each request makes for itself keeps nobody.
  if (inClass && left.type === 'attribute' && !isMadeOnce(cx, inClass)) return;
  cx.report({ at: span(at), say: /Queue\(/.test(scope.text) && !/WebSocket|websocket/.test(scope.text) ? 'stream' : 'socket', args: { field: at.text, type: inClass ? nameOf(inClass) : cx.path.replace(/^.*\//, '') }, data: { types: [], name } });
}

function enclosingOwner(node: PythonNode): PythonNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'class_definition') return at;
  return undefined;
}

/** Whether the module itself makes an object of the class. */
function isMadeOnce(cx: RuleFileContext, type: PythonNode): boolean {
  const name = nameOf(type);
  const made = [...moduleBindings(cx, type).values()].flat().some(({ value }) => value?.type === 'call' && field(value, 'function')?.text === name);
  return made || bindingsOf(cx, field(type, 'name') ?? type).length === 1 && /Manager|Registry|Hub|Pool|Notifier|Broadcaster/.test(name);
}

/** Socket.IO servers without a queue between them, and sets of sockets that a message is sent to. */
export const pythonConnections = ruleMatcher({
  language: 'python',
  needles: [['flask_socketio', 'SocketIO'], ['socketio', /\b(?:Async)?Server\b/], [/\bWebSocket|websocket|write_message|Queue\(/, /\bfor\b/]],
  on: { call: onServer, assignment: onAssignment },
});

