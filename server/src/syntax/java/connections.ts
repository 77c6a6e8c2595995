import type { FileContext } from '../../contract/rule.js';
import { annotation, args, declarationOf, enclosing, field, isType, methodsOf, modifiers, named, nameOf, simpleName, type Declared, type JavaNode } from './ask.js';
import { identifiersNamed } from './descendants.js';
import { below, fieldBehind, writesOf } from './field-writes.js';
import { supertypes } from './lifecycle.js';
import { valuesBefore } from './origin.js';

/** What a field keeps: open sockets, event streams, answers that wait, or channels of a network library. */
export type ConnectionKind = 'socket' | 'stream' | 'answer' | 'channel';

/** Full names of the types that stand for one client that is connected to this process. */
const connectionTypes: Readonly<Record<ConnectionKind, readonly string[]>> = {
  socket: [
    'javax.websocket.Session', 'jakarta.websocket.Session', 'org.eclipse.jetty.websocket.api.Session', 'org.springframework.web.socket.WebSocketSession',
    'org.springframework.web.reactive.socket.WebSocketSession', 'org.java_websocket.WebSocket', 'io.undertow.websockets.core.WebSocketChannel',
    'io.javalin.websocket.WsContext', 'io.vertx.core.http.ServerWebSocket', 'com.corundumstudio.socketio.SocketIOClient',
  ],
  stream: [
    'org.springframework.web.servlet.mvc.method.annotation.SseEmitter', 'org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter',
    'javax.ws.rs.sse.SseEventSink', 'jakarta.ws.rs.sse.SseEventSink', 'javax.ws.rs.sse.SseBroadcaster', 'jakarta.ws.rs.sse.SseBroadcaster',
    'javax.servlet.AsyncContext', 'jakarta.servlet.AsyncContext', 'reactor.core.publisher.FluxSink',
  ],
  answer: ['org.springframework.web.context.request.async.DeferredResult', 'javax.ws.rs.container.AsyncResponse', 'jakarta.ws.rs.container.AsyncResponse'],
  channel: ['io.netty.channel.group.ChannelGroup', 'io.netty.channel.Channel', 'io.netty.channel.ChannelHandlerContext', 'io.netty.channel.socket.SocketChannel', 'org.apache.mina.core.session.IoSession'],
};
const kinds = Object.entries(connectionTypes) as readonly (readonly [ConnectionKind, readonly string[]])[];

/** Whether a class is an endpoint that clients connect to; the container may make one instance for each of them. */
export function isEndpoint(type: JavaNode): boolean {
  return annotation(type, 'ServerEndpoint') !== undefined || supertypes(type).some((name) => /(?:^|[a-z])WebSocket\w*Handler$|^WebSocketListener$|^WebSocketServer$|^WebSocketAdapter$/.test(name));
}

function kindOfType(cx: FileContext, anyNode: JavaNode, name: string): ConnectionKind | undefined {
  return kinds.find(([, types]) => types.some((full) => simpleName(full) === simpleName(name) && isType(cx, anyNode, name, full)))?.[0];
}

/** Type names of a declaration as written, packages included. */
function writtenNames({ declaration, value }: Declared): readonly string[] {
  const texts = [field(declaration, 'type')?.text, value?.type === 'object_creation_expression' ? field(value, 'type')?.text : undefined];
  return texts.flatMap((text) => text?.match(/[A-Za-z_][\w.]*/g) ?? []);
}

/** `var all = clients.computeIfAbsent(id, …); all.addLast(client);`: what is put into a collection that the field holds. */
function addedToParts(type: JavaNode, declared: Declared): readonly JavaNode[] {
  return below(type, 'method_invocation').filter((call) => {
    const part = /^(?:add|addLast|addFirst|offer|push|put)$/.test(nameOf(call)) ? field(call, 'object') : undefined;
    const local = part?.type === 'identifier' ? declarationOf(part) : undefined;
    return local?.kind === 'local' && local.value !== undefined && fieldBehind(local.value)?.node.id === declared.node.id;
  }).flatMap((call) => args(call));
}

/** Whether what is put in is the endpoint itself, or made of a connection: `clients.put(id, new Client(session))`. */
function putsConnection(cx: FileContext, type: JavaNode, declared: Declared): boolean {
  const values = [...writesOf(cx, declared).filter(({ kind }) => kind === 'insert').flatMap((write) => write.values), ...addedToParts(type, declared)];
  return values.some((value) => {
    if (value.type === 'this') return true;
    const made = value.type === 'identifier' ? declarationOf(value)?.value : value;
    const parts = made?.type === 'object_creation_expression' ? args(made) : [];
    return parts.some((part) => part.type === 'identifier' && kindOfType(cx, part, declarationOf(part)?.type ?? '') !== undefined);
  });
}

/** `Map<String, Deque<Client>>` that is given what clients are connected by: whoever makes it keeps it for more than one of them. */
export function isFoundByKey(cx: FileContext, type: JavaNode, declared: Declared): boolean {
  const [outer = '', key = ''] = writtenNames(declared);
  return /Map$/.test(outer) && /^(?:String|Long|Integer|UUID)$/.test(key) && putsConnection(cx, type, declared);
}

/** What kind of connections a field keeps, told by the types in its declaration, or in an endpoint by what is put in; `undefined` when it keeps none. */
export function connectionsIn(cx: FileContext, type: JavaNode, declared: Declared): ConnectionKind | undefined {
  const names = writtenNames(declared);
  const [outer = '', ...inner] = names;
  const isGroup = /(?:^|\.)(?:ChannelGroup|SseBroadcaster)$/.test(outer);
  for (const name of isGroup ? names : inner) {
    const kind = kindOfType(cx, declared.node, name);
    if (kind) return kind;
  }
  if (inner.length === 0) return undefined;
  return (isEndpoint(type) && inner.includes(nameOf(type))) || putsConnection(cx, type, declared) ? 'socket' : undefined;
}

const sends = /^(?:send\w*|write|writeAndFlush|broadcast\w*|push\w*|emit\w*|next|tryEmitNext|complete\w*|setResult|setErrorResult|resume|getBasicRemote|getAsyncRemote|getRemote|getWriter|getResponse|onNext|notify\w*|deliver\w*)$/;

function mentions(node: JavaNode, names: ReadonlySet<string>): boolean {
  return names.has(node.text) || below(node, 'identifier').some((identifier) => names.has(identifier.text));
}

/** Whether a name stands for something taken out of one of the named collections: a loop variable, a lambda's parameter, a local. */
function takenFrom(name: JavaNode, names: ReadonlySet<string>, depth = 0): boolean {
  const declared = declarationOf(name);
  if (!declared) return false;
  if (declared.kind === 'parameter') {
    const lambda = enclosing(name, 'lambda_expression');
    const call = lambda && enclosing(lambda, 'method_invocation');
    const own = lambda !== undefined && declared.node.startIndex >= lambda.startIndex;
    return own && call !== undefined && mentions(field(call, 'object') ?? call, names);
  }
  if (declared.kind !== 'local') return false;
  const loop = declared.node.type === 'enhanced_for_statement' ? field(declared.node, 'value') : undefined;
  return (loop ? [loop] : valuesBefore(declared, name)).some((source) =>
    mentions(source, names) || (depth < 3 && [source, ...below(source, 'identifier')].some((inner) => inner.type === 'identifier' && inner.text !== name.text && takenFrom(inner, names, depth + 1))));
}

/** Whether a method's result can be, or hold, a connection: counts, flags, names and keys cannot. */
function handsOutObjects(method: JavaNode): boolean {
  const type = field(method, 'type')?.text ?? 'void';
  return !/^(?:void|int|long|boolean|String|Integer|Long|Boolean)$|^(?:Set|List|Collection)<(?:String|Long|Integer)>$/.test(type.replace(/\s/g, ''));
}

/** Names through which a class reaches a field: its own, and those of methods that return it or a part of it. */
function reaches(type: JavaNode, declared: Declared): ReadonlySet<string> {
  const own = new Set([nameOf(declared.node)]);
  const handingOut = methodsOf(type).filter((method) => handsOutObjects(method) && below(method, 'return_statement').some((statement) => mentions(statement, own)));
  return new Set([...own, ...handingOut.map(nameOf)]);
}

/** Whether the class sends to connections that it takes out of the field, so to others than the one it just handles. */
export function pushesTo(type: JavaNode, declared: Declared): boolean {
  return pushesIn(type, declared).length > 0;
}

/** The calls by which it does. */
export function pushesIn(type: JavaNode, declared: Declared): readonly JavaNode[] {
  const names = reaches(type, declared);
  return below(type, 'method_invocation').filter((call) => {
    if (!sends.test(nameOf(call))) return false;
    const object = field(call, 'object');
    const handed = object && object.type !== 'this' ? [object] : args(call);
    return handed.some((part) => mentions(part, names) || [part, ...below(part, 'identifier')].some((each) => each.type === 'identifier' && takenFrom(each, names)));
  });
}

/** Whether other classes get at the field: it is open itself, or an open method returns it. */
export function isOpen(cx: FileContext, type: JavaNode, declared: Declared): boolean {
  if (modifiers(declared.declaration).has('public')) return true;
  const own = new Set([nameOf(declared.node)]);
  // `WebSocketSession getSession(String user)`, however it gets there.
  const handsOut = (method: JavaNode): boolean => kindOfType(cx, method, field(method, 'type')?.text ?? '') !== undefined && identifiersNamed(method, nameOf(declared.node)).length > 0;
  return methodsOf(type).some((method) => modifiers(method).has('public') && handsOut(method)) || methodsOf(type).some((method) => modifiers(method).has('public') && handsOutObjects(method)
    && below(method, 'return_statement').some((statement) => named(statement).some((value) => mentions(value, own))));
}
