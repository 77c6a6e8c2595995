import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaBroker, javaRegistry } from './java.js';

const connection = /[<,]\s*(?:[\w.]+\.)?(?:Session|WebSocketSession|DefaultWebSocketSession|DefaultWebSocketServerSession|WebSocketServerSession|ServerSSESession|WebSocket|WebSocketChannel|WsContext|ServerWebSocket|SocketIOClient|SseEmitter|ResponseBodyEmitter|SseEventSink|AsyncContext|AsyncResponse|Channel|ChannelHandlerContext|SocketChannel|IoSession)\??\s*>/;
const own = typeof javaRegistry.needles === 'string' ? [] : javaRegistry.needles;

/** Collections of Kotlin code that keep the connections of this process. */
export const kotlinRegistry = forKotlin(javaRegistry, [[connection], ...own]);

/** Spring's simple broker and Socket.IO servers, set up in Kotlin. */
export const kotlinBroker = forKotlin(javaBroker);
