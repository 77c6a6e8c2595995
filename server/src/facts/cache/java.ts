import type { FactExtractor, FactFileContext, Needle } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { profileKind } from '../../syntax/config-file.js';
import { annotation, annotations, args, bareType, enclosing, enclosingType, field, isType, named, nameOf, simpleName, span, stringValue, type JavaNode } from '../../syntax/java/ask.js';
import { descendants } from '../../syntax/java/descendants.js';
import { possibleNames, typesIn } from '../../syntax/java/names.js';
import type { LocalCache, SettingCondition } from './kinds.js';
import { cacheClassNames, localClasses, sharedClasses, sharedJcacheProvider } from './names.js';

function words(value: JavaNode | undefined): readonly string[] {
  if (!value) return [];
  return value.type === 'element_value_array_initializer' ? named(value).flatMap((item) => words(item)) : [stringValue(value) ?? ''];
}

/** The method and the classes around a place: what carries conditions. */
function carriers(place: JavaNode): readonly JavaNode[] {
  const method = enclosing(place, 'method_declaration');
  const types: JavaNode[] = [];
  for (let type = enclosingType(place); type; type = enclosingType(type)) types.push(type);
  return method ? [method, ...types] : types;
}

/** Whether a profile keeps the place out of production. */
function isForDevelopment(place: JavaNode): boolean {
  return carriers(place).some((carrier) => {
    const profiles = words(annotation(carrier, 'Profile')?.values.get('value'));
    return profiles.length > 0 && profiles.every((profile) => ['development', 'test'].includes(profileKind(profile)) || /^!\s*(?:prod|production|prd|real|live)$/i.test(profile));
  });
}

/** The setting that a bean depends on, by `@ConditionalOnProperty` on its method or class. */
function conditionOf(place: JavaNode): SettingCondition | undefined {
  for (const carrier of carriers(place)) {
    const found = annotation(carrier, 'ConditionalOnProperty');
    if (!found) continue;
    const prefix = stringValue(found.values.get('prefix'));
    const [name] = [...words(found.values.get('name')), ...words(found.values.get('value'))];
    if (!name) continue;
    const value = stringValue(found.values.get('havingValue'));
    return { setting: prefix ? `${prefix.replace(/\.$/, '')}.${name}` : name, missing: found.values.get('matchIfMissing')?.text === 'true', ...(value ? { value } : {}) };
  }
  return undefined;
}

/** Name of the bean method around a place whose manager another one could replace: it takes nothing. */
function beanOf(place: JavaNode): string | undefined {
  const method = enclosing(place, 'method_declaration');
  return method && annotation(method, 'Bean') ? nameOf(method) : undefined;
}

function emitLocal(cx: FactFileContext, at: JavaNode, value: LocalCache): void {
  const when = conditionOf(at);
  const bean = value.place === 'manager' ? beanOf(at) : undefined;
  if (!isForDevelopment(at)) cx.emit('cache.local', span(at), { ...value, ...(when ? { when } : {}), ...(bean ? { bean } : {}) });
}

function emitShared(cx: FactFileContext, at: JavaNode, via: string, covers: string): void {
  const when = conditionOf(at);
  if (!isForDevelopment(at)) cx.emit('cache.shared', span(at), { via, covers, ...(when ? { when } : {}) });
}

/** A class of a cache library that is constructed, or whose factory method is called. */
function used(cx: FactFileContext, at: JavaNode, written: string): void {
  const full = (cacheClassNames.get(simpleName(written)) ?? []).find((name) => isType(cx, at, written, name));
  if (full === undefined) return;
  const shared = sharedClasses[full];
  if (shared !== undefined) emitShared(cx, at, simpleName(full), shared);
  const local = localClasses[full];
  // An embedded Infinispan that is given a transport keeps its caches in step.
  const clustered = local !== undefined && local.provider === 'Infinispan' && /\bJGroupsTransport\b|defaultClusteredBuilder|\.clusteredDefault\(/.test(cx.text);
  if (clustered) emitShared(cx, at, `${simpleName(full)} with a transport`, local.family);
  else if (local) emitLocal(cx, at, { ...local, name: simpleName(full) });
}

/** `class ShopCache extends ConcurrentMapCache`: a kind of cache of the application's own, wherever its configuration makes one. */
function extended(node: JavaNode, cx: FactFileContext): void {
  const [type] = named(node);
  const owner = enclosing(node, 'class_declaration');
  const full = type && (cacheClassNames.get(simpleName(bareType(type))) ?? []).find((name) => isType(cx, node, bareType(type), name));
  const local = full === undefined ? undefined : localClasses[full];
  if (type && owner && local) emitLocal(cx, type, { ...local, name: nameOf(owner) });
}

const factories: ReadonlySet<string> = new Set(['builder', 'create', 'newInstance', 'getInstance', 'newCacheManagerBuilder', 'newCacheManager', 'getCachingProvider', 'getCacheManager', 'getAccess', 'defineRegion', 'createRedisCacheBuilder', 'RedisCacheManagerBuilder', 'getAdmin', 'getCache']);
const ending = /^(?:shutdown|close|dispose|freeCache)$/;

/** `CacheManager.getInstance().shutdown()`: the end of a cache that something else made. */
function isEnded(node: JavaNode): boolean {
  const { parent } = node;
  return parent?.type === 'method_invocation' && field(parent, 'object')?.id === node.id && ending.test(field(parent, 'name')?.text ?? '');
}

const caching = ['org.springframework.cache.annotation', 'javax.cache.annotation'];
const usage = /^(?:Cacheable|CachePut|Caching|CacheConfig|CacheResult)$/;

/** A region under a name that the file tells; else only that the library is used. */
function region(cx: FactFileContext, call: JavaNode, provider: string): void {
  const at = field(call, 'name');
  const [key] = args(call);
  const name = stringValue(key) ?? (key && /^(?:\w+\.)*[A-Z][A-Z0-9_]*$/.test(key.text) ? key.text : undefined);
  if (at) emitLocal(cx, at, { family: 'application', place: name === undefined ? 'provider' : 'region', provider, name: name ?? 'createCache' });
}

function call(node: JavaNode, cx: FactFileContext): void {
  const name = field(node, 'name')?.text ?? '';
  const object = field(node, 'object');
  // A method of the class's own, or of what it extends, asks the manager in its turn.
  if (name === 'createCache' && object && object.type !== 'this' && /\bjavax\.cache\b|JCacheManagerCustomizer/.test(cx.text) && args(node).length === 2) return region(cx, node, 'JCache');
  if (!object || !factories.has(name) || !/^[A-Z]|\./.test(object.text) || isEnded(node)) return;
  if (name === 'getCachingProvider' && args(node)[0]) {
    const shared = sharedJcacheProvider.test(args(node)[0]?.text ?? '');
    if (shared) return emitShared(cx, object, args(node)[0]?.text ?? '', 'jcache');
    if (/ehcache/i.test(args(node)[0]?.text ?? '')) return emitLocal(cx, object, { family: 'application', place: 'provider', provider: 'Ehcache', name: 'JCache' });
  }
  used(cx, object, object.text);
}

const seen = {};

/** Only the first use of a file counts, with everything that the file caches. */
function usedHere(node: JavaNode, cx: FactFileContext): void {
  const written = field(node, 'name')?.text ?? '';
  const name = simpleName(written);
  if (name === 'EnableCaching' && isType(cx, node, written, `${caching[0] ?? ''}.EnableCaching`)) {
    emitLocal(cx, field(node, 'name') ?? node, { family: 'application', place: 'enabled', provider: '', name: '@EnableCaching' });
  }
  if (name === 'CacheNamespace' && isType(cx, node, written, 'org.apache.ibatis.annotations.CacheNamespace')) namespace(cx, node);
  if (!usage.test(name) || !caching.some((from) => isType(cx, node, written, `${from}.${name}`))) return;
  cx.once(seen, () => {
    const methods = descendants(node.tree.rootNode, 'method_declaration').filter((method) => annotations(method).some((found) => usage.test(found.name)));
    const types = new Set(methods.flatMap((method) => typesIn(field(method, 'type'))).flatMap((type) => possibleNames(cx, node, type)));
    cx.emit('cache.use', span(field(node, 'name') ?? node), { types: [...types].filter((type) => !/^java\./.test(type)) });
    return true;
  });
}

function namespace(cx: FactFileContext, node: JavaNode): void {
  const at = field(node, 'name') ?? node;
  const implementation = /implementation\s*=\s*([\w.]+)\.class/.exec(node.text)?.[1] ?? '';
  const owner = enclosingType(node);
  if (/redis|hazelcast|memcached|ignite|couchbase/i.test(implementation)) cx.emit('cache.shared', span(at), { via: implementation, covers: 'mybatis' });
  else emitLocal(cx, at, { family: 'mybatis', place: 'region', provider: 'MyBatis', name: owner ? nameOf(owner) : '@CacheNamespace' });
}

const listeners = /^(?:KafkaListener|RabbitListener|JmsListener|SqsListener|StreamListener|RocketMQMessageListener|NatsListener|PulsarListener|Incoming)$/;
const dropping = /^(?:invalidate|evict|clear|remove|refresh|reload|reset|expire|purge|delete)/;

/** Messages of other replicas: broker listeners, Redis subscribers, what is handed on under the name of a message. */
function isMessageListener(method: JavaNode): boolean {
  if (annotations(method).some(({ name }) => listeners.test(name)) || /(?:Consumer|Subscriber)(?:Service|Impl)?$/.test(nameOf(enclosingType(method) ?? method))) return true;
  const types = named(field(method, 'parameters') ?? method).map((parameter) => simpleName(bareType(field(parameter, 'type'))));
  if (/^(?:onMessage|messageReceived|handleMessage|receiveMessage)$/.test(nameOf(method)) && types.length > 0) return true;
  return annotation(method, 'EventListener') !== undefined && types.some((type) => /(?:Msg|Message|Notification|RemoteApplicationEvent|ClusterEvent)$/.test(type));
}

function listener(method: JavaNode, cx: FactFileContext): void {
  if (!isMessageListener(method)) return;
  const owner = enclosingType(method);
  for (const dropped of descendants(method, 'method_invocation', 'method_reference')) {
    const reference = dropped.type === 'method_reference';
    const object = reference ? named(dropped)[0] : field(dropped, 'object');
    const at = reference ? named(dropped).at(-1) : field(dropped, 'name');
    if (!at || !owner || !dropping.test(at.text)) continue;
    if (!object || object.type === 'this') cx.emit('cache.invalidation', span(at), { type: nameOf(owner) });
    else if (/sessionFactory|entityManagerFactory|\bemf\b/i.test(object.text) || /^evict(?:Entity|Collection|Quer|Region|All)/.test(at.text)) cx.emit('cache.invalidation', span(at), { type: 'jpa' });
    else cx.emit('cache.invalidation', span(at), { type: /cacheManager|getCache\(/i.test(object.text) ? '*' : typeOfObject(object, owner) });
  }
}

/** Type of a field of the class by name; the class itself when the cache is its own. */
function typeOfObject(object: JavaNode, owner: JavaNode): string {
  const last = simpleName(object.text.replace(/^this\./, ''));
  const declared = descendants(owner, 'field_declaration').find((each) => descendants(each, 'variable_declarator').some((one) => nameOf(one) === last));
  const type = simpleName(bareType(declared && field(declared, 'type')));
  return /^(?:|Cache|LoadingCache|AsyncCache|Map|ConcurrentMap)$/.test(type) ? nameOf(owner) : type;
}

/** How a class hears of what other replicas did. */
const heard: readonly (readonly Needle[])[] = [
  ...['KafkaListener', 'RabbitListener', 'JmsListener', 'SqsListener', 'StreamListener', 'RocketMQMessageListener', 'NatsListener', 'PulsarListener', 'Incoming'].map((word) => [word]),
  ...['onMessage', 'messageReceived', 'handleMessage', 'receiveMessage'].map((word) => [word]),
  ['EventListener', /@EventListener[^{]*(?:Msg|Message|Notification|RemoteApplicationEvent|ClusterEvent)\b/],
  [/(?:Consumer|Subscriber)(?:Service|Impl)?\b(?<=\bclass\s+\w+)/],
];
const drops = /\b(?:invalidate|evict|clear|remove|refresh|reload|reset|expire|purge|delete)\w*[()]/;

/** Caches of Spring, JCache, Shiro and MyBatis as Java code sets them up, and what drops their entries for other replicas. */
export const cacheJavaFacts: FactExtractor = {
  kinds: ['cache.local', 'cache.shared', 'cache.use', 'cache.invalidation'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [
        [/\b(?:org\.springframework\.(?:cache|data\.\w+\.cache)|javax\.cache|net\.sf\.ehcache|org\.ehcache|org\.redisson\.(?:spring\.cache|jcache)|com\.hazelcast\.spring\.cache|org\.infinispan|com\.google\.code\.ssm|org\.apache\.shiro\.cache|org\.crazycake\.shiro|com\.opensymphony\.oscache|org\.cache2k\.extra|com\.alicp\.jetcache|org\.apache\.(?:commons\.)?jcs3?)\./, /(?:new|extends) \w*Cache\w*|Caching|Cacheable|CacheResult|CachePut|CacheManager\s*\.|createCache|CacheManagerBuilder|JCS\.|\bJCachingProvider|CacheConfig\b|RemoteCacheManager/],
        ['CacheNamespace'],
      ],
      on: {
        object_creation_expression: (node, cx) => {
          const type = field(node, 'type');
          if (type) used(cx, type, bareType(type));
        },
        method_invocation: call,
        superclass: extended,
        annotation: usedHere,
        marker_annotation: usedHere,
      },
    }),
    factMatcher({
      language: 'java',
      needles: heard.map((words) => [...words, drops]),
      on: { method_declaration: listener },
    }),
  ],
};
