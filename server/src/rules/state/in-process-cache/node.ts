import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import { basename } from '../../../base/paths.js';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { effectsOf } from '../../../syntax/typescript/effects.js';
import { bare, functionAround, functionsAround, lastName, nodesOf, type Once } from '../../../syntax/typescript/functions.js';
import { calledModule, initialValue, type Origin } from '../../../syntax/typescript/modules.js';
import { judgeOption, optionOf, wholeOptions, type Choice } from '../../../syntax/typescript/options.js';
import { expandedText, isParameter } from '../../../syntax/typescript/places.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { handlerAround, heldBy } from '../../../syntax/typescript/surroundings.js';
import { lifeOf } from './node-life.js';
import { nestCachePlan } from './node-plan.js';

type Call = ts.CallExpression | ts.NewExpression;

/** Libraries whose caches live in the process. `unless` names the options that put a store behind one. */
const libraries: readonly { readonly module: RegExp; readonly path: RegExp; readonly unless?: readonly string[]; readonly made?: 'new' }[] = [
  { module: /^(?:node-cache|@cacheable\/node-cache)$/, path: /^(?:NodeCache)?$/ },
  { module: /^lru-cache$/, path: /^(?:LRUCache|LRU)?$/ },
  { module: /^(?:quick-lru|tiny-lru|mnemonist\/lru-cache|lru_map|@isaacs\/ttlcache|@teppeis\/multimaps|tmp-cache|lru|stale-lru-cache|ttl-mem-cache|cache-lru)$/, path: /^(?:LRUMap|lru|TTLCache)?$/ },
  { module: /^memory-cache$/, path: /^Cache$/, made: 'new' },
  { module: /^cache-manager$/, path: /^(?:createCache|caching|memoryStore)$/, unless: ['stores', 'store'] },
  { module: /^(?:@nestjs\/cache-manager|@nestjs\/common)$/, path: /^CacheModule\.register$/, unless: ['stores', 'store'] },
  { module: /^apicache$/, path: /^(?:options|newInstance)$/, unless: ['redisClient'] },
  { module: /^cacheable$/, path: /^Cacheable$/, unless: ['primary', 'secondary'] },
];

interface Cache {
  readonly origin: Origin;
  readonly token: ts.Node;
  readonly choice?: Choice;
}

function cacheOf(cx: Once, call: Call): Cache | undefined {
  const origin = calledModule(cx, call);
  if (!origin) return undefined;
  const library = libraries.find(({ module, path, made }) => module.test(origin.module) && path.test(origin.path) && (made === undefined || ts.isNewExpression(call)));
  if (!library) return undefined;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  if (!library.unless) return { origin, token };
  return ofManager(call, origin, token, library.unless);
}

/** `caching('memory')`, `createCache()`, `CacheModule.register({ ttl })`. */
function ofManager(call: Call, origin: Origin, token: ts.Node, unless: readonly string[]): Cache | undefined {
  const [first] = call.arguments ?? [];
  const named = first && bare(first);
  if (named && ts.isStringLiteralLike(named)) return named.text === 'memory' ? { origin, token } : undefined;
  if (origin.path === 'caching' && named && !ts.isObjectLiteralExpression(named)) return undefined;
  const option = optionOf(first, ...unless);
  if (option.kind === 'unknown') return undefined;
  if (option.kind === 'absent') return { origin, token };
  const verdict = judgeOption(option.value, (value) => /^(?:'memory'|"memory"|memoryStore\(?.*|.*\bmemoryStore\(.*)$/.test(value.getText()));
  if (verdict === 'store') return undefined;
  return verdict === 'nothing' ? { origin, token } : { origin, token, choice: verdict };
}

/** Seconds after which answers may differ without anybody minding. */
const shortLife = 60;

/** Whether the file itself hears of changes, or only keeps results of computations. */
function isHarmless(cx: RuleFileContext, call: Call): 'told' | 'pure' | 'once' | 'marks' | undefined {
  const { text } = cx;
  if (onceOnly.test(cx.path)) return 'once';
  if (/\b(?:pubsub|pubSub|messageBus|redisSubscriber|subscriber|broker)\b[^;\n]*\.(?:on|subscribe|psubscribe)\(/.test(text)) return 'told';
  const name = heldBy(call).replace(/^#/, '');
  if (name === '' || isOpen(call, name)) return undefined;
  if (marksWork(call.getSourceFile(), name)) return 'marks';
  const puts = callsOn(call.getSourceFile(), name).filter((each) => /^(?:set|put|fetch|wrap|mset)$/.test(lastName(each.expression)));
  const pure = puts.length > 0 && puts.every((put) => {
    const around = functionsAround(put).at(-1);
    const { effect } = around ? effectsOf(cx, around) : { effect: 'none' };
    const value = put.arguments[1];
    // What a caller hands over may come from anywhere.
    return around !== undefined && effect === 'none' && value !== undefined && !(ts.isIdentifier(value) && isParameter(value)) && !handlerAround(put) && !/\bawait\b|\.then\(/.test(around.getText());
  });
  return pure ? 'pure' : undefined;
}

/** Calls of a cache's methods in a file. */
function callsOn(file: ts.SourceFile, name: string): readonly ts.CallExpression[] {
  return nodesOf(file).filter((node): node is ts.CallExpression => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    && node.expression.expression.getText().replace(/^this\.#?/, '') === name);
}

const requesting = /^(?:fetch(?:Json|JSON|Text|String)?|got|axios|axios\.get|got\.get)$/;

/** `const found = await fetch(url); cache.set(key, found)`, and nothing ever takes an entry away: what it copies belongs to another server, so no replica changes it. */
function copiesAnswers(call: Call): boolean {
  const name = heldBy(call).replace(/^#/, '');
  if (name === '' || isOpen(call, name)) return false;
  const calls = callsOn(call.getSourceFile(), name);
  const puts = calls.filter((each) => lastName(each.expression) === 'set');
  return puts.length > 0 && calls.every((each) => /^(?:get|has|set|peek)$/.test(lastName(each.expression))) && puts.every(({ arguments: [, value] }) => {
    const given = value && bare(value);
    const made = given && ts.isIdentifier(given) ? initialValue(given) : given;
    const asked = made && bare(made);
    return asked !== undefined && ts.isCallExpression(asked) && requesting.test(asked.expression.getText()) && asked.arguments[0] !== undefined && /\bURL\b|https?:/.test(expandedText(asked.arguments[0]));
  });
}

/** Steps of a migration remember what they looked up while they run, and run once. */
const onceOnly = /(?:^|\/)(?:[\w.-]+[-_.])?migrations?\//i;

/** `try { await done(id) } finally { pending.del(id) }`: entries stand for work that this process has begun, and go with it. */
function marksWork(file: ts.SourceFile, name: string): boolean {
  return nodesOf(file).some((node) => ts.isTryStatement(node) && node.finallyBlock !== undefined
    && new RegExp(`^\\{\\s*(?:await\\s+)?(?:this\\.#?)?${name}\\.(?:del|delete)\\(`).test(node.finallyBlock.getText()));
}

/** Whether other files get the cache. */
function isOpen(call: Call, name: string): boolean {
  const { text } = call.getSourceFile();
  return new RegExp(`\\bexport\\s+(?:const|let|default)\\s+${name}\\b|module\\.exports\\s*=\\s*(?:${name}\\b|\\{[^}]*\\b${name}\\b)|exports\\.\\w+\\s*=\\s*${name}\\b|export\\s*\\{[^}]*\\b${name}\\b|export\\s+default\\s+${name}\\b`).test(text);
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as Call;
  const cache = cacheOf(cx, call);
  if (!cache || !isServing(cx, node)) return;
  // What a request makes for itself goes with it.
  if (handlerAround(call) ?? isLocal(call)) return;
  const harmless = isHarmless(cx, call);
  if (harmless) return;
  const { origin, token, choice } = cache;
  const args = { name: heldBy(call) || basename(cx.path), provider: origin.module };
  const life = lifeOf(origin, call);
  const short = life !== undefined && life > 0 && life <= shortLife;
  const answers = !short && !choice && copiesAnswers(call);
  cx.report({
    at: spanOf(token), data: { family: 'code', place: 'region', provider: origin.module, known: [], ...planFor(cx, call, cache) },
    ...(choice ? { say: 'node-unless', args: { ...args, setting: choice.setting } } : { say: short ? 'node-short' : answers ? 'node-answers' : 'node', args }),
    ...(short || answers ? { severity: 'info' as const } : {}),
  });
}

/** Made inside a function that neither keeps it in a field nor returns it. */
function isLocal(call: Call): boolean {
  const around = functionAround(call);
  if (!around || ts.isConstructorDeclaration(around)) return false;
  const { parent } = call;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  return !new RegExp(`\\breturn\\b[^;]*\\b${parent.name.text}\\b|=>\\s*[^;]*\\b${parent.name.text}\\b`).test(around.getText());
}

function planFor(cx: RuleFileContext, call: Call, { origin, choice }: Cache): { readonly [key: string]: Json } {
  const nest = origin.path === 'CacheModule.register' && origin.module === '@nestjs/cache-manager' && !choice && ts.isCallExpression(call);
  return { redis: nest ? nestCachePlan(cx, call, wholeOptions(call.arguments[0], 'stores', 'store')) : null };
}

/** `const cache = require('memory-cache')`, whose functions work on one table of the process. */
function checkModule(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  const origin = calledModule(cx, call);
  if (origin?.module !== 'memory-cache' || origin.path !== 'put' || !isServing(cx, node)) return;
  const [, , life] = call.arguments;
  const short = life !== undefined && /^\d+$/.test(life.getText()) && Number(life.getText()) <= shortLife * 1000;
  cx.report({
    at: spanOf(call.expression), say: short ? 'node-short' : 'node', args: { name: basename(cx.path), provider: origin.module }, cause: 'memory-cache',
    ...(short ? { severity: 'info' as const } : {}), data: { family: 'code', place: 'region', provider: origin.module, known: [], redis: null },
  });
}

/** Caches that libraries of Node keep in the process. */
export const nodeCaches = ruleMatcher({
  language: 'typescript',
  needles: [['node-cache'], ['lru-cache'], ['quick-lru'], ['tiny-lru'], ['lru_map'], ['ttlcache'], ['memory-cache'], ['cache-manager'], ['CacheModule'], ['apicache'], [/['"](?:cacheable|lru|tmp-cache)['"]/]],
  on: {
    NewExpression: check,
    CallExpression(node, cx) {
      check(node, cx);
      checkModule(node, cx);
    },
  },
});
