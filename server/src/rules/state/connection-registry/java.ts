import { ruleMatcher, type Found, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, bareType, enclosing, enclosingCallable, field, fieldsOf, isType, modifiers, named, nameOf, simpleName, span, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { codeText } from '../../../syntax/java/code-text.js';
import { publishes, listensBy } from '../../../syntax/java/brokers.js';
import { connectionsIn, isEndpoint, isFoundByKey, isOpen, pushesIn, pushesTo, type ConnectionKind } from '../../../syntax/java/connections.js';
import { writesOf } from '../../../syntax/java/field-writes.js';
import { asksForReplicas } from '../../../syntax/java/kept.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { isSingleton } from '../../../syntax/java/singletons.js';

/** Whether the connections are this process's own calls to others, made by itself. */
function isClientSide(cx: RuleFileContext, type: JavaNode): boolean {
  return /\bnew\s+Bootstrap\s*\(|\bConnector\b|@ClientEndpoint\b|\bWebSocketClient\b|\bContainerProvider\b/.test(cx.text)
    || supertypes(type).some((name) => /Client/.test(name));
}

function isFilled(cx: RuleFileContext, declared: Declared): boolean {
  return writesOf(cx, declared).some((write) => write.kind === 'insert');
}

/** Whether messages alone complete what waits: whoever listens to the application's own messages is told of them in every replica, or nowhere. */
function isCompletedByMessages(type: JavaNode, declared: Declared): boolean {
  const completing = pushesIn(type, declared).flatMap((call) => enclosingCallable(call) ?? []);
  return completing.length > 0 && completing.every((method) => annotation(method, 'Override') !== undefined
    && named(field(method, 'parameters') ?? method).some((parameter) => /(?:Msg|Message|Notification)$/.test(simpleName(bareType(field(parameter, 'type'))))));
}

function judge(cx: RuleFileContext, type: JavaNode, declared: Declared, kind: ConnectionKind): Pick<Found, 'severity' | 'confidence'> | undefined {
  // A client's own message comes to one replica alone.
  if (kind === 'answer' && !isEndpoint(type) && isCompletedByMessages(type, declared)) return undefined;
  if (pushesTo(type, declared) && (isFilled(cx, declared) || isOpen(cx, type, declared))) {
    if (asksForReplicas(type)) return { severity: 'warning', confidence: 'low' };
    // A network library also serves protocols whose clients come back to the node that knows them.
    return kind === 'channel' ? { severity: 'warning', confidence: 'medium' } : { severity: 'error', confidence: 'high' };
  }
  // Whoever takes a connection out of it does so to write to it.
  if (!isOpen(cx, type, declared)) return undefined;
  return kind === 'channel' ? { severity: 'warning', confidence: 'low' } : { severity: 'error', confidence: 'medium' };
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  if (isClientSide(cx, type) || publishes(type) || listensBy(type) !== undefined) return;
  const singleton = isEndpoint(type) || isSingleton(cx, type);
  for (const declared of fieldsOf(type)) {
    if (!singleton && !modifiers(declared.declaration).has('static') && !isFoundByKey(cx, type, declared)) continue;
    const kind = connectionsIn(cx, type, declared);
    const verdict = kind && judge(cx, type, declared, kind);
    const name = field(declared.node, 'name');
    if (!verdict || !name) continue;
    cx.report({ at: span(name), say: kind, args: { field: name.text, type: nameOf(type) }, ...verdict, cause: `connections of ${nameOf(type)}`, data: { types: [nameOf(type), ...supertypes(type)] } });
  }
}

/** Fields that keep the connections of this process and through which others are written to. */
export const javaRegistry = ruleMatcher({
  language: 'java',
  needles: [
    [/[<,]\s*(?:[\w.]+\.)?(?:Session|WebSocketSession|WebSocket|WebSocketChannel|WsContext|ServerWebSocket|SocketIOClient|SseEmitter|ResponseBodyEmitter|SseEventSink|AsyncContext|AsyncResponse|Channel|ChannelHandlerContext|SocketChannel|IoSession)\s*>/],
    ['WebSocketSession', /Map\s*<\s*(?:String|Long|Integer|UUID)\s*,/],
    ['FluxSink', /\bFluxSink\s*<[^;=]*>\s*>/], ['DeferredResult', /\bDeferredResult\s*<[^;=]*>\s*>/], ['ChannelGroup'], ['SseBroadcaster'], ['ServerEndpoint', 'static'], ['extends', /WebSocket(?:Server|\w*Handler)\b/],
  ],
  on: { class_declaration: inspect, enum_declaration: inspect },
});

/** Classes through which Spring's broker is written to. */
const broker = ['SimpMessagingTemplate', 'SimpMessageSendingOperations', 'SimpMessagingOperations'];

/** Spring's simple broker and Socket.IO servers, which know the subscribers of their own process only. */
export const javaBroker = ruleMatcher({
  language: 'java',
  needles: [['enableSimpleBroker'], ['SocketIOServer']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (name?.text !== 'enableSimpleBroker' || !/MessageBroker/.test(cx.text)) return;
      cx.report({ at: span(name), say: 'broker', confidence: 'high', data: { types: broker }, cause: 'simple broker' });
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type?.text !== 'SocketIOServer' || !isType(cx, creation, type.text, 'com.corundumstudio.socketio.SocketIOServer')) return;
      const owner = enclosing(creation, 'class_declaration');
      if (owner && /\.setStoreFactory\s*\(/.test(codeText(owner))) return;
      cx.report({ at: span(type), say: 'socketio', confidence: 'medium', data: { types: ['SocketIOServer'] } });
    },
  },
});
