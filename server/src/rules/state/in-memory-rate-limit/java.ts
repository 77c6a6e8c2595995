import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { annotation, bareType, enclosing, enclosingCallable, enclosingType, field, fieldsOf, isType, modifiers, nameOf, readAnnotation, simpleName, span, stringValue, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { builtCache, constructedCache } from '../../../syntax/java/built-caches.js';
import { allTypeNames } from '../../../syntax/java/field-purpose.js';
import { callsNamed, type FieldWrite } from '../../../syntax/java/field-writes.js';
import { dataWrites } from '../../../syntax/java/kept.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { asksPerCaller, limitsCallers, limitsOutgoing } from '../../../syntax/java/limits.js';
import { isSingleton } from '../../../syntax/java/singletons.js';

const guava = 'com.google.common.util.concurrent.RateLimiter';
const resilience = 'io.github.resilience4j.ratelimiter.RateLimiter';

/** Whether a class stands between callers and the application: what it limits comes in. */
function facesCallers(type: JavaNode | undefined): boolean {
  if (!type) return false;
  if (annotation(type, 'RestController', 'Controller', 'Aspect', 'WebFilter', 'Path')) return true;
  return supertypes(type).some((name) => /^(?:Filter|OncePerRequestFilter|GenericFilterBean|HandlerInterceptor(?:Adapter)?|AsyncHandlerInterceptor|ContainerRequestFilter|WebFilter|GlobalFilter|HttpFilter|\w*HttpServlet)$/.test(name));
}

function ownerNames(place: JavaNode): readonly string[] {
  const type = enclosingType(place);
  const callable = enclosingCallable(place);
  return [type ? nameOf(type) : '', callable?.type === 'method_declaration' ? nameOf(callable) : ''];
}

// --- buckets -------------------------------------------------------------------------------------------------------

function isBucket4j(cx: RuleFileContext, node: JavaNode, written: string, ...names: readonly string[]): boolean {
  const name = simpleName(written);
  return names.includes(name) && ['io.github.bucket4j', 'io.github.bucket4j.local', 'io.github.bucket4j.caffeine'].some((from) => isType(cx, node, written, `${from}.${name}`));
}

const told = {};
const asked = {};

/** One finding for the buckets of a class, however many it makes. */
function bucket(cx: RuleFileContext, at: JavaNode): void {
  if (limitsOutgoing(...ownerNames(at))) return;
  const type = enclosingType(at);
  const known = cx.once(told, () => new Set<string>());
  const name = type ? nameOf(type) : '';
  if (known.has(name)) return;
  known.add(name);
  cx.report({ at: span(at), say: 'bucket', args: { type: name }, data: { library: 'bucket4j' } });
}

/** `Map<String, Bucket>` in the class that makes the buckets, where they are told of. */
function keepsOwnBuckets(cx: RuleFileContext, type: JavaNode, types: readonly string[]): boolean {
  return types.includes('Bucket') && ['builder', 'extension'].flatMap((name) => callsNamed(cx, type, name)).some((call) => {
    return isBucket4j(cx, call, field(call, 'object')?.text ?? '', 'Bucket', 'Bucket4j') && !limitsOutgoing(...ownerNames(call));
  });
}

// --- maps and caches of counts -------------------------------------------------------------------------------------

/** Whether a table holds limiters, whatever they are called. */
function holdsLimiters(declared: Declared): boolean {
  const [, ...inner] = allTypeNames(declared);
  return /Limiter$/.test(inner.filter((type) => !/(?:Map|Table|Multiset)$/.test(type)).at(-1) ?? '');
}

/** A table of limiters by key that the code of rate limits guards against threads: whoever holds it, it outlives requests. */
function isGuardedTable(cx: RuleFileContext, declared: Declared, writes: readonly FieldWrite[]): boolean {
  if (!/^package\s[\w.]*(?:rate_?limit|throttl)/im.test(cx.text)) return false;
  return /^Concurrent/.test(bareType(field(declared.declaration, 'type'))) || writes.some((write) => {
    const method = enclosing(write.node, 'method_declaration');
    return method !== undefined && modifiers(method).has('synchronized');
  });
}

function counts(cx: RuleFileContext, type: JavaNode, declared: Declared): boolean {
  const isStatic = modifiers(declared.declaration).has('static');
  const singleton = isSingleton(cx, type);
  const types = allTypeNames(declared);
  if (!/(?:Map|Table|Multiset)$/.test(types[0] ?? '') || keepsOwnBuckets(cx, type, types)) return false;
  const isTold = isStatic || singleton;
  if (isTold ? !limitsCallers(declared.name, nameOf(type), types) : !holdsLimiters(declared) || limitsOutgoing(declared.name, nameOf(type))) return false;
  const writes = dataWrites(cx, { declared, type, isStatic, singleton });
  return writes.some((write) => write.kind === 'insert' || write.kind === 'update') && (isTold || isGuardedTable(cx, declared, writes));
}

function maps(type: JavaNode, cx: RuleFileContext): void {
  const found = fieldsOf(type).filter((declared) => counts(cx, type, declared));
  const [first, ...others] = found;
  const at = first && field(first.node, 'name');
  if (!first || !at) return;
  const also = others.flatMap((declared) => field(declared.node, 'name') ?? []).map((name) => ({ at: span(name), say: 'also' }));
  cx.report({ at: span(at), say: 'counts', args: { name: first.name, type: nameOf(type) }, also, data: { library: '' } });
}

function cache(cx: RuleFileContext, built: ReturnType<typeof builtCache>): void {
  if (!built || !limitsCallers(built.name, nameOf(built.owner), built.types) || keepsOwnBuckets(cx, built.owner, built.types)) return;
  cx.report({ at: span(built.at), say: 'counts', args: { name: built.name, type: nameOf(built.owner) }, data: { library: '' } });
}

// --- limiters ------------------------------------------------------------------------------------------------------

/** `RateLimiter.create(10)` kept in a field of a class that faces callers. One kept per key is told by its map or cache. */
function limiter(call: JavaNode, cx: RuleFileContext): void {
  const object = field(call, 'object');
  const name = nameOf(call);
  if (!object) return;
  const declarator = enclosing(call, 'variable_declarator', 'assignment_expression');
  const type = enclosingType(call);
  if ((name === 'create' && isType(cx, call, object.text, guava)) || (name === 'of' && isType(cx, call, object.text, resilience))) {
    if (declarator && type && facesCallers(type) && !limitsOutgoing(nameOf(type)) && !keyed(cx, type)) cx.report({ at: span(object), say: 'limiter', args: { type: nameOf(type) }, data: { library: '' } });
    return;
  }
  const known = cx.once(asked, () => new Set<string>());
  const owner = type ? nameOf(type) : '';
  if (known.has(owner) || !asksPerCaller(cx, call)) return;
  known.add(owner);
  cx.report({ at: span(field(call, 'name') ?? call), say: 'limiter', args: { type: owner }, data: { library: '' }, cause: 'registry of limiters' });
}

/** Whether the class keeps its limiters in a map or cache, where they are told of. */
function keyed(cx: RuleFileContext, type: JavaNode): boolean {
  return fieldsOf(type).some((declared) => allTypeNames(declared).length > 2 && allTypeNames(declared).includes('RateLimiter')) || callsNamed(cx, type, 'computeIfAbsent').some((call) => call.text.includes('RateLimiter'));
}

/** `@RateLimiter` of Resilience4j on what answers requests. */
function annotated(node: JavaNode, cx: RuleFileContext): void {
  const written = field(node, 'name');
  const type = enclosingType(node);
  if (!written || !type || !isType(cx, node, written.text, 'io.github.resilience4j.ratelimiter.annotation.RateLimiter') || !facesCallers(type)) return;
  const { values } = readAnnotation(node);
  const known = cx.once(told, () => new Set<string>());
  if (known.has(nameOf(type))) return;
  known.add(nameOf(type));
  cx.report({ at: span(written), say: 'annotated', args: { name: stringValue(values.get('name')) ?? '', type: nameOf(type) }, data: { library: '' } });
}

const words = '(?:[Aa]ttempt|[Rr]ateLimit|[Tt]hrottl|[Ll]imiter|[Bb]ruteForce|[Ll]ocked(?:User|Account|Ip)|[Bb]locked(?:User|Account|Ip)|[Rr]equest(?:Count|Time)|[Ff]ail(?:ed|ure)?s?(?:Login|Count)|[Ll]ogin(?:Fail|Error|Count)|\\bBucket\\b|[Qq]uota)';
/** A map whose declaration says so, or one in a class whose name does. */
const limitMap = new RegExp(`Map\\s*<[^;(){}]*?${words}[^;(){}]*[;=]`);
const limitClass = new RegExp(`\\bclass\\s+\\w*${words}`);
/** Words of what limits callers. */
export const limitWord = new RegExp(words);
const plainMap = /Map\s*<[^;(){}]*>+\s*\w+\s*[;=]/;
const cacheBuilders = ['Caffeine', 'CacheBuilder', 'ExpiringMap', 'Cache2kBuilder', 'TimedCache', 'PassiveExpiringMap'];

/** Limits on callers that one process counts for itself. */
export const javaLimits = ruleMatcher({
  language: 'java',
  needles: [
    ['io.github.bucket4j', /\bBucket(?:4j)?\s*\.\s*(?:builder|extension)\b|LocalBucketBuilder|CaffeineProxyManager/],
    [guava, 'RateLimiter.create'], ['io.github.resilience4j.ratelimiter'],
    [limitMap], [plainMap, limitClass], ...cacheBuilders.map((builder) => [builder, limitWord]),
  ],
  on: {
    class_declaration: maps,
    method_invocation(call, cx) {
      const object = field(call, 'object');
      if (object && /^(?:builder|extension)$/.test(nameOf(call)) && isBucket4j(cx, call, object.text, 'Bucket', 'Bucket4j')) bucket(cx, object);
      else limiter(call, cx);
      cache(cx, builtCache(cx, call));
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type && isBucket4j(cx, creation, bareType(type), 'LocalBucketBuilder', 'CaffeineProxyManager')) bucket(cx, type);
      cache(cx, constructedCache(cx, creation));
    },
    annotation: annotated,
  },
});
