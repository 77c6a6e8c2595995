import type { Json } from '../../base/json.js';
import { dirname } from '../../base/paths.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { args, calleeOf, importsPackage, isGenerated, stringValue } from '../../syntax/go/ask.js';
import { drainPlan, healthPlan, portPlan } from '../../syntax/go/listen-plan.js';
import { isLocalAddress, listenerOf, portOf } from '../../syntax/go/listen.js';
import { below, field, span, type SyntaxNode } from '../../syntax/tree-sitter/nodes.js';
import type {} from '../java/graceful-shutdown.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A place where Go code begins to take requests from other machines; `port` is absent unless the code alone decides it. */
    'go.listen': { readonly framework: string; readonly main: boolean; readonly port?: string; readonly plans: { readonly drain: Json; readonly health: Json; readonly port: Json } };
    /** A program of Go and the packages that it is made of. */
    'go.main': { readonly imports: readonly string[] };
    /** One half of ending a server on request: SIGTERM is heard, or requests are let end. */
    'go.shutdown': { readonly part: 'signal' | 'drain' };
  }
}

/** Fact kinds that {@link startedGo} looks at. */
export const goListenReads: readonly FactKind[] = ['go.listen', 'go.main'];

const isMain = (cx: FactFileContext): boolean => /^package main\b/m.test(cx.text);

/** A server beside the real one, for profiles or figures: nobody's request is lost with it. */
function isAside(cx: FactFileContext, call: SyntaxNode): boolean {
  if (!importsPackage(cx, call, /^net\/http\/pprof$|^expvar$|prometheus\/promhttp$/)) return false;
  const routes = [...cx.text.matchAll(/\.(?:Handle|HandleFunc|GET|POST|Get|Post|Mount|Group|PathPrefix)\(\s*"([^"]*)"/g)].map((match) => match[1] ?? '');
  return routes.every((route) => /metrics|debug|pprof|health|ready|live/.test(route));
}

function onCall(call: SyntaxNode, cx: FactFileContext): void {
  const listener = isGenerated(cx) ? undefined : listenerOf(cx, call);
  if (!listener || isAside(cx, call) || (listener.address && isLocalAddress(listener.address))) return;
  const port = portOf(cx, call, listener);
  const plans = { drain: drainPlan(cx, call, listener) ?? null, health: healthPlan(cx, call, listener) ?? null, port: portPlan(cx, call, listener) ?? null };
  cx.emit('go.listen', span(listener.token), { framework: listener.framework, main: isMain(cx), ...(port === undefined ? {} : { port }), plans });
}

/** Libraries and frameworks that hear SIGTERM and end servers, or help with it. */
const bringing = /(?:^|[/_-])(?:grace\w*|shutdown\w*|endless|tableflip|manners|overseer|signals|lifecycle)(?:[/_.-]|$)|^(?:go\.uber\.org\/fx|github\.com\/(?:oklog\/run|go-kratos\/kratos|zeromicro\/go-zero)|gofr\.dev|goyave\.dev|encore\.dev|github\.com\/gobuffalo\/buffalo|sigs\.k8s\.io\/controller-runtime|k8s\.io\/apiserver)(?:\/|$)/;

function onImport(spec: SyntaxNode, cx: FactFileContext): void {
  const path = stringValue(field(spec, 'path'));
  if (path !== undefined && bringing.test(path)) cx.emit('server.graceful-shutdown', span(spec), { via: path });
}

/** Signals that are not the one which Kubernetes sends. */
const otherSignal = /^(?:os\.(?:Interrupt|Kill)|(?:syscall|unix)\.SIG(?:INT|HUP|QUIT|KILL|USR[12]|PIPE|CHLD|WINCH))$/;

function onSignal(call: SyntaxNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  if (!callee) return;
  if (/^(?:Shutdown\w*|GracefulStop|GracefulShutdown|Drain)$/.test(callee.name)) cx.emit('go.shutdown', span(callee.token), { part: 'drain' });
  if (callee.path !== 'os/signal' || !/^Notify(?:Context)?$/.test(callee.name)) return;
  const signals = args(call).slice(1);
  // Without any, all are heard; a name may stand for a list with the right one.
  if (signals.length === 0 || signals.some((each) => !otherSignal.test(each.text))) cx.emit('go.shutdown', span(callee.token), { part: 'signal' });
}

/** Where servers of Go begin, and how they end. */
export const goListenFacts: FactExtractor = {
  kinds: ['go.listen', 'go.main', 'go.shutdown', 'server.graceful-shutdown'],
  matchers: [
    factMatcher({
      language: 'go', needles: [[/\.ListenAndServe(?:TLS)?\(/], ['gin-gonic/gin', /\.Run(?:TLS)?\(/], ['labstack/echo', /\.Start(?:TLS)?\(/], ['gofiber/fiber', /\.Listen(?:TLS)?\(/], ['google.golang.org/grpc', /\.Serve\(/]],
      on: { call_expression: onCall },
    }),
    factMatcher({
      language: 'go', needles: [[/^package main\b/m, /^func main\(\)/m]],
      on: { source_file: (root, cx) => cx.emit('go.main', { start: 0, end: 1 }, { imports: below(root, 'import_spec').flatMap((spec) => stringValue(field(spec, 'path')) ?? []) }) },
    }),
    factMatcher({ language: 'go', needles: [['os/signal', /\bNotify(?:Context)?\(/], [/\.(?:Shutdown\w*|GracefulStop|GracefulShutdown|Drain)\(/]], on: { call_expression: onSignal } }),
    factMatcher({ language: 'go', needles: [[/"[\w./-]*(?:grace|shutdown|endless|tableflip|manners|overseer|signals|lifecycle|uber\.org\/fx|oklog\/run|go-kratos|go-zero|gofr\.dev|goyave\.dev|encore\.dev|gobuffalo\/buffalo|controller-runtime|k8s\.io\/apiserver)[\w./-]*"/]], on: { import_spec: onImport } }),
  ],
};

/** Whether a program of the module begins to serve at this place: in its own package, or in one that it takes in directly. */
export function startedGo(model: Model, fact: Fact<'go.listen'>): boolean {
  if (fact.value.main) return true;
  const { dir } = model.moduleOf(fact.file);
  const folder = dirname(fact.file).slice(dir === '' ? 0 : dir.length + 1);
  return folder !== '' && model.factsFor('go.main', fact.file).some(({ value }) => value.imports.some((path) => path.endsWith(`/${folder}`)));
}
