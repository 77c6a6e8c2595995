import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { bareType, enclosingType, field, isType, methodsOf, modifiers, nameOf, named, simpleName, span, type JavaNode } from '../../../syntax/java/ask.js';
import { callsOf } from '../../../syntax/java/trace.js';

/** Servers that run until the process ends unless someone stops them: made by `new`, and made by a method. */
const constructed = ['org.eclipse.jetty.server.Server', 'org.mortbay.jetty.Server', 'org.apache.catalina.startup.Tomcat'] as const;
const built: ReadonlyMap<string, readonly string[]> = new Map([['builder', ['io.undertow.Undertow']], ['create', ['com.sun.net.httpserver.HttpServer', 'com.sun.net.httpserver.HttpsServer']]]);

/** Calls that end a server in an orderly way, or ask the JVM to call back before it ends. */
const stopping = ['stop', 'addShutdownHook', 'setStopAtShutdown', 'shutdown', 'destroy'];

function startsProgram(type: JavaNode): boolean {
  return methodsOf(type).some((method) => nameOf(method) === 'main' && modifiers(method).has('static') && named(field(method, 'parameters') ?? method).length === 1);
}

function report(cx: RuleFileContext, type: JavaNode | undefined): void {
  const owner = type && enclosingType(type);
  if (!type || !owner || !startsProgram(owner) || callsOf(cx, type, 'start').length === 0) return;
  // Kept in another class, the server may be stopped there.
  if (stopping.some((name) => callsOf(cx, type, name).length > 0)) return;
  cx.report({ at: span(type), say: 'embedded', args: { server: simpleName(bareType(type)) }, confidence: 'medium', data: { dir: cx.module.dir, fix: 'none' } });
}

/** Servers that the class with `main` starts and nothing stops. */
export const embeddedServers = ruleMatcher({
  language: 'java',
  needles: [['org.eclipse.jetty.server', 'main'], ['org.mortbay.jetty', 'main'], ['org.apache.catalina.startup', 'main'], ['io.undertow', 'main'], ['com.sun.net.httpserver', 'main']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type && isType(cx, creation, bareType(type), ...constructed)) report(cx, type);
    },
    method_invocation(call, cx) {
      const types = built.get(field(call, 'name')?.text ?? '');
      const receiver = field(call, 'object');
      if (types && receiver && isType(cx, call, receiver.text, ...types)) report(cx, receiver);
    },
  },
});
