import { ts, type Node } from 'ts-morph';
import type { Json } from '../../base/json.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { isFunction, lastName } from '../../syntax/typescript/functions.js';
import { drainPlan, healthPlan } from '../../syntax/typescript/lifecycle-plan.js';
import { calledModule } from '../../syntax/typescript/modules.js';
import { isServing } from '../../syntax/typescript/server-code.js';
import { frameworkOf, serverBehind, type Framework } from '../../syntax/typescript/servers.js';
import type {} from '../java/graceful-shutdown.js';
import { generalPath, healthPath } from '../health-route.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A place where a Node server begins to take requests; `drain` plans that it ends them on SIGTERM, `null` when the file's shape does not allow it. */
    'node.listen': { readonly framework: Framework; readonly drain: Json };
    /** A place where a Node application is made; `health` plans routes for probes, as above. */
    'node.app': { readonly framework: Framework; readonly health: Json };
  }
}

const applications: ReadonlySet<Framework> = new Set(['express', 'koa', 'fastify', 'nest', 'hapi']);

function onListen(node: Node, cx: FactFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (!ts.isPropertyAccessExpression(call.expression)) return;
  const { name, expression } = call.expression;
  if (name.text !== 'listen' && name.text !== 'start') return;
  const framework = serverBehind(cx, expression);
  // Asked last: a file has thousands of calls.
  if (!framework || (name.text === 'start') !== (framework === 'hapi') || !isServing(cx, node)) return;
  cx.emit('node.listen', { start: name.getStart(), end: name.getEnd() }, { framework, drain: drainPlan(call, framework) });
}

function onMade(node: Node, cx: FactFileContext): void {
  const made = node.compilerNode as ts.CallExpression | ts.NewExpression;
  const framework = frameworkOf(cx, made);
  if (framework && applications.has(framework) && isServing(cx, node)) cx.emit('node.app', { start: made.expression.getStart(), end: made.expression.getEnd() }, { framework, health: healthPlan(cx, made, framework) });
}

const draining = /^(?:http-terminator|http-graceful-shutdown|stoppable|lightship|close-with-grace|fastify-graceful-shutdown|@godaddy\/terminus|http-shutdown|express-graceful-exit|grace-shutdown|fastify-close-with-grace|node-graceful|@moebius\/http-graceful-shutdown|fastify-custom-healthcheck|exit-hook|async-exit-hook|death)$/;
const ends = /close|stop|shut\s*down|drain|terminat|\bend\b|destroy|disconnect|dispose|execute|exit\w+\(|grace/i;

/** A handler that lets go of something before the process ends; one that only ends it cuts requests off just the same. */
function drains(call: ts.CallExpression): boolean {
  const handler = call.arguments[1];
  if (!handler) return false;
  return isFunction(handler) ? ends.test(handler.getText().replace(/process\.exit\([^)]*\)/g, '')) : !/^process\.exit$/.test(handler.getText());
}

function onSignal(call: ts.CallExpression, cx: FactFileContext): void {
  const { expression } = call;
  const at = { start: expression.getStart(), end: expression.getEnd() };
  if (ts.isPropertyAccessExpression(expression)) {
    if (expression.name.text === 'enableShutdownHooks') cx.emit('server.graceful-shutdown', at, { via: 'enableShutdownHooks' });
    const listens = /^(?:process|nodeProcess|proc)$/.test(lastName(expression.expression)) && /^(?:on|once|addListener)$/.test(expression.name.text);
    const [signal] = call.arguments;
    // `for (const signal of signals) process.on(signal, …)` names them elsewhere in the file.
    if (listens && signal && (ts.isStringLiteralLike(signal) ? signal.text === 'SIGTERM' : cx.text.includes('SIGTERM')) && drains(call)) cx.emit('server.graceful-shutdown', at, { via: 'SIGTERM' });
  }
  const origin = calledModule(cx, call);
  if (origin && draining.test(origin.module)) cx.emit('server.graceful-shutdown', at, { via: origin.module });
}

const asking = /^(?:fetch|axios|got|request|superagent|http|https|client|supertest|cy|page|\$fetch|ky|needle)$/i;

/** Whether a text is a route's path: given to a router, a decorator, a route object, or compared with the path of a request. */
function isRoute(literal: ts.StringLiteralLike | ts.TemplateExpression): boolean {
  const { parent } = literal;
  if (ts.isCallExpression(parent)) {
    if (ts.isDecorator(parent.parent)) return /^@(?:Get|Controller|All|Head|JsonController)\b/.test(parent.parent.getText());
    const callee = parent.expression;
    return ts.isPropertyAccessExpression(callee) && /^(?:get|use|all|head|route|register|any|path|add|options)$/.test(callee.name.text) && parent.arguments[0] === literal && !asking.test(lastName(callee.expression));
  }
  if (ts.isPropertyAssignment(parent)) return /^(?:path|url|prefix|route|healthCheckPath|healthPath)$/.test(parent.name.getText());
  if (ts.isArrayLiteralExpression(parent)) return ts.isCallExpression(parent.parent);
  return ts.isBinaryExpression(parent) ? /(?:url|path(?:name)?)$/i.test(parent.left.getText()) : ts.isCaseClause(parent);
}

/** `${prefix}/ping`: the end of a path that begins with a setting. */
function onTemplate(template: ts.TemplateExpression, cx: FactFileContext): void {
  const text = template.templateSpans.at(-1)?.literal.text ?? '';
  if (!text.startsWith('/') || !(healthPath.test(text) || generalPath.test(text)) || !isRoute(template)) return;
  cx.emit('health.route', { start: template.getStart(), end: template.getEnd() }, { via: text });
}

function onLiteral(literal: ts.StringLiteralLike, cx: FactFileContext): void {
  const { text } = literal;
  const decorated = ts.isCallExpression(literal.parent) && ts.isDecorator(literal.parent.parent);
  if (!(text.startsWith('/') || decorated) || !(healthPath.test(text) || generalPath.test(text)) || !isRoute(literal)) return;
  cx.emit('health.route', { start: literal.getStart(), end: literal.getEnd() }, { via: text });
}

/** `apollo.applyMiddleware({ app })`: up to its third version Apollo Server answers a health check of its own beside the API. */
function onApollo(call: ts.CallExpression, cx: FactFileContext): void {
  const { expression, arguments: [options] } = call;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'applyMiddleware' || !options || !ts.isObjectLiteralExpression(options)) return;
  const given = options.properties.map((each) => each.getText());
  if (!given.some((each) => /^app\b/.test(each)) || given.some((each) => /^disableHealthCheck\s*:\s*true/.test(each))) return;
  cx.emit('health.route', { start: expression.name.getStart(), end: expression.name.getEnd() }, { via: '/.well-known/apollo/server-health' });
}

/** Servers of Node, how they end, and what tells whether they are well. */
export const nodeServerFacts: FactExtractor = {
  kinds: ['node.listen', 'node.app', 'server.graceful-shutdown', 'health.route'],
  matchers: [
    factMatcher({
      language: 'typescript',
      needles: [['express', /['"]express['"]/, /\bexpress\w*\(\)|\.listen\(/], [/['"](?:koa|fastify|@nestjs\/core|@hapi\/hapi|hapi|restify|polka|spdy)['"]/], [/['"](?:node:)?https?['"]/, 'listen']],
      on: {
        CallExpression(node, cx) {
          onListen(node, cx);
          onMade(node, cx);
        },
        NewExpression: onMade,
      },
    }),
    factMatcher({
      language: 'typescript', needles: [['applyMiddleware', /apollo/i]],
      on: { CallExpression: (node, cx) => onApollo(node.compilerNode as ts.CallExpression, cx) },
    }),
    factMatcher({
      language: 'typescript',
      needles: [['SIGTERM'], ['enableShutdownHooks'], [/['"](?:http-terminator|http-graceful-shutdown|stoppable|lightship|close-with-grace|fastify-graceful-shutdown|@godaddy\/terminus|http-shutdown|express-graceful-exit|node-graceful|exit-hook|async-exit-hook|death)['"]/]],
      on: { CallExpression: (node, cx) => onSignal(node.compilerNode as ts.CallExpression, cx) },
    }),
    factMatcher({
      language: 'typescript',
      needles: [[/(?:\.(?:get|use|all|head|route|register|any)\(|@(?:Get|Controller|All|Head)\(|\b(?:path|url|prefix|route|healthCheckPath|healthPath)['"]?\s*:|=|\bcase|\[)\s*['"`]\/?(?:[\w.-]+\/){0,4}(?:_?health\w*|livez|readyz|liveness|readiness|heart-?beat|(?:is|keep)?-?alive|ping|status|ready|live|probe)[/'"`-]/i], [/\}\/(?:health\w*|ping|status|readyz|livez)`/]],
      on: {
        TemplateExpression: (node, cx) => onTemplate(node.compilerNode as ts.TemplateExpression, cx),
        StringLiteral: (node, cx) => onLiteral(node.compilerNode as ts.StringLiteral, cx),
        NoSubstitutionTemplateLiteral: (node, cx) => onLiteral(node.compilerNode as ts.NoSubstitutionTemplateLiteral, cx),
      },
    }),
  ],
};
