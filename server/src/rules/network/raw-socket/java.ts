import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, enclosingType, field, isType, modifiers, named, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { descendants } from '../../../syntax/java/descendants.js';
import { isCommandLine } from '../../../syntax/java/program.js';

/** Listening sockets by their class: how they are made, and what else the file must do for one to serve anybody. */
interface Listener {
  readonly types: readonly string[];
  /** Position of the port among the constructor's arguments; `bound` when another call binds. */
  readonly port: number | 'bound';
  /** A call without which the socket only tries a port out. */
  readonly serves: RegExp;
  /** Datagrams instead of connections. */
  readonly udp?: boolean;
}

const constructed: readonly Listener[] = [
  { types: ['java.net.ServerSocket'], port: 0, serves: /\.\s*accept\s*\(/ },
  { types: ['java.net.DatagramSocket'], port: 0, serves: /\.\s*receive\s*\(/, udp: true },
  { types: ['io.netty.bootstrap.ServerBootstrap', 'org.jboss.netty.bootstrap.ServerBootstrap'], port: 'bound', serves: /\.\s*bind\s*\(/ },
  {
    types: ['NioSocketAcceptor', 'AprSocketAcceptor'].map((name) => `org.apache.mina.transport.socket.${name.startsWith('Apr') ? 'apr' : 'nio'}.${name}`),
    port: 'bound', serves: /\.\s*bind\s*\(/,
  },
  { types: ['org.apache.mina.transport.socket.nio.NioDatagramAcceptor'], port: 'bound', serves: /\.\s*bind\s*\(/, udp: true },
];
const opened: readonly Listener[] = [
  { types: ['java.nio.channels.ServerSocketChannel', 'java.nio.channels.AsynchronousServerSocketChannel'], port: 'bound', serves: /\.\s*(?:accept|register)\s*\(/ },
  { types: ['java.nio.channels.DatagramChannel'], port: 'bound', serves: /\.\s*receive\s*\([^]*\.\s*bind\s*\(|\.\s*bind\s*\([^]*\.\s*receive\s*\(/, udp: true },
];

/** HTTP spoken by the file itself: Netty as the application's own web server. */
const http = /\bHttpServerCodec\b|\bHttpRequestDecoder\b|\bHttpObjectAggregator\b/;

const startsHere = /\bstatic\s+void\s+main\s*\(/;

const saidKey = {};

function report(cx: RuleFileContext, at: JavaNode, port: string | undefined, udp = false): void {
  const said = cx.once(saidKey, () => new Set<string>());
  if (said.size > 0) return;
  said.add('said');
  cx.report({ at: span(at), say: port === undefined ? 'listens' : 'port', args: port === undefined ? {} : { port }, cause: 'listens', data: { port: port ?? '', udp } });
}

/** A literal port, also through a constant; `undefined` when it is only known at run time. */
function literalPort(value: JavaNode | undefined): string | undefined {
  if (!value) return undefined;
  if (value.type === 'decimal_integer_literal') return value.text;
  const declared = value.type === 'identifier' ? declarationOf(value) : undefined;
  return declared && modifiers(declared.declaration).has('final') && declared.value?.type === 'decimal_integer_literal' ? declared.value.text : undefined;
}

function isLoopback(value: JavaNode): boolean {
  return /getLoopbackAddress|getByName\(\s*null\s*\)/.test(value.text) || /^(?:localhost|127\.0\.0\.1|::1)$/.test(stringValue(value) ?? '') || /"(?:localhost|127\.0\.0\.1)"/.test(value.text);
}

/** Port of `bind(port)`, `bind(host, port)` or `bind(new InetSocketAddress(…))` in the same method or class. */
function boundTo(place: JavaNode): { readonly port: string | undefined; readonly loopback: boolean } | undefined {
  const scope = enclosingCallable(place) ?? enclosingType(place);
  const wider = enclosingType(place);
  const binds = [scope, wider].flatMap((each) => (each ? descendants(each, 'method_invocation').filter((call) => nameOf(call) === 'bind') : []));
  const [bind] = binds;
  if (!bind) return undefined;
  const passed = args(bind).flatMap((each) => (each.type === 'object_creation_expression' ? args(each) : [each]));
  return { port: passed.map(literalPort).find((each) => each !== undefined), loopback: passed.some(isLoopback) };
}

/** A socket that tries a port out, or waits for one peer that this process started, is closed where it was opened. */
function isShort(place: JavaNode): boolean {
  if (enclosing(place, 'resource')) return !/\bwhile\s*\(|\bfor\s*\(/.test(enclosingCallable(place)?.text ?? '');
  const callable = enclosingCallable(place);
  return callable !== undefined && /(?:find|get|is|check|next|probe|pick|allocate|random|free|unused|available)\w*Port|PortAvailable|\w*Available$/i.test(nameOf(callable));
}

function look(place: JavaNode, at: JavaNode, { port, serves, udp = false }: Listener, given: readonly JavaNode[], cx: RuleFileContext): void {
  if (isCommandLine(place) || isShort(place) || !serves.test(cx.text) || http.test(cx.text)) return;
  if (port === 0 && given.length > 0) {
    if (given[0]?.text === '0' || given.some(isLoopback)) return;
    return report(cx, at, literalPort(given[0]), udp);
  }
  const bound = boundTo(place);
  if (bound && bound.port !== '0' && !bound.loopback) report(cx, at, bound.port, udp);
}

/** Factories of `javax.net` make the same sockets. */
function fromFactory(call: JavaNode, name: JavaNode, cx: RuleFileContext): void {
  const [port] = args(call);
  if (port && /ServerSocketFactory|[sS]erver[sS]ocket|[fF]actory/.test(field(call, 'object')?.text ?? '')) look(call, name, { types: [], port: 0, serves: /\.\s*accept\s*\(/ }, [port], cx);
}

/** The JDK's small HTTP server beside the main one; the one that a program opens in its `main` class is its own. */
function httpServer(call: JavaNode, name: JavaNode, cx: RuleFileContext): void {
  const [address] = args(call);
  if (!address || isCommandLine(call) || startsHere.test(cx.text) || isLoopback(address) || /\.\s*start\s*\(/.test(cx.text) === false) return;
  const port = address.type === 'object_creation_expression' ? args(address).map(literalPort).find((each) => each !== undefined) : undefined;
  if (port !== '0') report(cx, name, port);
}

/** Sockets that the application listens on beside its HTTP server. */
export const javaSocket = ruleMatcher({
  language: 'java',
  needles: [
    ['ServerSocket', 'accept'], ['DatagramSocket', 'receive'], ['ServerBootstrap', 'bind'], ['NioSocketAcceptor'], ['NioDatagramAcceptor'], ['AprSocketAcceptor'], ['createServerSocket'],
    ['ServerSocketChannel', 'bind'], ['AsynchronousServerSocketChannel'], ['DatagramChannel', 'receive'], ['com.sun.net.httpserver.HttpServer'], ['com.sun.net.httpserver.HttpsServer'],
  ],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type || named(creation).some((child) => child.type === 'class_body')) return;
      const listener = constructed.find(({ types }) => isType(cx, type, bareType(type), ...types));
      if (listener) look(creation, type, listener, args(creation), cx);
    },
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const object = field(call, 'object');
      if (!name || !object) return;
      if (name.text === 'open') {
        const listener = opened.find(({ types }) => isType(cx, call, object.text, ...types));
        if (listener) look(call, name, listener, [], cx);
      }
      if (name.text === 'createServerSocket') fromFactory(call, name, cx);
      if (name.text === 'create' && isType(cx, call, object.text, 'com.sun.net.httpserver.HttpServer', 'com.sun.net.httpserver.HttpsServer')) httpServer(call, name, cx);
    },
  },
});
