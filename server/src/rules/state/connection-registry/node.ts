import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { functionAround, isFunction, lastName, walk, type Once } from '../../../syntax/typescript/functions.js';
import { holdersOf, type Holder, type Use } from '../../../syntax/typescript/module-state.js';
import { calledModule, originOf, originsOf } from '../../../syntax/typescript/modules.js';
import { optionOf } from '../../../syntax/typescript/options.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { isParameter } from '../../../syntax/typescript/places.js';
import { runsAtLoad } from '../../../syntax/typescript/surroundings.js';
import { socketAdapterPlan } from './node-plan.js';

type Call = ts.CallExpression | ts.NewExpression;

/** `new Server(http)`, `socketIo(http)`, `require('socket.io')(http)`, `io.listen(http)`. */
function isSocketServer(cx: Once, call: Call): boolean {
  const origin = calledModule(cx, call);
  if (origin?.module !== 'socket.io') return false;
  return ts.isNewExpression(call) ? /^(?:Server)?$/.test(origin.path) : /^(?:listen|Server)?$/.test(origin.path) && (call.arguments?.length ?? 0) > 0;
}

/** What the server is put into: `io`, `this.io`; '' when it goes elsewhere at once. */
function targetOf(call: Call): string {
  const { parent } = call;
  if (ts.isVariableDeclaration(parent)) return parent.name.getText();
  return ts.isBinaryExpression(parent) && parent.right === call ? parent.left.getText() : '';
}

const handsOn = (name: string): RegExp => new RegExp(`(?:[(,\\[]\\s*|\\breturn\\s+|=\\s*|:\\s*|export\\s*\\{[^}]*|[{,]\\s*)${name}\\s*[),\\];}\\n]`);

/** Whether messages go to others than the one who is talking: in this file, or in those that get the server. */
function reachOf(call: Call): 'here' | 'elsewhere' | undefined {
  const { text } = call.getSourceFile();
  const target = targetOf(call);
  if (/\bsocket\.(?:broadcast|to|in)\b/.test(text)) return 'here';
  if (target === '') return 'elsewhere';
  const name = target.replace(/[.$]/g, '\\$&');
  if (new RegExp(`(?<![\\w.])${name}\\s*\\.(?:(?:of|sockets|local|volatile|compress|except|in|to)\\b|emit\\()`).test(text)) return 'here';
  return target.includes('.') || new RegExp(`\\bexport\\s+(?:const|let|var)\\s+${name}\\b`).test(text) || handsOn(name).test(text) ? 'elsewhere' : undefined;
}

function checkServer(cx: RuleFileContext, node: Node): void {
  const call = node.compilerNode as Call;
  if (!isSocketServer(cx, call) || !isServing(cx, node)) return;
  if ((call.arguments ?? []).some((each) => optionOf(each, 'adapter').kind === 'given')) return;
  const reach = reachOf(call);
  if (!reach) return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({ at: spanOf(token), say: 'socketioNode', confidence: reach === 'here' ? 'high' : 'medium', cause: 'socket.io', data: { library: 'socket.io', redis: socketAdapterPlan(cx, call, targetOf(call)) } });
}

const sending = /\.(?:send|sendText|write|emit|enqueue|sseSend|sendEvent)\(/;

/** `wss.clients.forEach((client) => client.send(…))`: tells all sockets of this process. */
function checkClients(cx: RuleFileContext, node: Node): void {
  const access = node.compilerNode as ts.PropertyAccessExpression;
  if (access.name.text !== 'clients' || !/['"](?:ws|@fastify\/websocket|fastify-websocket|express-ws|uWebSockets\.js|@nestjs\/platform-ws)['"]/.test(cx.text)) return;
  const body = loopOver(access);
  if (!body || !sending.test(body.getText()) || !isServing(cx, node) || listensToOthers(cx.text)) return;
  cx.report({ at: spanOf(access.name), say: 'clients', confidence: 'medium', cause: 'websocket', data: null });
}

/** The code that runs for each entry of what an expression yields. */
function loopOver(expression: ts.Expression): ts.Node | undefined {
  let at: ts.Node = expression;
  while (ts.isPropertyAccessExpression(at.parent) || (ts.isCallExpression(at.parent) && at.parent.expression === at) || ts.isSpreadElement(at.parent) || ts.isArrayLiteralExpression(at.parent) || (ts.isCallExpression(at.parent) && /^(?:Array\.from|Object\.(?:values|entries|keys))$/.test(at.parent.expression.getText()))) {
    at = at.parent;
    if (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression) && /^(?:forEach|map|filter|each)$/.test(at.expression.name.text)) {
      const callback = at.arguments.find(isFunction);
      if (callback && at.expression.name.text !== 'filter') return callback;
    }
  }
  if (ts.isForOfStatement(at.parent) && at.parent.expression === at) return at.parent.statement;
  return ts.isForInStatement(at.parent) && at.parent.expression === at ? at.parent.statement : undefined;
}

/** A subscription in the same file brings what other replicas have to say. */
function listensToOthers(text: string): boolean {
  return /\bp?[sS]ubscribe\(|\.on\(\s*['"]p?message(?:Buffer)?['"]\s*,\s*(?:async\s*)?\(?\s*(?:channel|pattern|topic)|\beachMessage\b|\.consume\(|\bLISTEN\b/.test(text) && /redis|nats|kafka|amqp|rabbit|pubsub|postgres|\bpg\b/i.test(text);
}

const socketName = /^(?:ws|socket|client|conn|connection|peer|stream|res|response|reply|controller|subscriber|sub|writer)$/i;
const outgoing = /\bnew\s+WebSocket\(\s*(?!\{)|\bcreateConnection\(|\bnet\.connect\(/;

/** The connection of a caller that a use keeps: `clients.add(ws)`, `streams.push(res)`, `clients.set(id, { res })`. */
function keptConnection(use: Use): string | undefined {
  const { value } = use;
  if (use.kind !== 'put' || !value || runsAtLoad(use.node)) return undefined;
  if (ts.isObjectLiteralExpression(value)) {
    const held = value.properties.find((each) => each.name !== undefined && socketName.test(each.name.getText()) && (ts.isShorthandPropertyAssignment(each) || (ts.isPropertyAssignment(each) && ts.isIdentifier(each.initializer))));
    const inner = held && ts.isPropertyAssignment(held) ? held.initializer : held?.name;
    return inner && ts.isIdentifier(inner) && isParameter(inner) ? inner.text : undefined;
  }
  const name = ts.isPropertyAccessExpression(value) && /^(?:raw|socket|ws)$/.test(value.name.text) ? value.expression : value;
  return ts.isIdentifier(name) && socketName.test(name.text) && isParameter(name) ? name.text : undefined;
}

const ownKey = /\b(?:socket|ws|client|conn|connection)\.id\b/;

/** A use that sends something to a connection that somebody else opened. */
function sendsTo(holder: Holder, use: Use): boolean {
  if (use.kind !== 'read') return false;
  const name = walkUp(use.node, holder);
  const loop = name && loopOver(name);
  if (loop) return sending.test(loop.getText());
  const text = use.node.getText();
  if (!/\.get\(|\[|\.find\(/.test(text) || ownKey.test(text)) return false;
  const around = functionAround(use.node)?.body?.getText() ?? '';
  return sending.test(around);
}

/** The expression that names the holder inside a use. */
function walkUp(node: ts.Node, holder: Holder): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  walk(ts.isExpression(node) || ts.isStatement(node) ? node : node.parent, (each) => {
    if (found === undefined && ((ts.isIdentifier(each) && each.text === holder.name && !ts.isPropertyAccessExpression(each.parent)) || (ts.isPropertyAccessExpression(each) && each.name.text === holder.name) || (ts.isIdentifier(each) && each.text === holder.name && ts.isPropertyAccessExpression(each.parent) && each.parent.expression === each))) found = each;
    return found !== undefined;
  });
  return found;
}

function checkHolder(cx: RuleFileContext, holder: Holder): void {
  if (holder.shape === 'scalar' || outgoing.test(cx.text)) return;
  const kept = holder.uses.map(keptConnection).find((name) => name !== undefined);
  if (kept === undefined || !holder.uses.some((use) => sendsTo(holder, use)) || listensToOthers(cx.text)) return;
  const stream = /^(?:res|response|reply|controller|stream|writer)$/i.test(kept);
  if (stream && !/text\/event-stream|EventSource|sse/i.test(cx.text)) return;
  cx.report({
    at: spanOf(holder.at), say: stream ? 'stream' : 'socket', args: { field: holder.name, type: holder.owner?.name?.text ?? basename(cx.path) }, confidence: 'medium',
    cause: `${cx.path}#${holder.name}`, data: null,
  });
}

/** `@WebSocketServer() server` of a Nest gateway that sends to rooms or to everybody. */
function checkGateway(cx: RuleFileContext, node: Node): void {
  const decorator = node.compilerNode as ts.Decorator;
  const call = decorator.expression;
  if (!ts.isCallExpression(call)) return;
  const origin = originOf(originsOf(cx, decorator.getSourceFile()), call.expression);
  const field = decorator.parent;
  if (origin?.module !== '@nestjs/websockets' || origin.path !== 'WebSocketServer' || !ts.isPropertyDeclaration(field)) return;
  const server = originsOf(cx, decorator.getSourceFile()).get(field.type?.getText().split('.')[0] ?? '');
  if (server?.module === 'ws') return;
  if (!new RegExp(`\\bthis\\.${lastName(field.name)}\\s*\\.(?:(?:to|in|of|sockets)\\b|emit\\()`).test(cx.text) || !isServing(cx, node)) return;
  cx.report({ at: spanOf(call.expression), say: 'socketioNode', confidence: 'medium', cause: 'socket.io', data: { library: 'socket.io' } });
}

/** Servers of Socket.IO without an adapter. */
export const nodeSockets = ruleMatcher({
  language: 'typescript',
  needles: [['socket.io', /['"]socket\.io['"]/]],
  on: { NewExpression: (node, cx) => checkServer(cx, node), CallExpression: (node, cx) => checkServer(cx, node) },
});

/** Gateways of Nest. */
export const nestGateways = ruleMatcher({
  language: 'typescript', needles: [['@nestjs/websockets', 'WebSocketServer']],
  on: { Decorator: (node, cx) => checkGateway(cx, node) },
});

/** Sockets of `ws` and event streams that a module keeps to send to them later. */
export const nodeConnections = ruleMatcher({
  language: 'typescript',
  needles: [['clients', /['"](?:ws|@fastify\/websocket|fastify-websocket|express-ws)['"]/], ['event-stream'], [/['"](?:ws|net|@fastify\/websocket|express-ws|@nestjs\/websockets|uWebSockets\.js|engine\.io)['"]/, /\bnew (?:Set|Map)\b|= \[\]|= \{\}/]],
  on: {
    PropertyAccessExpression: (node, cx) => checkClients(cx, node),
    SourceFile(node, cx) {
      if (!isServing(cx, node)) return;
      for (const holder of holdersOf(node.compilerNode as ts.SourceFile)) checkHolder(cx, holder);
    },
  },
});
