import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, declarationOf, field, imports, isType, modifiers, named, simpleName, span, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { mayBeComputed, literalUse } from '../../../syntax/java/literal.js';

/** Methods that take the port of an embedded server, by the full names of the types they are called on. */
const methods: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  setPort: ['org.apache.catalina.startup.Tomcat', 'org.eclipse.jetty.server.ServerConnector', 'org.springframework.boot.web.server.ConfigurableWebServerFactory', 'org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory',
    'org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory', 'org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory', 'org.springframework.boot.web.embedded.undertow.UndertowServletWebServerFactory'],
  addHttpListener: ['io.undertow.Undertow', 'io.undertow.Undertow.Builder'],
  forPort: ['io.grpc.ServerBuilder', 'io.grpc.netty.NettyServerBuilder', 'io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder'],
  create: ['com.sun.net.httpserver.HttpServer', 'com.sun.net.httpserver.HttpsServer'],
  start: ['io.javalin.Javalin'],
  port: ['spark.Spark', 'spark.Service'],
  listen: ['io.vertx.core.http.HttpServer', 'io.vertx.core.Vertx'],
}));

/** Type that a receiver's chain of calls begins with: `Undertow` in `Undertow.builder().addHttpListener(…)`. */
function isServer(cx: RuleFileContext, call: JavaNode, types: readonly string[]): boolean {
  let at = field(call, 'object');
  while (at?.type === 'method_invocation' && field(at, 'object')) at = field(at, 'object');
  // A static import calls the method without a receiver.
  if (!at) return types.some((type) => imports(cx, call).wildcards.includes(type) || imports(cx, call).types.get('port') === `${type}.port`);
  const type = typeOf(at) || at.text;
  return isType(cx, call, type, ...types);
}

/** The port that a call or constructor call gives to an embedded server. */
function portArgument(cx: RuleFileContext, call: JavaNode): JavaNode | undefined {
  const [first] = args(call);
  if (call.type === 'object_creation_expression') return isType(cx, call, bareType(field(call, 'type')), 'org.eclipse.jetty.server.Server') && args(call).length === 1 ? first : undefined;
  const types = methods.get(field(call, 'name')?.text ?? '');
  if (!types || !first || !isServer(cx, call, types)) return undefined;
  // A host may stand before the port of `InetSocketAddress`.
  return first.type === 'object_creation_expression' && simpleName(bareType(field(first, 'type'))) === 'InetSocketAddress' ? args(first).at(-1) : first;
}

/** The number behind an expression: itself, or the constant of the file that it names. */
function literalOf(node: JavaNode | undefined): JavaNode | undefined {
  if (!node || node.type === 'decimal_integer_literal') return node;
  if (node.type === 'parenthesized_expression') return literalOf(named(node)[0]);
  if (node.type !== 'identifier') return undefined;
  const declared = declarationOf(node);
  if (!declared || declared.kind === 'parameter' || (declared.kind === 'field' && !modifiers(declared.declaration).has('final'))) return undefined;
  return declared.value?.type === 'decimal_integer_literal' ? declared.value : undefined;
}

function look(call: JavaNode, cx: RuleFileContext): void {
  const argument = portArgument(cx, call);
  const literal = literalOf(argument);
  const port = Number(literal?.text.replace(/_/g, '') ?? 0);
  if (!argument || !literal || !Number.isInteger(port) || port < 1 || port > 65535) return;
  const constant = literal !== argument && declarationOf(argument)?.kind === 'field';
  const computable = !constant || mayBeComputed(literal, literalUse(literal));
  cx.report({
    at: span(literal), say: 'port', args: { port }, cause: 'port',
    data: { replaceable: computable, variable: field(call, 'name')?.text === 'forPort' ? 'GRPC_PORT' : 'SERVER_PORT' },
  });
}

/** Embedded servers that are given their port as a number. Ports that a setting gives are no literals and stay out. */
export const javaPort = ruleMatcher({
  language: 'java',
  needles: [['org.eclipse.jetty.server', 'Server'], ['org.apache.catalina.startup', 'setPort'], ['ServerConnector', 'setPort'], [/\b\w+WebServerFactory\b/, 'setPort'], ['Undertow', 'addHttpListener'], ['io.grpc', 'forPort'], ['HttpServer', 'create'],
    ['HttpsServer', 'create'], ['Javalin', 'start'], ['spark', 'port'], ['io.vertx', 'listen']],
  on: { method_invocation: look, object_creation_expression: look },
});
