import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { bare, isFunction } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, literalOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

/** What makes a server for a protocol of its own; HTTP servers are another matter. */
const makers: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^(?:net|tls)$/, path: /^(?:createServer|Server)$/ },
  { module: /^(?:smtp-server|aedes-server-factory|ldapjs|dns2|net-snmp|ftp-srv)$/, path: /^(?:SMTPServer|createServer|FtpSrv)?$/ },
  { module: /^ssh2$/, path: /^Server$/ },
];

function madeBy(cx: RuleFileContext, expression: ts.Expression): boolean {
  const node = bare(expression);
  const made = ts.isIdentifier(node) ? initialValue(node) : node;
  const value = made && bare(made);
  if (!value || !(ts.isCallExpression(value) || ts.isNewExpression(value))) return false;
  const origin = calledModule(cx, value);
  return origin !== undefined && makers.some(({ module, path }) => module.test(origin.module) && path.test(origin.path));
}

function isUdp(cx: RuleFileContext, expression: ts.Expression): boolean {
  const node = bare(expression);
  const made = ts.isIdentifier(node) ? initialValue(node) : undefined;
  const value = made && bare(made);
  const origin = value && ts.isCallExpression(value) ? calledModule(cx, value) : undefined;
  return origin?.module === 'dgram' && origin.path === 'createSocket';
}

/** The port that is written down, through a constant of the file. */
function portOf(node: ts.Expression | undefined): string | undefined {
  const value = node && bare(node);
  if (!value) return undefined;
  if (ts.isNumericLiteral(value)) return value.text;
  const options = literalOf(value);
  if (options) return portOf(propertyOf(options, 'port'));
  const initial = ts.isIdentifier(value) ? initialValue(value) : undefined;
  return initial ? portOf(initial) : undefined;
}

/** `server.listen(port, () => server.close(…))` only asks whether a port is free. */
function isProbe(call: ts.CallExpression, server: ts.Expression): boolean {
  const name = server.getText().replace(/\W/g, '\\$&');
  return call.arguments.some((each) => isFunction(each) && new RegExp(`\\b${name}\\.close\\(`).test(each.getText()));
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!ts.isPropertyAccessExpression(call.expression)) return;
  const { name, expression } = call.expression;
  const udp = name.text === 'bind' && call.arguments.length > 0 && isUdp(cx, expression);
  if (!udp && !(name.text === 'listen' && madeBy(cx, expression))) return;
  const [first] = call.arguments;
  const port = portOf(first);
  // Port 0 is any free one; a path is a socket inside the pod.
  if (!first || port === '0' || ts.isStringLiteralLike(bare(first)) || /\.sock|socketPath|127\.0\.0\.1|localhost/.test(call.getText()) || isProbe(call, expression) || !isServing(cx, node)) return;
  cx.report({ at: spanOf(name), say: port === undefined ? 'listens' : 'port', args: port === undefined ? {} : { port }, cause: 'listens', data: { port: port ?? '', udp } });
}

/** Sockets of `net`, `tls` and `dgram`, and servers of other protocols. */
export const nodeSocket = ruleMatcher({
  language: 'typescript',
  needles: [[/['"](?:node:)?(?:net|tls)['"]/, 'createServer', 'listen'], [/['"](?:node:)?dgram['"]/, 'bind'], [/['"](?:smtp-server|ssh2|ldapjs|ftp-srv)['"]/, 'listen']],
  on: { CallExpression: check },
});
