import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, calledName, createdClass, staticClass, type PhpNode } from '../../../syntax/php/ask.js';
import { literalText } from '../../../syntax/php/value.js';
import { field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** Servers by class, and which argument holds the port or the address with it; HTTP servers are what the pod is there for. */
const servers: readonly (readonly [name: RegExp, argument: number])[] = [
  [/^(?:Swoole|OpenSwoole)\\Server$|^swoole_server$/, 1], [/^React\\Socket\\(?:SocketServer|TcpServer|Server)$/, 0], [/^Workerman\\Worker$/, 0],
];

function portOf(text: string | undefined): string | undefined {
  if (text === undefined || /^(?:https?|unix):/i.test(text)) return undefined;
  return /^(\d{2,5})$/.exec(text)?.[1] ?? /:(\d{2,5})(?:\/|$)/.exec(text)?.[1];
}

function tell(cx: RuleFileContext, token: PhpNode | undefined, address: PhpNode | undefined): void {
  const text = literalText(address);
  const port = portOf(text);
  // Another pod cannot reach what only listens to this one.
  if (token && text === undefined && /^['"](?:tcp:\/\/)?0\.0\.0\.0:['"]?/.test(address?.text ?? '')) return cx.report({ at: span(token), say: 'listens', confidence: 'medium' });
  if (!token || !port || /127\.0\.0\.1|localhost|\[::1\]/.test(text ?? '')) return;
  cx.report({ at: span(token), say: 'port', args: { port }, confidence: 'medium', data: { port, udp: /^udp:/i.test(text ?? '') } });
}

/** Sockets that PHP programs listen on. */
export const phpSocket = ruleMatcher({
  language: 'php',
  needles: [['stream_socket_server'], ['IoServer'], [/\bSwoole\\Server|swoole_server/], [/React\\Socket\\/], [/Workerman\\Worker/]],
  on: {
    function_call_expression(call, cx) {
      if (calledName(call) === 'stream_socket_server') tell(cx, field(call, 'function'), args(call)[0]);
    },
    scoped_call_expression(call, cx) {
      if (calledName(call) === 'factory' && staticClass(cx, call) === 'Ratchet\\Server\\IoServer') tell(cx, field(call, 'name'), args(call)[1]);
    },
    object_creation_expression(creation, cx) {
      const name = createdClass(cx, creation);
      const found = servers.find(([pattern]) => pattern.test(name));
      const address = found && args(creation)[found[1]];
      // The HTTP server of React is laid over such a socket.
      if (address && !/new\s+\\?(?:React\\Http\\)?HttpServer\b|Swoole\\(?:Http|WebSocket)/.test(cx.text)) tell(cx, named(creation)[0], address);
    },
  },
});
