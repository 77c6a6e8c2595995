import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { variableIn } from '../../../syntax/typescript/deciding.js';
import { bare, functionsAround, isFunction, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, originOf, originsOf, type Origin } from '../../../syntax/typescript/modules.js';
import { judgeOption, optionOf, type Choice } from '../../../syntax/typescript/options.js';
import { ownPurpose } from '../../../syntax/typescript/kept-purpose.js';
import { holdersOf } from '../../../syntax/typescript/module-state.js';
import { growthOf } from '../../../syntax/typescript/served-use.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { heldBy, namesNear } from '../../../syntax/typescript/surroundings.js';
import { rateLimitRedisPlan } from './node-plan.js';

type Call = ts.CallExpression | ts.NewExpression;

/** A library that counts in memory unless one of its options names a store. */
interface Library {
  readonly module: RegExp;
  readonly path: RegExp;
  /** Options that name a store; the first is what the message names. */
  readonly options: readonly string[];
}

const libraries: readonly Library[] = [
  { module: /^express-rate-limit$/, path: /^(?:rateLimit|RateLimit)?$/, options: ['store'] },
  { module: /^express-slow-down$/, path: /^(?:slowDown)?$/, options: ['store'] },
  { module: /^graphql-rate-limit-directive$/, path: /^(?:createRateLimitDirective|rateLimitDirective)$/, options: ['limiterClass'] },
  { module: /^graphql-rate-limit$/, path: /^(?:createRateLimitDirective|createRateLimitRule|getGraphQLRateLimiter)$/, options: ['store'] },
  { module: /^koa2-ratelimit$/, path: /^RateLimit\.middleware$/, options: ['store'] },
  { module: /^@nestjs\/throttler$/, path: /^ThrottlerModule\.forRoot(?:Async)?$/, options: ['storage'] },
];
const plugins = /^(?:@fastify\/rate-limit|fastify-rate-limit)$/;

interface Limiter {
  readonly token: ts.Node;
  readonly library: string;
  readonly option: string;
  readonly verdict: 'nothing' | Choice;
}

function tokenOf(call: Call): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
}

/** Whether an option's value is a store that the library itself keeps in memory. */
function isMemoryStore(cx: Once): (value: ts.Expression) => boolean {
  return (value) => (ts.isNewExpression(value) || ts.isCallExpression(value)) && /(?:^|\.)(?:MemoryStore|ThrottlerStorageService)$/.test(calledModule(cx, value)?.path ?? '');
}

function judged(cx: Once, options: ts.Expression | undefined, names: readonly string[]): 'nothing' | Choice | undefined {
  const option = optionOf(options, ...names);
  if (option.kind === 'unknown') return undefined;
  if (option.kind === 'absent') return 'nothing';
  const verdict = judgeOption(option.value, isMemoryStore(cx));
  return verdict === 'store' ? undefined : verdict;
}

/** `forRootAsync({ useFactory: () => ({ throttlers }) })`: a factory that names no storage gives none. */
function ofFactory(options: ts.Expression | undefined): 'nothing' | undefined {
  const given = options && bare(options);
  if (!given || !ts.isObjectLiteralExpression(given) || /\b(?:storage|useClass|useExisting)\b/.test(given.getText())) return undefined;
  return given.properties.some((each) => each.name?.getText() === 'useFactory' && (ts.isMethodDeclaration(each) || (ts.isPropertyAssignment(each) && isFunction(each.initializer)))) ? 'nothing' : undefined;
}

/** `forRoot([{ ttl, limit }])` is the short form without room for a storage. */
function optionsOf(call: Call): ts.Expression | undefined {
  const [first] = call.arguments ?? [];
  return first && ts.isArrayLiteralExpression(bare(first)) ? undefined : first;
}

function libraryLimiter(cx: Once, call: Call, origin: Origin): Limiter | undefined {
  const library = libraries.find(({ module, path }) => module.test(origin.module) && path.test(origin.path));
  if (!library) return undefined;
  const verdict = origin.path === 'ThrottlerModule.forRootAsync' ? ofFactory(call.arguments?.[0]) : judged(cx, optionsOf(call), library.options);
  return verdict && { token: tokenOf(call), library: origin.module, option: library.options[0] ?? 'store', verdict };
}

/** `fastify.register(rateLimit, { max })`. */
function pluginLimiter(cx: Once, call: Call): Limiter | undefined {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'register') return undefined;
  const [plugin, options] = call.arguments ?? [];
  const origin = plugin && originOf(originsOf(cx, call.getSourceFile()), plugin);
  if (!plugin || !origin || !plugins.test(origin.module)) return undefined;
  const verdict = judged(cx, options, ['redis', 'store']);
  return verdict && { token: plugin, library: origin.module, option: 'redis', verdict };
}

/** `new RateLimiterMemory(…)`, unless it only stands in for a shared one that does not answer. */
function memoryLimiter(call: Call, origin: Origin): Limiter | undefined {
  if (origin.module === 'koa-ratelimit' && origin.path === '') {
    const options = optionOf(call.arguments?.[0], 'driver');
    return options.kind === 'given' && /memory/.test(options.value.getText()) ? { token: tokenOf(call), library: origin.module, option: 'driver', verdict: 'nothing' } : undefined;
  }
  const memory = origin.module === 'rate-limiter-flexible' && /(?:^|\.)RateLimiterMemory$/.test(origin.path);
  const brute = origin.module === 'express-brute' && origin.path === 'MemoryStore';
  if (!(memory || brute) || isStandIn(call)) return undefined;
  return { token: tokenOf(call), library: origin.module, option: memory ? 'RateLimiterRedis' : 'store', verdict: 'nothing' };
}

function isStandIn(call: Call): boolean {
  const name = heldBy(call);
  return /insurance|fallback|backup/i.test(name) || (name !== '' && new RegExp(`insuranceLimiter\\s*:\\s*(?:\\w+\\.)*${name.replace(/\W/g, '')}\\b`).test(call.getSourceFile().text));
}

const aboutCallers = /login|auth|api|request|attempt|otp|2fa|two_?fa|password|signup|register|client|user|ip\b/i;

/** `new RateLimiter(…)` of the package `limiter`, for what comes in; a limiter of calls that go out is told softly. */
function bucketLimiter(cx: RuleFileContext, call: Call, origin: Origin): boolean {
  if (origin.module !== 'limiter' || !/^(?:RateLimiter|TokenBucket)$/.test(origin.path)) return false;
  const incoming = aboutCallers.test(`${namesNear(call)} ${cx.path}`) || /limiter/i.test(cx.path);
  cx.report({ at: spanOf(tokenOf(call)), say: 'process', args: { library: origin.module }, severity: incoming ? 'warning' : 'info', cause: 'limits' });
  return true;
}

/** The branch beside one in which the library gets a store: the condition decides, not this call. */
function judgedByPlace(call: Call, limiter: Limiter): Limiter {
  if (limiter.verdict !== 'nothing') return limiter;
  for (let at: ts.Node = call; at.parent; at = at.parent) {
    const { parent } = at;
    const [condition, other] = ts.isIfStatement(parent) && at !== parent.expression ? [parent.expression, at === parent.thenStatement ? parent.elseStatement : parent.thenStatement]
      : ts.isConditionalExpression(parent) && at !== parent.condition ? [parent.condition, at === parent.whenTrue ? parent.whenFalse : parent.whenTrue] : [];
    if (!condition || !other || !/\b(?:store|storage|redis)\s*[:,}]|\bRateLimiter(?:Redis|Mongo|Postgres|MySQL|Memcache)\b/.test(other.getText())) continue;
    return { ...limiter, verdict: { setting: variableIn(call.getSourceFile(), condition.getText()) ?? condition.getText().slice(0, 60), at: condition } };
  }
  return limiter;
}

/** What hands out files of the image. */
const ofFiles = /\bstatic\(|\.sendFile\(|\bserveStatic\(|\.sendFile\b|\bcreateReadStream\(|\breadFile(?:Sync)?\(|\bcreateProxyHandler\(|\bcreateProxyMiddleware\(/;
const ofData = /\.(?:post|put|patch|delete|all)\(|\.query\(|\bawait\b|\b(?:login|password|token|auth\w*)\b/i;

/**
 * A limiter that the function around it hands to a router which gives out files and nothing else: it keeps this process
 * from being drowned, and each process has its own share to bear.
 */
function guardsFilesAlone(call: Call): boolean {
  const name = heldBy(call);
  const body = functionsAround(call)[0]?.body;
  if (name === '' || !body) return false;
  const text = body.getText();
  const taken = [...text.matchAll(new RegExp(`(\\w+)\\.use\\(\\s*${name}\\b[^)]*\\)`, 'g'))];
  return taken.length === 1 && text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length === 2 && ofFiles.test(text) && !ofData.test(text);
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as Call;
  const origin = calledModule(cx, call);
  const limiter = (origin && (libraryLimiter(cx, call, origin) ?? memoryLimiter(call, origin))) ?? pluginLimiter(cx, call);
  if (!limiter) {
    if (origin?.module === 'limiter' && isServing(cx, node)) bucketLimiter(cx, call, origin);
    return;
  }
  if (!isServing(cx, node) || guardsFilesAlone(call)) return;
  const { token, library, option, verdict } = judgedByPlace(call, limiter);
  cx.report({
    at: spanOf(token), cause: 'limits', confidence: 'high',
    ...(verdict === 'nothing' ? { say: 'library', args: { library, option } } : { say: 'depends', args: { library, setting: verdict.setting } }),
    data: library === 'express-rate-limit' && verdict === 'nothing' ? { redis: rateLimitRedisPlan(cx, call) } : { library },
  });
}

/** Rate limiters of Express, Fastify, Koa and Nest that keep their counts in the process. */
export const nodeLimits = ruleMatcher({
  language: 'typescript',
  needles: [['express-rate-limit'], ['express-slow-down'], ['graphql-rate-limit'], ['koa2-ratelimit'], ['koa-ratelimit'], ['@nestjs/throttler'], ['fastify/rate-limit'], ['fastify-rate-limit'], ['RateLimiterMemory'], ['express-brute'], [/['"]limiter['"]/]],
  on: { CallExpression: check, NewExpression: check },
});

/** Tables in which the code itself counts what callers do. */
export const nodeCounts = ruleMatcher({
  language: 'typescript',
  needles: [[/\b\w*(?:attempt|limit|throttl|brute|lockout|locked|blocked|quota|flood|fail|requests?_?(?:count|time|window|per)|(?:login|signin|password|otp|pin)_?(?:error|tries|count))\w*\b[^=\n]*=\s*(?:new Map|\{\}|Object\.create\()/i], [/\bclass \w*(?:Attempt|RateLimit|Throttl|Limiter)/, /new Map/]],
  on: {
    SourceFile(node, cx) {
      if (!isServing(cx, node)) return;
      for (const holder of holdersOf(node.compilerNode as ts.SourceFile)) {
        const changes = growthOf(holder);
        if (ownPurpose(holder, changes) !== 'counts') continue;
        cx.report({ at: spanOf(holder.at), say: 'counts', args: { name: holder.name, type: holder.owner?.name?.text ?? basename(cx.path) }, also: changes.slice(0, 3).map((use) => ({ at: spanOf(use.node), say: 'also' })), data: null });
      }
    },
  },
});
