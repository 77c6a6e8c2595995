import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, annotations, enclosing, enclosingCallable, enclosingType, field, isType, nameOf, span, type JavaNode } from '../../../syntax/java/ask.js';
import { runsAtStart, supertypes } from '../../../syntax/java/lifecycle.js';
import { callsOf } from '../../../syntax/java/trace.js';

/** `System.exit`, Kotlin's `exitProcess`, `Runtime.getRuntime().halt` or `.exit`. */
function exitCall(call: JavaNode): string | undefined {
  const name = field(call, 'name')?.text ?? '';
  const receiver = field(call, 'object')?.text.replace(/\s+/g, '') ?? '';
  if (name === 'exitProcess' && receiver === '') return name;
  if (name === 'exit' && /^(?:java\.lang\.)?System$/.test(receiver)) return 'System.exit';
  return /^(?:exit|halt)$/.test(name) && /^(?:java\.lang\.)?Runtime\.getRuntime\(\)$/.test(receiver) ? `Runtime.${name}` : undefined;
}

const components = [
  'Service', 'Component', 'Controller', 'RestController', 'Repository', 'ControllerAdvice', 'RestControllerAdvice', 'Singleton', 'ApplicationScoped', 'WebServlet', 'WebFilter',
  'Stateless', 'Stateful', 'MessageDriven', 'Path', 'Provider', 'RequestScoped', 'SessionScoped', 'ViewScoped', 'ManagedBean', 'Named', 'WebService', 'ServerEndpoint', 'Endpoint', 'ControllerEndpoint', 'RestControllerEndpoint',
];
const handlers = /^(?:\w*HttpServlet|GenericServlet|HandlerInterceptor(?:Adapter)?|OncePerRequestFilter|\w*Action(?:Support)?|MultiActionController|AbstractController|\w*Channel(?:Inbound|Duplex)Handler(?:Adapter)?|IoHandler(?:Adapter)?|(?:Text|Binary|Abstract)WebSocketHandler|MessageListener|SessionAwareMessageListener)$/;

/** `@Singleton` of an injector: programs that answer nobody have such objects as well. */
function isOnlyInjected(cx: RuleFileContext, type: JavaNode): boolean {
  return annotation(type, 'Singleton') !== undefined && !annotation(type, ...components.filter((name) => name !== 'Singleton')) && isType(cx, type, 'Singleton', 'javax.inject.Singleton', 'jakarta.inject.Singleton', 'com.google.inject.Singleton');
}

/** Whether instances of the class live in a server and answer requests, messages or events. */
function servesRequests(cx: RuleFileContext, type: JavaNode): boolean {
  if (annotation(type, ...components)) return !isOnlyInjected(cx, type);
  const parents = supertypes(type);
  return parents.some((name) => handlers.test(name)) || (parents.includes('Filter') && isType(cx, type, 'Filter', 'javax.servlet.Filter', 'jakarta.servlet.Filter'));
}

/** Whether the place, or the method that holds its anonymous class, only runs while the application starts or stops. */
function startsOrStops(cx: RuleFileContext, place: JavaNode): boolean {
  for (let at: JavaNode | undefined = place; at && enclosingCallable(at); at = enclosingCallable(at)) if (runsAtStart(cx, at, true)) return true;
  return false;
}

/** Whether only such code leads here, also through helpers that others could call, but do not in this file. */
function onlyAtStart(cx: RuleFileContext, call: JavaNode): boolean {
  const method = enclosingCallable(call);
  if (startsOrStops(cx, call) || /\bApplicationFailedEvent\b/.test((method && field(method, 'parameters')?.text) ?? '')) return true;
  const callers = method ? callsOf(cx, call, nameOf(method)) : [];
  return callers.length > 0 && callers.every((caller) => startsOrStops(cx, caller));
}

/** An error handler that asks whether the process can go on at all: without memory it cannot, and to end it is the right answer. */
function afterFatalError(call: JavaNode): boolean {
  for (let at = enclosing(call, 'if_statement'); at; at = enclosing(at, 'if_statement')) {
    if (/\binstanceof\s+(?:OutOfMemoryError|VirtualMachineError|StackOverflowError|LinkageError)\b/.test(field(at, 'condition')?.text ?? '')) return true;
  }
  return false;
}

/** What runs when the JVM ends anyway decides nothing. */
function inShutdownHook(call: JavaNode): boolean {
  for (let at = enclosing(call, 'method_invocation'); at; at = enclosing(at, 'method_invocation')) if (field(at, 'name')?.text === 'addShutdownHook') return true;
  return false;
}

/** Programs for the command line and for the build end with an exit code. */
function isCommand(type: JavaNode): boolean {
  const parents = supertypes(type);
  return parents.some((name) => /^(?:CommandLineRunner|ApplicationRunner|Callable|Tasklet|Lifecycle)$/.test(name)) || annotations(type).some(({ name }) => /^(?:Command|ShellComponent|CommandLine)$/.test(name)) || /\bstatic\s+(?:final\s+)?void\s+main\s*\(/.test(type.text);
}

export const javaExit = ruleMatcher({
  language: 'java',
  needles: [['System.exit'], ['Runtime', 'getRuntime', 'halt'], ['Runtime', 'getRuntime', 'exit']],
  on: {
    method_invocation(call, cx) {
      const exit = exitCall(call);
      const type = enclosingType(call);
      const name = field(call, 'name');
      if (!exit || !type || !name) return;
      if (!servesRequests(cx, type) || isCommand(type) || onlyAtStart(cx, call) || inShutdownHook(call) || afterFatalError(call)) return;
      const method = enclosingCallable(call);
      cx.report({ at: span(name), say: 'exit', args: { call: exit, where: `${nameOf(type)}${method ? `.${nameOf(method)}` : ''}` } });
    },
  },
});
