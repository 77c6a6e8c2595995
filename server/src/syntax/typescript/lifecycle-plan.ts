import { ts } from 'ts-morph';
import type { Json } from '../../base/json.js';
import { lineEnding } from '../../base/text.js';
import { indentAt, statementAround, unusedName, type Insertion } from './edit.js';
import { originsOf } from './modules.js';
import type { Once } from './functions.js';
import { planned } from './plan.js';
import type { Framework } from './servers.js';

/** How the code around writes its strings, ends its statements and indents. */
interface Style {
  readonly quote: string;
  readonly semicolon: string;
  readonly step: string;
}

function styleOf(statement: ts.Statement): Style {
  const file = statement.getSourceFile();
  const single = (file.text.match(/'/g) ?? []).length;
  const double = (file.text.match(/"/g) ?? []).length;
  return { quote: double > single ? '"' : "'", semicolon: /;\s*$/.test(statement.getText()) ? ';' : '', step: /\n(\t| {2,4})\S/.exec(file.text)?.[1] ?? '  ' };
}

/** Ends within the 30 seconds that Kubernetes grants by default, so that a request that hangs does not decide when. */
const patience = '25_000';

/** Lines that let requests end on SIGTERM, for a server by its name. */
function drainLines(framework: Framework, server: string, { quote: q, semicolon: s, step }: Style): readonly string[] | undefined {
  const open = `process.once(${q}SIGTERM${q}, () => {`;
  switch (framework) {
    case 'express': case 'koa': case 'http': case 'polka':
      return [open, `${step}server.close(() => process.exit(0))${s}`.replace('server', server), `${step}setTimeout(() => process.exit(1), ${patience}).unref()${s}`, `})${s}`];
    case 'fastify':
      return [open, `${step}${server}.close().then(() => process.exit(0), () => process.exit(1))${s}`, `${step}setTimeout(() => process.exit(1), ${patience}).unref()${s}`, `})${s}`];
    case 'hapi':
      return [open, `${step}${server}.stop({ timeout: ${patience} }).then(() => process.exit(0), () => process.exit(1))${s}`, `})${s}`];
    default:
      return undefined;
  }
}

const known = /^(?:this\.)?[\w$]+$/;

/** Plans that a server stops taking requests on SIGTERM and ends when those it has are answered; `null` when the file's shape does not allow it. */
export function drainPlan(call: ts.CallExpression, framework: Framework): Json {
  const callee = call.expression;
  const statement = statementAround(call);
  if (!statement || !ts.isPropertyAccessExpression(callee)) return null;
  const file = call.getSourceFile();
  const receiver = callee.expression.getText();
  const style = styleOf(statement);
  const separator = `${lineEnding(file.text)}${indentAt(file.text, statement.getStart())}`;
  if (framework === 'nest') {
    return known.test(receiver) ? planned(file, [{ start: statement.getStart(), end: statement.getStart(), text: `${receiver}.enableShutdownHooks()${style.semicolon}${separator}` }]) : null;
  }
  const named = nameOf(call, statement, framework, receiver);
  const lines = named && drainLines(framework, named.name, style);
  return lines ? planned(file, [...named.edits, { start: statement.getEnd(), end: statement.getEnd(), text: lines.map((line) => `${separator}${line}`).join('') }]) : null;
}

/** The name of the object that is closed: what `listen` returns for Express and Koa, the server itself for others. */
function nameOf(call: ts.CallExpression, statement: ts.Statement, framework: Framework, receiver: string): { readonly name: string; readonly edits: readonly Insertion[] } | undefined {
  if (framework !== 'express' && framework !== 'koa' && known.test(receiver)) return { name: receiver, edits: [] };
  if (ts.isVariableStatement(statement)) {
    const [declaration] = statement.declarationList.declarations;
    return declaration?.initializer === call && ts.isIdentifier(declaration.name) ? { name: declaration.name.text, edits: [] } : undefined;
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (ts.isBinaryExpression(expression) && expression.right === call && known.test(expression.left.getText())) return { name: expression.left.getText(), edits: [] };
  if (expression !== call) return undefined;
  const name = unusedName(statement.getSourceFile(), 'server');
  return { name, edits: [{ start: statement.getStart(), end: statement.getStart(), text: `const ${name} = ` }] };
}

/** What readiness hangs on, when the file shows a connection that every request needs. */
function readiness(cx: Once, file: ts.SourceFile): string | undefined {
  const mongoose = [...originsOf(cx, file)].find(([, { module, path }]) => module === 'mongoose' && path === '')?.[0];
  return mongoose && `${mongoose}.connection.readyState === 1`;
}

function routeLines(framework: Framework, app: string, ready: string | undefined, { quote: q, semicolon: s, step }: Style): readonly string[] | undefined {
  const ok = `{ status: ${q}ok${q} }`;
  switch (framework) {
    case 'express': case 'nest': {
      const target = framework === 'nest' ? `${app}.getHttpAdapter()` : app;
      const live = `${target}.get(${q}/healthz${q}, (_req, res) => {`;
      const readyBody = ready ? `res.status(${ready} ? 200 : 503).end()${s}` : `res.json(${ok})${s}`;
      return [live, `${step}res.json(${ok})${s}`, `})${s}`, `${target}.get(${q}/readyz${q}, (_req, res) => {`, `${step}${readyBody}`, `})${s}`];
    }
    case 'fastify':
      return ['healthz', 'readyz'].map((path) => `${app}.get(${q}/${path}${q}, async () => (${ok}))${s}`);
    case 'koa':
      return [`${app}.use(async (ctx, next) => {`, `${step}if (ctx.path === ${q}/healthz${q} || ctx.path === ${q}/readyz${q}) ctx.body = ${ok}${s}`, `${step}else await next()${s}`, `})${s}`];
    case 'hapi':
      return ['healthz', 'readyz'].map((path) => `${app}.route({ method: ${q}GET${q}, path: ${q}/${path}${q}, options: { auth: false }, handler: () => (${ok}) })${s}`);
    default:
      return undefined;
  }
}

/** Plans routes for probes right after an application is made, before anything asks who calls; `null` when the file's shape does not allow it. */
export function healthPlan(cx: Once, made: ts.CallExpression | ts.NewExpression, framework: Framework): Json {
  const statement = statementAround(made);
  if (!statement || !ts.isVariableStatement(statement)) return null;
  const declaration = statement.declarationList.declarations.at(-1);
  if (!declaration || !ts.isIdentifier(declaration.name) || !declaration.initializer || !isWhole(declaration.initializer, made)) return null;
  if (framework === 'nest' && /FastifyAdapter/.test(statement.getText())) return null;
  const file = made.getSourceFile();
  const lines = routeLines(framework, declaration.name.text, readiness(cx, file), styleOf(statement));
  const separator = `${lineEnding(file.text)}${indentAt(file.text, statement.getStart())}`;
  return lines ? planned(file, [{ start: statement.getEnd(), end: statement.getEnd(), text: lines.map((line) => `${separator}${line}`).join('') }]) : null;
}

function isWhole(initializer: ts.Expression, made: ts.Expression): boolean {
  let at: ts.Expression = initializer;
  while (ts.isAwaitExpression(at) || ts.isParenthesizedExpression(at) || ts.isAsExpression(at)) at = at.expression;
  return at === made;
}
