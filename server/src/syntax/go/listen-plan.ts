import type { Json } from '../../base/json.js';
import type { FileContext } from '../../contract/rule.js';
import { enclosing, field, isWithin, named } from '../tree-sitter/nodes.js';
import { args, assignedValue, calleeOf, importOf, stringValue, type GoNode } from './ask.js';
import type { GoListener } from './listen.js';
import { indentOf, isTaken, planGo, statementAround } from './plan.js';

/** Address and handler of a call that begins to serve. */
function served(call: GoNode, { framework }: GoListener): { readonly address: string; readonly handler: string } | undefined {
  const callee = field(call, 'function');
  const [first, second] = args(call);
  if (framework === 'net/http' && callee?.text === 'http.ListenAndServe' && first && second) return { address: first.text, handler: second.text };
  const router = field(callee, 'operand');
  return framework === 'gin' && field(callee, 'field')?.text === 'Run' && first && args(call).length === 1 && router?.type === 'identifier' ? { address: first.text, handler: router.text } : undefined;
}

/** What follows when the server fails, with the error in `err`; `undefined` for shapes that are not known. */
function failure(call: GoNode, statement: GoNode, text: string, indent: string): readonly string[] | undefined {
  if (statement.type === 'expression_statement') {
    if (named(statement)[0]?.id === call.id) return [`${indent}case <-failed:`];
    const outer = call.parent?.parent;
    const ends = outer?.type === 'call_expression' && named(statement)[0]?.id === outer.id && /^log\.(?:Fatal|Fatalln|Panic|Println|Print)$/.test(field(outer, 'function')?.text ?? '');
    return ends ? [`${indent}case err := <-failed:`, `${indent}\t${text.slice(statement.startIndex, call.startIndex)}err${text.slice(call.endIndex, statement.endIndex)}`] : undefined;
  }
  if (statement.type !== 'if_statement' || field(statement, 'alternative')) return undefined;
  const initializer = field(statement, 'initializer');
  const condition = field(statement, 'condition')?.text;
  const consequence = field(statement, 'consequence');
  if (!initializer || !consequence || !isWithin(call, initializer) || named(field(initializer, 'left'))[0]?.text !== 'err' || condition !== 'err != nil') return undefined;
  const body = text.slice(consequence.startIndex, consequence.endIndex).split('\n').map((line, index) => (index === 0 || line === '' ? line : `\t${line}`)).join('\n');
  return [`${indent}case err := <-failed:`, `${indent}\tif err != nil ${body}`];
}

/** The server is stopped on SIGTERM and lets its requests end. */
export function drainPlan(cx: FileContext, call: GoNode, listener: GoListener): Json | undefined {
  const statement = statementAround(call);
  const what = served(call, listener);
  if (!statement || !what || isTaken(call, 'server', 'stopping', 'stop', 'failed', 'draining', 'cancel') || enclosing(call, 'func_literal', 'go_statement')) return undefined;
  if (['http', 'os', 'context', 'signal', 'syscall', 'time'].some((name) => ![undefined, 'net/http', 'os', 'context', 'os/signal', 'syscall', 'time'].includes(importOf(cx, call, name)))) return undefined;
  const { text } = cx;
  const indent = indentOf(text, statement);
  const failed = failure(call, statement, text, indent);
  if (!failed) return undefined;
  const logs = importOf(cx, call, 'log') === 'log';
  const lines = [
    `server := &http.Server{Addr: ${what.address}${what.handler === 'nil' ? '' : `, Handler: ${what.handler}`}}`,
    `${indent}stopping, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)`,
    `${indent}defer stop()`,
    `${indent}failed := make(chan error, 1)`,
    `${indent}go func() { failed <- server.ListenAndServe() }()`,
    `${indent}select {`,
    ...failed,
    `${indent}case <-stopping.Done():`,
    `${indent}\t// Requests that have begun are answered before the pod ends.`,
    `${indent}\tdraining, cancel := context.WithTimeout(context.Background(), 20*time.Second)`,
    `${indent}\tdefer cancel()`,
    `${indent}\tif err := server.Shutdown(draining); err != nil {`,
    `${indent}\t\t${logs ? 'log.Print(err)' : 'fmt.Fprintln(os.Stderr, err)'}`,
    `${indent}\t}`,
    `${indent}}`,
  ];
  return planGo(call.tree.rootNode, text, [{ start: statement.startIndex, end: statement.endIndex, text: lines.join('\n') }], ['context', 'net/http', 'os', 'os/signal', 'syscall', 'time', ...(logs ? [] : ['fmt'])]);
}

/** How a router takes a route, and what its handler looks like. */
function routeOf(cx: FileContext, call: GoNode, { framework }: GoListener): { readonly add: string; readonly handler: string } | undefined {
  const plain = 'func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }';
  const receiver = field(field(call, 'function'), 'operand');
  if (framework === 'gin' && receiver?.type === 'identifier') return { add: `${receiver.text}.GET`, handler: 'func(c *gin.Context) { c.Status(http.StatusOK) }' };
  if (framework === 'echo' && receiver?.type === 'identifier') return { add: `${receiver.text}.GET`, handler: 'func(c echo.Context) error { return c.NoContent(http.StatusOK) }' };
  if (framework === 'fiber' && receiver?.type === 'identifier' && /fiber(?:\/v2)?$/.test(importOf(cx, call, 'fiber') ?? '')) return { add: `${receiver.text}.Get`, handler: 'func(c *fiber.Ctx) error { return c.SendStatus(fiber.StatusOK) }' };
  const handler = framework === 'net/http' && receiver?.text === 'http' ? args(call)[1] : undefined;
  if (handler?.text === 'nil') return { add: 'http.HandleFunc', handler: plain };
  const made = handler?.type === 'identifier' ? assignedValue(handler) : undefined;
  const path = made?.type === 'call_expression' ? calleeOf(cx, made) : undefined;
  if (!handler || path?.path === undefined) return undefined;
  if ((path.path === 'net/http' && path.name === 'NewServeMux') || (/gorilla\/mux$/.test(path.path) && path.name === 'NewRouter')) return { add: `${handler.text}.HandleFunc`, handler: plain };
  return /go-chi\/chi(?:\/v\d+)?$/.test(path.path) ? { add: `${handler.text}.Get`, handler: plain } : undefined;
}

/** `/healthz` and `/readyz` in front of the call that begins to serve. */
export function healthPlan(cx: FileContext, call: GoNode, listener: GoListener): Json | undefined {
  const statement = statementAround(call);
  const route = routeOf(cx, call, listener);
  if (!statement || !route || (listener.framework === 'echo' && !/labstack\/echo(?:\/v[34])?$/.test(importOf(cx, call, 'echo') ?? ''))) return undefined;
  const indent = indentOf(cx.text, statement);
  const lines = ['// Kubernetes asks whether the process works, and whether requests may come.', ...['/healthz', '/readyz'].map((path) => `${route.add}("${path}", ${route.handler})`)];
  return planGo(call.tree.rootNode, cx.text, [{ start: statement.startIndex, end: statement.startIndex, text: lines.map((line) => `${line}\n${indent}`).join('') }], listener.framework === 'fiber' ? [] : ['net/http']);
}

/** The port from the environment, with the written one as default; `cmp.Or` exists since Go 1.22. */
export function portPlan(cx: FileContext, call: GoNode, listener: GoListener): Json | undefined {
  const { address } = listener;
  const [, host, port] = /^([\w.]*):(\d+)$/.exec(stringValue(address) ?? '') ?? [];
  if (!address || host === undefined || port === undefined || ![undefined, 'os'].includes(importOf(cx, call, 'os')) || ![undefined, 'cmp'].includes(importOf(cx, call, 'cmp'))) return undefined;
  return planGo(call.tree.rootNode, cx.text, [{ start: address.startIndex, end: address.endIndex, text: `"${host}:"+cmp.Or(os.Getenv("PORT"), "${port}")` }], ['cmp', 'os']);
}
