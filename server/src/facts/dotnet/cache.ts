import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { args, baseTypes, calledMethod, callName, calledName, declarationOf, descendants, enclosingMember, enclosingType, field, fieldsOf, modifiers, nameOf, named, plain, receiver, simpleName, span, stringValue, typeOf, type CsNode } from '../../syntax/csharp/ask.js';
import { isServing } from '../../syntax/csharp/request-side.js';
import { endsSometime, seconds } from '../../syntax/csharp/time.js';
import '../cache/kinds.js';
import './kept.js';

const cacheTypes = /^(?:IMemoryCache|MemoryCache|ObjectCache|IAppCache|IFusionCache|IEasyCachingProvider)$/;
const putting = /^(?:Set|GetOrCreate|GetOrCreateAsync|GetOrAdd|GetOrAddAsync|Insert|Add|AddOrGetExisting|CreateEntry|GetOrSet|GetOrSetAsync)$/;

/** The product behind an expression that is a cache in the process; `undefined` for anything else. */
function cacheOf(node: CsNode): string | undefined {
  const text = plain(node);
  if (/(?:^|\.)HttpRuntime\.Cache$/.test(text)) return 'HttpRuntime.Cache';
  if (/(?:^|\.)MemoryCache\.Default$/.test(text)) return 'MemoryCache.Default';
  if (/(?:^|\.)(?:HttpContext(?:\.Current)?|Context|Page)\.Cache$/.test(text)) return 'HttpRuntime.Cache';
  const type = typeOf(node);
  if (type === 'Cache' && /HttpRuntime\.Cache|HttpContext/.test(node.tree.rootNode.text)) return 'HttpRuntime.Cache';
  return cacheTypes.test(type) ? type : undefined;
}

interface Put {
  readonly at: CsNode;
  readonly call: CsNode;
  readonly on: CsNode;
  readonly key: CsNode | undefined;
  readonly provider: string;
}

function putOf(node: CsNode): Put | undefined {
  if (node.type === 'invocation_expression') {
    const at = calledName(node);
    const on = receiver(node);
    const provider = at && on && putting.test(at.text) ? cacheOf(on) : undefined;
    return at && on && provider ? { at, call: node, on, key: args(node)[0], provider } : undefined;
  }
  const left = field(node, 'left');
  const on = left?.type === 'element_access_expression' ? field(left, 'expression') : undefined;
  const provider = on && cacheOf(on);
  return left && on && provider ? { at: on, call: node, on, key: named(named(field(left, 'subscript') ?? left)[0] ?? left)[0], provider } : undefined;
}

const fetching = /\bawait\b|\b\w*(?:Service|Repository|Provider|Context|Db|Database|Store|Dao|Client|Api|Session|Manager|Query|Connection)\b\.\w+|\.(?:ToList|ToListAsync|FirstOrDefault|Single)\w*\(/i;
const tokens = /token|otp|captcha|nonce|verif|onetime|two_?factor|pin_?code|reset_?code/i;
const tallies = /attempt|fail|throttl|rate_?limit|tries\b/i;

const mark = /^(?:true|\d+|""|string\.Empty|String\.Empty|newobject\(\)|default|DateTime(?:Offset)?\.(?:Utc)?Now)$/;
const versioned = /\b(?:version|revision|hash|etag|checksum|lastModified|timestamp)\b/i;

/** The key of an entry, with what the file tells of a name. */
function keyText(call: CsNode): string {
  const [key] = args(call);
  return key ? `${key.text} ${key.type === 'identifier' ? (declarationOf(key)?.value?.text ?? '') : ''}` : '';
}

function work(node: CsNode): string {
  return node.text.replace(/\b(?:[Cc]ache|_cache|_memoryCache|memoryCache)\??\.\w+/g, '');
}

/** Whether what is awaited around a call are methods of its class alone, which read files that the class never writes: those ship with the program. */
function readsShippedFiles(call: CsNode): boolean {
  const member = enclosingMember(call);
  const type = enclosingType(call);
  const awaited = member ? descendants(member, 'await_expression').map((each) => named(each)[0]) : [];
  const bodies = awaited.map((each) => (each?.type === 'invocation_expression' ? calledMethod(each) : undefined));
  if (!member || !type || awaited.length === 0 || bodies.some((body) => body === undefined) || fetching.test(work(member).replace(/\bawait\b/g, ''))) return false;
  return bodies.every((body) => body?.id === member.id || /\bFile\.(?:ReadAll\w+|OpenRead|OpenText)\(/.test(body?.text ?? '')) && !/\bFile\.(?:WriteAll\w+|Create\w*|OpenWrite)\(/.test(type.text);
}

/** `var x = Find(); if (x == null) { x = Make(); Keep(x); }`: what is kept can be made anew, so that it lies somewhere else. */
function looksFirst(member: CsNode): boolean {
  const text = member.text.replace(/\s+/g, ' ');
  const [, name] = /\bif ?\( ?(\w+) (?:== ?null|is null) ?\) ?\{? ?(?:\1) = [\w.]+(?:<[^>]*>)?\(/.exec(text) ?? [];
  const [, other] = /\bif ?\( ?(\w+) (?:!= ?null|is not null) ?\) ?\{? ?return \1\b/.exec(text) ?? [];
  return name !== undefined || other !== undefined;
}

/** Whether a method that only its class calls is handed what the class has fetched: callers, also by the method's name alone, up to `depth` steps away. */
function isHandedFetched(member: CsNode | undefined, depth = 3): boolean {
  const type = member && enclosingType(member);
  if (!type || depth === 0 || !modifiers(member).has('private')) return false;
  const callers = descendants(type, 'identifier').filter((name) => name.text === nameOf(member)).map(enclosingMember).filter((each) => each !== undefined && each.id !== member.id);
  return callers.some((caller) => caller !== undefined && (fetching.test(work(caller)) || looksFirst(caller) || isHandedFetched(caller, depth - 1)));
}

const asksSite = /\b\w*[cC]lient\.(?:Get|Send|Post)\w*(?:<[^>]*>)?\(/;
const publicSite = /"https?:\/\/(?!localhost|127\.|10\.|192\.168\.)(?:[\w-]+\.)+(?!local\b|internal\b|lan\b|svc\b|corp\b)[a-z]{2,}[/":]/;
const asksStore = /\b\w*(?:Repository|DbContext|Context|Db|Database|Store|Dao|UnitOfWork)\b\.\w+|\bCreateContext\(|\bFromSql|\bQueryAsync\b/;

/** What a call, the methods of its class that its method calls, and those that they call do. */
function workAround(member: CsNode | undefined, steps = 2): string {
  const called = member && steps > 0 ? descendants(member, 'invocation_expression').flatMap((call) => calledMethod(call) ?? []) : [];
  return member ? [work(member), ...called.filter(({ id }) => id !== member.id).map((each) => workAround(each, steps - 1))].join('\n') : '';
}

/** Whether what is put comes from a public site that the class names, and no store of the application is asked on the way. */
function isForeign(call: CsNode): boolean {
  const around = workAround(enclosingMember(call));
  return publicSite.test(enclosingType(call)?.text ?? '') && asksSite.test(around) && !asksStore.test(around);
}

/** Whether nothing but the fact that something happened, or its time, is put. */
function isMark(call: CsNode): boolean {
  const value = call.type === 'assignment_expression' ? field(call, 'right') : args(call)[1];
  return value !== undefined && mark.test(plain(value)) && (call.type === 'assignment_expression' || (putting.test(callName(call)) && !/GetOr/.test(callName(call))));
}

/** Whether the key of an entry tells callers apart by their address. */
function isOfCaller(put: Put): boolean {
  const declared = put.key?.type === 'identifier' ? declarationOf(put.key)?.value?.text : undefined;
  return /(?:^|[^A-Za-z]|[a-z])I[Pp](?:$|[^a-z])|\bip\b|[Rr]emote_?[Aa]ddr|UserHostAddress/.test(`${put.key?.text ?? ''} ${declared ?? ''}`);
}

/** Whether a class that starts programs notes, under a name of its own, what it found out about them: each replica finds that out for its own machine. */
function isOfMachine(call: CsNode, parameters: readonly string[]): boolean {
  const [key] = args(call);
  const made = key?.type === 'identifier' ? (declarationOf(key)?.value ?? key) : key;
  const ofCaller = made ? [made, ...descendants(made, 'identifier')].some(({ type, text }) => type === 'identifier' && parameters.includes(text)) : true;
  return !ofCaller && /\bCli\.Wrap\(|\bProcess\.Start\(|\bnew Process(?:StartInfo)?\b/.test(enclosingType(call)?.text ?? '');
}

/** `copy`: the method fetches what it puts; `store`: it puts what it was given and fetches nothing; `undefined`: what can be computed anew. */
function holds({ call }: Put): 'copy' | 'store' | undefined {
  const member = enclosingMember(call);
  const [, value] = args(call);
  // What is open to somewhere else belongs to the process, and what is kept by its version never changes.
  if (/^(?:client|connection|channel|handler|factory)$/i.test(plain(value)) || versioned.test(keyText(call))) return undefined;
  // A mark that something was done lately paces this process; it copies nothing.
  if (isMark(call)) return undefined;
  if (fetching.test(work(member ?? call)) && !readsShippedFiles(call)) return 'copy';
  const given = member && field(member, 'parameters');
  const parameters = given ? named(given).map(nameOf) : [];
  const stored = call.type === 'assignment_expression' ? field(call, 'right') : value;
  if (!stored || stored.type !== 'identifier' || !parameters.includes(stored.text) || /GetOr/.test(callName(call))) return undefined;
  if (isOfMachine(call, parameters)) return undefined;
  return isHandedFetched(member) ? 'copy' : 'store';
}

/** A class that passes every entry through is the application's own kind of cache: its users decide what it holds. */
function isWrapper(type: CsNode): boolean {
  return /Cache(?:Manager|Service|Provider|Store|Helper|Client|Base|Extensions)?$|Caching\w*$/.test(nameOf(type)) || baseTypes(type).some((base) => /Cache(?:Manager|Service|Provider|Store|Base)?$/.test(base));
}

function shown({ key, on }: Put): string {
  // A key that callers choose names nothing; what holds the entries does.
  const declared = key?.type === 'identifier' ? declarationOf(key) : undefined;
  const made = declared?.value?.type.includes('string') ? declared.value : undefined;
  const text = stringValue(key) ?? stringValue(made) ?? made?.text ?? (declared?.kind === 'parameter' || declared?.kind === 'local' ? simpleName(plain(on)) : key?.text) ?? on.text;
  return text.replace(/^[$@]+"|"$/g, '').replace(/\{[^{}]*\}/g, '*').replace(/\s+/g, ' ').slice(0, 50);
}

function isExtended(on: CsNode): boolean {
  const declared = declarationOf(on);
  return declared?.kind === 'parameter' && /^this\b/.test(declared.declaration.text.trim());
}

function report(cx: FactFileContext, put: Put): void {
  const type = enclosingType(put.call);
  if (!type) return;
  const owner = nameOf(type);
  const remade = /\bnew\s+MemoryCache\s*\(/.test(type.text) && !baseTypes(type).includes('IDisposable');
  const drops = descendants(type, 'invocation_expression').some((call) => (/^(?:Remove|RemoveAsync|Clear|Compact|Evict\w*)$/.test(callName(call)) || (remade && callName(call) === 'Dispose')) && receiver(call) !== undefined && cacheOf(receiver(call) as CsNode) !== undefined);
  // Methods that are added to every cache hold none: those who call them do.
  if (put.on.type === 'identifier' && isExtended(put.on)) return;
  if (isWrapper(type)) {
    cx.emit('cache.local', span(put.at), { family: 'code', place: 'manager', provider: put.provider, name: owner, owner, known: [owner, ...baseTypes(type)], holds: 'copy', open: true, ...(drops ? { drops: true } : {}) });
    return;
  }
  const kind = holds(put);
  const name = shown(put);
  if (isMark(put.call) && isOfCaller(put)) return cx.emit('dotnet.kept', span(put.at), { topic: 'tally', type: owner, field: name, life: 'static', proven: isServing(type) });
  if (kind === undefined) return;
  if (tokens.test(name) && kind === 'store') return cx.emit('dotnet.kept', span(put.at), { topic: 'token', type: owner, field: name, life: 'static', proven: isServing(type) });
  if (tallies.test(name)) return cx.emit('dotnet.kept', span(put.at), { topic: 'tally', type: owner, field: name, life: 'static', proven: isServing(type) });
  const life = seconds(put.call, enclosingMember(put.call));
  const isPrivate = fieldsOf(type).some(({ name: each }) => each.text === plain(put.on));
  cx.emit('cache.local', span(put.at), {
    family: 'code', place: 'region', provider: put.provider, name, owner, known: [owner, ...baseTypes(type)], holds: kind,
    ...(isPrivate || put.provider.startsWith('I') ? {} : { open: true }), ...(life === undefined ? (endsSometime(put.call) ? { ends: true } : {}) : { seconds: life }), ...(drops ? { drops: true } : {}), ...(kind === 'copy' && isForeign(put.call) ? { foreign: true } : {}),
  });
}

/** A class that hears from other replicas, as far as its file tells: then its cache, and those it takes the place of, drop what these have changed. */
function heard(type: CsNode, cx: FactFileContext): void {
  const call = descendants(type, 'invocation_expression').find((each) => /^Subscribe(?:Async)?$/.test(callName(each)) && /^(?:ISubscriber|IConnectionMultiplexer|ConnectionMultiplexer|IRedis\w*|IFusionCacheBackplane)$|Subscriber\(\)$/.test(typeOf(receiver(each)) || plain(receiver(each))));
  const at = call && calledName(call);
  if (!at || !/\.\s*(?:Remove|Clear|Cancel|Evict|Expire)\w*\s*[<(]|Cancel\w*\(/.test(type.text)) return;
  const told = descendants(type, 'invocation_expression').filter((each) => /^(?:Remove|Clear|Evict|Expire)/.test(callName(each))).map((each) => typeOf(receiver(each))).filter((name) => /Cache/.test(name));
  for (const name of new Set([nameOf(type), ...baseTypes(type), ...told])) cx.emit('cache.invalidation', span(at), { type: name, by: nameOf(type) });
}

const onceKey = {};

function reportEach(cx: FactFileContext, root: CsNode): void {
  const seen = new Set<string>();
  for (const node of descendants(root, 'invocation_expression', 'assignment_expression')) {
    const put = putOf(node);
    const type = put && enclosingType(put.call);
    const key = put && `${type?.id ?? 0} ${type && isWrapper(type) ? '' : shown(put)}`;
    if (!put || key === undefined || seen.has(key)) continue;
    seen.add(key);
    report(cx, put);
  }
}

/** Caches of .NET in the memory of the process. */
export const dotnetCacheFacts: FactExtractor = {
  kinds: ['cache.local', 'cache.invalidation', 'dotnet.kept'],
  matchers: [
    factMatcher({ language: 'csharp', needles: [[/\.\s*Subscribe(?:Async)?\s*\(/, /[Cc]ache/, /\b(?:ISubscriber|I?ConnectionMultiplexer|IRedis\w*|GetSubscriber)\b/]], on: { class_declaration: heard } }),
    factMatcher({
      language: 'csharp',
      needles: [
        [/\b(?:IMemoryCache|MemoryCache|ObjectCache|IAppCache|IFusionCache)\b/, /\.\s*(?:Set|GetOrCreate\w*|GetOrAdd\w*|GetOrSet\w*|Insert|Add|AddOrGetExisting|CreateEntry)\s*[<(]|\]\s*=/],
        ['HttpRuntime.Cache'], [/\b(?:HttpContext(?:\.Current)?|Context|Page)\.Cache\s*(?:\[|\.(?:Insert|Add)\b)/],
      ],
      on: { compilation_unit: (root, cx) => cx.once(onceKey, () => reportEach(cx, root)) },
    }),
  ],
};
