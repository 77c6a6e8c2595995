import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { annotation, annotations, args, declarationOf, enclosing, enclosingCallable, field, fieldsOf, imports, methodsOf, modifiers, named, nameOf, simpleName, span, type Declared, type JavaNode } from '../../syntax/java/ask.js';
import { builtCache, callsOn, constructedCache, type BuiltCache } from '../../syntax/java/built-caches.js';
import { readsData } from '../../syntax/java/data-access.js';
import { descendants } from '../../syntax/java/descendants.js';
import { writesOf } from '../../syntax/java/field-writes.js';
import { behaviour, collaborator, computed } from '../../syntax/java/kept-types.js';
import { tokensIn } from '../../syntax/java/kept-tokens.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { limitsCallers } from '../../syntax/java/limits.js';
import { endsEntries } from '../../syntax/java/open-entries.js';
import { originOf } from '../../syntax/java/origin.js';
import { isSingleton } from '../../syntax/java/singletons.js';
import type { LocalCache } from './kinds.js';

/** Types that only wrap what they hold, or that the cache itself is written with. */
const wrappers = /^(?:CompletableFuture|ListenableFuture|Future|Optional|Mono|Flux|Supplier|\w*(?:Cache|ConcurrentMap|ExpiringMap|Map)|com|java|util)$/;
const identities = /(?:Session|Connection|Channel|Socket|Thread|Conversation|Subscription|Request|Exchange)$/;

/** Names of type parameters in scope: a generic helper says nothing of what it keeps. */
function parametersOf(type: JavaNode): readonly string[] {
  return named(field(type, 'type_parameters') ?? type).filter((each) => each.type === 'type_parameter').map((each) => each.text.replace(/\s.*$/s, ''));
}

/**
 * `Cache<String, Session>` whose entries end by time, with a session type of the application's own: who is logged in,
 * looked up by a key that a request brings. A live connection is the library's, and ends when the client goes.
 */
function holdsLogins(cx: FactFileContext, { types, steps, owner, holder }: BuiltCache): boolean {
  const [, key, value = ''] = types;
  if (new RegExp(`\\.${value}\\b`).test(field(holder, 'type')?.text ?? '')) return false;
  const group = (name: string): string => name.split('.').slice(0, 2).join('.');
  const own = /\bpackage\s+([\w.]+)\s*;/.exec(owner.tree.rootNode.text.slice(0, 20_000))?.[1] ?? '';
  const from = imports(cx, owner).types.get(value);
  return key === 'String' && /Session$/.test(value) && from !== undefined && own !== '' && group(from) === group(own) && (steps.has('expireAfterWrite') || steps.has('expireAfterAccess') || steps.has('expireAfter'));
}

/** Whether what the cache holds is made alike in every process, lives in this one only, or is unknown to its class. */
function holdsNoSharedData(cx: FactFileContext, cache: BuiltCache): boolean {
  const { types, steps, owner } = cache;
  if (steps.has('weakKeys') || steps.has('weakValues')) return true;
  const inner = types.slice(1).filter((name) => !wrappers.test(name));
  const value = inner.at(-1) ?? '';
  if (inner.some((name) => computed.test(name) || behaviour.test(name))) return true;
  if (collaborator.test(value) || (identities.test(value) && !holdsLogins(cx, cache)) || /^(?:Compiled|Parsed|Prepared)|(?:Script|Template|Statement|Handle|Stream|Reader|Writer|Fetcher)s?$|^(?:Module|Plugin|Extension|Bundle)$/.test(value)) return true;
  return inner.some((name) => parametersOf(owner).includes(name));
}

/** Calls that leave the class: on its fields, or named like look-ups. A method of static helpers computes. */
function leaves(place: JavaNode, depth = 2): boolean {
  return descendants(place, 'method_invocation').some((call) => {
    const object = field(call, 'object');
    if (object?.type === 'identifier' || object?.type === 'field_access') return isCollaborator(declarationOf(object));
    if ((object && object.type !== 'this') || depth === 0) return false;
    const methods = own(place, nameOf(call));
    return methods.length === 0 ? isInheritedLookup(call) : methods.some((method) => leaves(method, depth - 1));
  });
}

/** `this.get(id)` of a service or repository that the class extends: what stands in no method here is looked up there. */
function isInheritedLookup(call: JavaNode): boolean {
  if (!/^(?:get|find|select|load|query|fetch|read|list)(?![a-z])/.test(nameOf(call)) || args(call).length === 0) return false;
  const type = enclosing(call, 'class_declaration');
  const parent = type && field(type, 'superclass');
  return parent !== undefined && /(?:Service|Repository|Dao|DAO|Mapper)(?:Impl|Support)?\b/.test(parent.text.replace(/<.*$/s, ''));
}

/** A field that another object of the application stands behind: no logger, collection or plain value. */
function isCollaborator(declared: Declared | undefined): boolean {
  return declared?.kind === 'field' && !/^(?:\w*(?:List|Map|Set|Collection|Queue|Logger|Log|Pattern|Format|Formatter|Mapper|Gson|Random|Clock|Properties|Parser|Encoder|Decoder|Digest|Cache)|String|[a-z]\w*)$/.test(declared.type);
}

function own(place: JavaNode, name: string): readonly JavaNode[] {
  let type = place.parent;
  while (type && type.type !== 'class_declaration') type = type.parent;
  return type ? methodsOf(type).filter((method) => nameOf(method) === name && method.id !== place.id) : [];
}

/** Whether what computes an entry asks something outside of the class: a lambda, an anonymous loader, a method by reference. */
function asksOutside(loader: JavaNode, except: string): boolean | undefined {
  if (loader.type === 'lambda_expression' || loader.type === 'object_creation_expression') return readsData(loader, except) || leaves(loader);
  if (loader.type !== 'method_reference') return undefined;
  const [target, method] = named(loader);
  if (target?.type === 'identifier' && /^[a-z]/.test(target.text)) return true;
  // A static method of another class computes; one of this class tells by itself.
  const called = own(loader, method?.text ?? named(loader).at(-1)?.text ?? '')[0];
  return called !== undefined && (readsData(called, except) || leaves(called));
}

type Holds = LocalCache['holds'] | 'nothing';

const putting = ['put', 'putIfAbsent', 'putAll', 'merge', 'compute', 'replace'];

function dropsEntries(cx: FactFileContext, cache: BuiltCache): boolean {
  return callsOn(cx, cache, 'invalidate', 'invalidateAll', 'evict', 'remove', 'clear', 'cleanUp').length > 0;
}

/** What the cache is for, by how its entries come to be. */
function holds(cx: FactFileContext, cache: BuiltCache): Holds {
  const loaders = [cache.loader, ...callsOn(cx, cache, 'get', 'computeIfAbsent', 'getAll').map((call) => args(call)[1])];
  const computing = loaders.flatMap((each) => (each ? asksOutside(each, cache.name) ?? [] : []));
  if (computing.length > 0) return computing.includes(true) ? 'copy' : 'nothing';
  const puts = callsOn(cx, cache, ...putting);
  if (puts.length === 0) return cache.isField && callsOn(cx, cache, 'get', 'getIfPresent').length === 0 && isPrivate(cache) ? 'nothing' : 'copy';
  const values = puts.flatMap((put) => args(put).slice(1));
  if (values.length > 0 && values.every((value) => originOf(value) === 'constant' || /^(?:CompletableFuture\.completedFuture\()?(?:Boolean\.)?(?:TRUE|true)\b/.test(value.text))) return 'nothing';
  const places = puts.map((put) => enclosingCallable(put)).filter((callable): callable is JavaNode => callable !== undefined);
  if (holdsLogins(cx, cache) && !puts.some((put) => looksFirst(cx, cache, put))) return 'store';
  // What another service issues to this application: every process asks for its own, and again when the entry has ended.
  if (cache.steps.has('expireAfterWrite') && values.every((value) => /^access_?tokens?$/i.test(lastName(value))) && puts.every((put) => looksFirst(cx, cache, put))) return 'nothing';
  if (places.some((place) => readsData(place, cache.name))) return 'copy';
  if (puts.some((put) => looksFirst(cx, cache, put))) return places.some((place) => leaves(place)) ? 'copy' : 'nothing';
  return /cache/i.test(cache.name) ? 'copy' : 'store';
}

/** `accessToken`, `token.getAccessToken()`: the last name of a value, without what a getter adds to it. */
function lastName(value: JavaNode): string {
  const name = value.type === 'method_invocation' ? nameOf(value) : simpleName(value.text);
  return name.replace(/^get(?=[A-Z_])/, '');
}

function isPrivate({ holder }: BuiltCache): boolean {
  return modifiers(holder).has('private');
}

/** Get, and when nothing is there, compute and put: the same method asks the cache before. */
function looksFirst(cx: FactFileContext, cache: BuiltCache, put: JavaNode): boolean {
  const callable = enclosingCallable(put);
  return callsOn(cx, cache, 'getIfPresent', 'get', 'containsKey').some((call) => call.startIndex < put.startIndex && enclosingCallable(call)?.id === callable?.id);
}

function fieldOf({ owner, name, isField }: BuiltCache): Declared | undefined {
  return isField ? fieldsOf(owner).find((declared) => declared.name === name) : undefined;
}

/** One-time codes, log-ins and counters of attempts are more than caches; other rules speak of them. */
function isSomethingElse(cx: FactFileContext, cache: BuiltCache): boolean {
  if (limitsCallers(cache.name, nameOf(cache.owner), cache.types)) return true;
  const declared = fieldOf(cache);
  return declared !== undefined && tokensIn(cx, { declared, type: cache.owner, isStatic: modifiers(declared.declaration).has('static'), singleton: isSingleton(cx, cache.owner) }, writesOf(cx, declared)) !== undefined;
}

const narrow = /^(?:RequestScope|RequestScoped|SessionScope|SessionScoped|ViewScoped|ConversationScoped|StepScope|JobScope)$/;

/** `LocalCache<V> implements Cache<V>`: the application's own kind of cache, which all its caches are made of. */
function isOwnKind({ owner, types, name }: BuiltCache): boolean {
  const value = types.at(-1) ?? '';
  return parametersOf(owner).includes(value) && /Cache$/.test(nameOf(owner)) && supertypes(owner).some((each) => /Cache$/.test(each)) && name !== '';
}

function report(cx: FactFileContext, cache: BuiltCache | undefined): void {
  if (!cache || annotations(cache.owner).some(({ name }) => narrow.test(name)) || annotation(cache.holder, 'VisibleForTesting')) return;
  if (isOwnKind(cache)) {
    cx.emit('cache.local', span(cache.at), { family: 'application', place: 'manager', provider: cache.library, name: nameOf(cache.owner) });
    return;
  }
  if (holdsNoSharedData(cx, cache) || (cache.isField && endsEntries(cache.owner, cache.name)) || isSomethingElse(cx, cache)) return;
  const kind = holds(cx, cache);
  if (kind === 'nothing' || kind === undefined) return;
  if (kind === 'store' && /^[Bb]oolean$/.test(cache.types.at(-1) ?? '')) return;
  const { seconds } = cache;
  cx.emit('cache.local', span(cache.at), {
    family: 'code', place: 'region', provider: cache.library, name: cache.name, owner: nameOf(cache.owner), known: [nameOf(cache.owner), ...supertypes(cache.owner)], holds: kind,
    ...(!cache.isField || !isPrivate(cache) ? { open: true } : {}),
    ...(seconds === undefined ? {} : { seconds }), ...(dropsEntries(cx, cache) ? { drops: true } : {}),
  });
}

/** Caches that code builds with Caffeine, Guava, cache2k and the like and keeps in a field or hands out as a bean. */
export const cacheCodeFacts: FactExtractor = {
  kinds: ['cache.local'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [
        ['com.github.benmanes.caffeine', /\bCaffeine\b[^;]*?\.(?:newBuilder|from)\(/], ['com.google.common.cache', /\bCacheBuilder\b[^;]*?\.(?:newBuilder|from)\(/], ['org.cache2k', 'Cache2kBuilder'],
        ['net.jodah.expiringmap'], ['cn.hutool.cache'], ['UserManagedCacheBuilder'], ['PassiveExpiringMap'],
      ],
      on: {
        method_invocation: (call, cx) => report(cx, builtCache(cx, call)),
        object_creation_expression: (creation, cx) => report(cx, constructedCache(cx, creation)),
      },
    }),
  ],
};
