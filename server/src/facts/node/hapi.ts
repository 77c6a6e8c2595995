import { ts, type Node } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { bare, lastName } from '../../syntax/typescript/functions.js';
import { literalOf, originOf, originsOf, propertyOf } from '../../syntax/typescript/modules.js';
import { judgeOption, wholeOptions } from '../../syntax/typescript/options.js';
import { isServing } from '../../syntax/typescript/server-code.js';
import { frameworkOf } from '../../syntax/typescript/servers.js';
import { isDevelopmentOnly } from '../../syntax/typescript/surroundings.js';

/** A cache that a server of hapi is given. */
export interface HapiCache {
  /** The name by which it is asked for: '' for the default one, `undefined` where the code computes it. */
  readonly name?: string;
  /** Where it lies; `unknown` where the file does not show it. */
  readonly engine: 'memory' | 'shared' | 'chosen' | 'unknown';
  /** What chooses between memory and a store; '' when nothing does. */
  readonly setting: string;
}

/** What a server of hapi keeps in one of its caches. */
export interface HapiKept {
  /** `session` of yar, or results of `server.method` and `server.cache`. */
  readonly what: 'session' | 'method' | 'cache';
  /** As {@link HapiCache.name}. */
  readonly cache?: string;
  /** Whether nothing of a session goes into its cookie. */
  readonly whole: boolean;
  /** Whether hapi fills the cache itself by asking a function; else the code does, and there may be no other copy. */
  readonly generated: boolean;
  /** By which the code knows it; '' for sessions. */
  readonly label: string;
  /** Milliseconds, where the code writes them down. */
  readonly life?: number;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'hapi.cache': HapiCache;
    'hapi.kept': HapiKept;
    /** A server takes in nes, which keeps the sockets of clients. */
    'hapi.nes': { readonly via: string };
    /** A message to the clients of nes; `relayed` where the file hears of such messages from other processes. */
    'hapi.told': { readonly call: string; readonly relayed: boolean };
  }
}

/** Whether what is kept lies in memory: `memory`, the setting that decides, or `undefined` when it does not or nothing tells. */
export function memoryOf(model: Model, file: string, cache: string | undefined): 'memory' | { readonly setting: string } | undefined {
  const all = model.factsFor('hapi.cache', file).map(({ value }) => value);
  const own = all.filter(({ name }) => cache === undefined || name === undefined || name === cache);
  if (own.some(({ engine }) => engine === 'shared' || engine === 'unknown')) return undefined;
  const chosen = own.find(({ engine }) => engine === 'chosen');
  if (chosen) return { setting: chosen.setting };
  // A server has a default cache without being given one.
  return own.length > 0 || cache === '' ? 'memory' : undefined;
}

/** Whether what decides is a variable of the environment; what an object of settings says by default, only that object tells. */
export function isVariable(setting: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(setting);
}

function spanOf(node: ts.Node): { start: number; end: number } {
  return { start: node.getStart(), end: node.getEnd() };
}

/** `require('@hapi/catbox-memory')`, `CatboxMemory.Engine`, `new Engine()`. */
function isMemory(cx: FactFileContext, value: ts.Expression): boolean {
  const made = ts.isNewExpression(value) ? value.expression : value;
  return /^(?:@hapi\/)?catbox-(?:memory|object)$/.test(originOf(originsOf(cx, value.getSourceFile()), made)?.module ?? '');
}

const forDesks = /test|dev(?:elopment)?\b|isDev|is_?local|\blocal/i;

/** `{ name: 'session', provider: { constructor: Engine } }`; before hapi 18 `{ name, engine }`. */
function onEntry(cx: FactFileContext, entry: ts.Expression): void {
  const options = literalOf(entry);
  const emit = (found: HapiCache): void => cx.emit('hapi.cache', spanOf(entry), found);
  if (!options || options.properties.some(ts.isSpreadAssignment)) return emit({ engine: 'unknown', setting: '' });
  const named = propertyOf(options, 'name');
  const name = named === undefined ? { name: '' } : ts.isStringLiteralLike(named) ? { name: named.text } : {};
  const provider = propertyOf(options, 'provider', 'engine');
  const given = literalOf(provider);
  const engine = given ? propertyOf(given, 'constructor') : provider;
  if (!engine) return emit({ ...name, engine: 'unknown', setting: '' });
  const inner = bare(engine);
  const verdict = judgeOption(ts.isPropertyAccessExpression(inner) && inner.name.text === 'Engine' && !isMemory(cx, inner) ? inner.expression : inner, (value) => isMemory(cx, value));
  // Memory for tests and desks alone says nothing of pods.
  if (typeof verdict === 'object') emit({ ...name, ...(forDesks.test(verdict.setting) ? { engine: 'shared', setting: '' } : { engine: 'chosen', setting: verdict.setting }) });
  else emit({ ...name, engine: verdict === 'store' ? 'shared' : 'memory', setting: '' });
}

/** The caches of `Hapi.server({ cache: [ … ] })`. */
function onServer(cx: FactFileContext, call: ts.CallExpression | ts.NewExpression): void {
  const options = wholeOptions(call.arguments?.[0], 'cache');
  if (options === 'none') return;
  const given = options && propertyOf(options, 'cache');
  if (options && !given && !options.properties.some((each) => each.name?.getText() === 'cache')) return;
  const list = given && bare(given);
  const entries = list && ts.isArrayLiteralExpression(list) ? [...list.elements] : list ? [list] : [];
  if (entries.length === 0) cx.emit('hapi.cache', spanOf(call.expression), { engine: 'unknown', setting: '' });
  for (const entry of entries) onEntry(cx, entry);
}

function isServer(expression: ts.Expression): boolean {
  return /^_?server$/i.test(lastName(bare(expression)));
}

function numberOf(value: ts.Expression | undefined): { readonly life?: number } {
  const text = value?.getText().replace(/_/g, '') ?? '';
  return /^[\d\s*.]+$/.test(text) ? { life: text.split('*').reduce((product, factor) => product * Number(factor), 1) } : {};
}

/** The options of a cache that show by their names that they are hapi's. */
function onPolicy(cx: FactFileContext, at: ts.Node, what: 'method' | 'cache', label: string, options: ts.ObjectLiteralExpression): void {
  const expiry = propertyOf(options, 'expiresIn');
  if (options.properties.some(ts.isSpreadAssignment) || !(expiry ?? propertyOf(options, 'expiresAt'))) return;
  const named = propertyOf(options, 'cache');
  const cache = named === undefined ? { cache: '' } : ts.isStringLiteralLike(named) ? { cache: named.text } : {};
  cx.emit('hapi.kept', spanOf(at), { what, ...cache, whole: true, generated: what === 'method' || propertyOf(options, 'generateFunc') !== undefined, label, ...numberOf(expiry) });
}

function textOf(value: ts.Expression | undefined): string {
  return value && ts.isStringLiteralLike(value) ? value.text : '';
}

/** `server.method('sum', add, { cache: { … } })`, and the same as one object. */
function onMethod(cx: FactFileContext, call: ts.CallExpression, token: ts.Node): void {
  const [first, , third] = call.arguments;
  const whole = call.arguments.length === 1 ? literalOf(first) : undefined;
  const options = whole ? literalOf(propertyOf(whole, 'options')) : literalOf(third);
  const cache = options && literalOf(propertyOf(options, 'cache'));
  if (cache && propertyOf(cache, 'generateTimeout', 'cache', 'segment')) onPolicy(cx, token, 'method', textOf(whole ? propertyOf(whole, 'name') : first), cache);
}

const listening = /\bp?[sS]ubscribe\(|\.on\(\s*['"]p?message['"]|\beachMessage\b|\.consume\(|\bLISTEN\b|\bwatch\(/;

function onTold(cx: FactFileContext, call: ts.CallExpression, token: ts.Node): void {
  const [first] = call.arguments;
  const path = first && (ts.isStringLiteralLike(first) ? first.text : ts.isTemplateExpression(first) ? first.head.text : undefined);
  if (lastName(call.expression) === 'publish' && !path?.startsWith('/')) return;
  cx.emit('hapi.told', spanOf(token), { call: call.expression.getText().slice(0, 60), relayed: listening.test(cx.text) && /redis|nats|kafka|amqp|rabbit|postgres|\bpg\b|mongo/i.test(cx.text) });
}

function onCall(node: Node, cx: FactFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  if (!isServing(cx, node)) return;
  if (frameworkOf(cx, call) === 'hapi') return onServer(cx, call);
  const callee = call.expression;
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(callee)) return;
  const { name, expression } = callee;
  const [first] = call.arguments;
  if (name.text === 'provision' && lastName(expression) === 'cache' && first) {
    for (const entry of ts.isArrayLiteralExpression(first) ? first.elements : [first]) onEntry(cx, entry);
  } else if (!isServer(expression) || !first) return;
  else if (name.text === 'method') onMethod(cx, call, name);
  else if (name.text === 'cache') {
    const options = literalOf(first);
    if (options && propertyOf(options, 'segment', 'generateFunc', 'cache')) onPolicy(cx, name, 'cache', textOf(propertyOf(options, 'segment')), options);
  } else if (name.text === 'broadcast' || name.text === 'publish') onTold(cx, call, name);
  else if (name.text === 'register') for (const each of ts.isArrayLiteralExpression(first) ? first.elements : [first]) onPlugin(cx, each, each);
}

/** yar, as far as the file shows its options. */
function onYar(cx: FactFileContext, at: ts.Node, entry: ts.ObjectLiteralExpression): void {
  const written = propertyOf(entry, 'options');
  const options = literalOf(written);
  if (written && (!options || options.properties.some(ts.isSpreadAssignment))) return;
  const given = options && propertyOf(options, 'cache');
  const cache = given && literalOf(given);
  const named = cache && propertyOf(cache, 'cache');
  const name = !given || (cache && !named && !cache.properties.some(ts.isSpreadAssignment)) ? { cache: '' } : named && ts.isStringLiteralLike(named) ? { cache: named.text } : {};
  const size = options && propertyOf(options, 'maxCookieSize')?.getText();
  cx.emit('hapi.kept', spanOf(at), { what: 'session', ...name, whole: size === '0', generated: false, label: '' });
}

function onPlugin(cx: FactFileContext, plugin: ts.Expression, at: ts.Node, entry?: ts.ObjectLiteralExpression): void {
  const origin = originOf(originsOf(cx, plugin.getSourceFile()), plugin);
  if (origin && /^(?:@hapi\/)?nes$/.test(origin.module)) cx.emit('hapi.nes', spanOf(at), { via: origin.module });
  if (entry && origin && /^(?:@hapi\/)?yar$/.test(origin.module)) onYar(cx, at, entry);
}

/** `{ plugin: Yar, options: { … } }`, wherever it is registered. */
function onProperty(node: Node, cx: FactFileContext): void {
  const property = node.compilerNode as ts.PropertyAssignment;
  if (!/^(?:plugin|register)$/.test(property.name.getText()) || !isServing(cx, node) || isDevelopmentOnly(property)) return;
  onPlugin(cx, property.initializer, property.initializer, property.parent);
}

/** `hapi.cache`, `hapi.kept`, `hapi.nes`, `hapi.told`: see the kinds. */
export const hapiFacts: FactExtractor = {
  kinds: ['hapi.cache', 'hapi.kept', 'hapi.nes', 'hapi.told'],
  matchers: [
    factMatcher({
      language: 'typescript',
      needles: [[/['"](?:@hapi\/)?hapi['"]/], ['catbox'], [/['"](?:@hapi\/)?nes['"]/], ['provision', /\.cache\.provision\(/], ['generateTimeout'], [/[sS]erver\.cache\(/], [/[sS]erver\.publish\(\s*['"`]\//], [/[sS]erver\.broadcast\(/]],
      on: { CallExpression: onCall, NewExpression: onCall },
    }),
    factMatcher({ language: 'typescript', needles: [[/['"](?:@hapi\/)?yar['"]/], [/['"](?:@hapi\/)?nes['"]/]], on: { PropertyAssignment: onProperty } }),
  ],
};
