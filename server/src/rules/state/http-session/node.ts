import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isBrowserCode } from '../../../syntax/typescript/ask.js';
import type { Once } from '../../../syntax/typescript/functions.js';
import { calledModule, originOf, originsOf, propertyOf } from '../../../syntax/typescript/modules.js';
import { wholeOptions } from '../../../syntax/typescript/options.js';
import { isCommandLine, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { redisPlan } from './node-plan.js';
import { judgeStore, type Verdict } from './node-store.js';

/** A session library in use: what to point at, its options, and the option that takes a store. */
interface Use {
  readonly call: ts.CallExpression;
  readonly token: ts.Node;
  readonly library: string;
  readonly options: ts.Expression | undefined;
  readonly storeOption: string;
}

/** Libraries that keep sessions in memory unless they are given a store. Those that keep them in a cookie are not here. */
const called = /^(?:express-session|koa-generic-session|koa-session-minimal|koa-session2|next-session|restify-session|session-middleware)$/;
const registered = /^(?:@fastify\/session|fastify-session|@mgcrea\/fastify-session)$/;

function tokenOf(call: ts.CallExpression): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
}

/** `session({ … })`; before Express 4 also `express.session({ … })` and `connect.session({ … })`. */
function callUse(cx: Once, call: ts.CallExpression): Use | undefined {
  const origin = calledModule(cx, call);
  if (!origin) return undefined;
  const own = called.test(origin.module) && (origin.path === '' || origin.path === 'nextSession');
  const bundled = /^(?:express|connect)$/.test(origin.module) && origin.path === 'session';
  if (!own && !bundled) return undefined;
  return { call, token: tokenOf(call), library: own ? origin.module : 'session', options: call.arguments[0], storeOption: 'store' };
}

/** `app.register(fastifySession, { … })`. */
function registerUse(cx: Once, call: ts.CallExpression): Use | undefined {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'register') return undefined;
  const [plugin, options] = call.arguments;
  if (!plugin) return undefined;
  const origin = originOf(originsOf(cx, call.getSourceFile()), plugin);
  if (!origin || !registered.test(origin.module)) return undefined;
  return { call, token: plugin, library: origin.module, options, storeOption: 'store' };
}

function verdictOf(cx: Once, use: Use): { readonly verdict: Verdict; readonly options: ts.ObjectLiteralExpression | undefined } {
  const options = wholeOptions(use.options, use.storeOption);
  if (options === undefined) return { verdict: { kind: 'elsewhere' }, options };
  if (options === 'none') return { verdict: { kind: 'memory' }, options: undefined };
  const store = propertyOf(options, use.storeOption);
  const getter = !store && options.properties.some((each) => each.name?.getText() === use.storeOption);
  return { verdict: getter ? { kind: 'elsewhere' } : store ? judgeStore(cx, store) : { kind: 'memory' }, options };
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const use = callUse(cx, call) ?? registerUse(cx, call);
  if (!use || isBrowserCode(cx, node) || isCommandLine(cx) || isDevelopmentOnly(call)) return;
  const { verdict, options } = verdictOf(cx, use);
  if (verdict.kind === 'elsewhere') return;
  const at = verdict.at ?? use.token;
  cx.report({
    at: { start: at.getStart(), end: at.getEnd() },
    say: verdict.kind === 'depends' ? 'dependingStore' : 'memoryStore',
    args: verdict.kind === 'depends' ? { library: use.library, setting: verdict.setting } : { library: use.library },
    severity: verdict.kind === 'depends' ? 'warning' : 'error',
    cause: 'session',
    data: use.library === 'express-session' && verdict.kind === 'memory' ? { redis: redisPlan(cx, call, options, verdict.at) } : null,
  });
}

/** Session libraries of Express, Nest, Koa and Fastify that keep sessions in memory. */
export const nodeSession = ruleMatcher({
  language: 'typescript',
  needles: [
    ...['express-session', 'koa-generic-session', 'koa-session-minimal', 'koa-session2', 'next-session', '@fastify/session', 'fastify-session', '@mgcrea/fastify-session', 'restify-session', 'session-middleware'].map((word) => [word]),
    ['express', 'session', 'secret', /\b(?:express|connect)\.session\(/],
  ],
  on: { CallExpression: check },
});
