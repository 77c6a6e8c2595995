import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, splitProfileKey, type Setting } from '../../syntax/config-file.js';
import { annotation, annotations, bareType, field, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { attribute, children } from '../../syntax/xml/ask.js';
import type {} from '../config-kinds.js';
import type {} from '../environment.js';
import { sometimes, type Evidence } from '../evidence.js';
import type {} from './cluster.js';
import type {} from '../java/web-descriptor.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** The servlet filter that puts Spring Session in the place of the server's sessions. */
    'session.filter': Evidence;
  }
}

/** Need of a fact: Spring Session's filter is registered, as Spring Boot does by itself. */
const filterNeed = 'filter';
const dependencyNeed = 'dependency:';
/** Need of a fact: the web application lets its server distribute its sessions. */
export const distributableNeed = 'distributable';

const enabling = /^Enable(?:Redis|Redisson|RedisIndexed|Jdbc|Hazelcast|Mongo|GemFire|Geode|Infinispan\w*|Couchbase|Cassandra)(?:Web|Http)Sessions?$/;
const configurations = /^(?:Redis|RedisIndexed|Jdbc|Hazelcast|Mongo|JdbcMongo)HttpSessionConfiguration$/;
const repositories = /^(?:RedisOperationsSessionRepository|RedisIndexedSessionRepository|RedisSessionRepository|JdbcOperationsSessionRepository|JdbcIndexedSessionRepository|MongoIndexedSessionRepository|HazelcastIndexedSessionRepository)$/;
/** Apache Shiro: where its own session manager keeps sessions, which then are the servlet sessions as well. */
const shiroStores = /^\w*(?:Redis|Redisson|Jdbc|Jpa|Mongo|Memcached|Hazelcast)\w*SessionDAO$/i;
const sessionFilters = /^(?:springSessionRepositoryFilter)$/;

/** Settings that tell where a Spring Session module, once it is on the class path, finds its store. */
const stores: readonly { readonly key: RegExp; readonly module: string; readonly value?: RegExp }[] = [
  { key: /^spring\.session\.store-?type$/i, module: 'data-redis', value: /^redis$/i },
  { key: /^spring\.session\.store-?type$/i, module: 'jdbc', value: /^jdbc$/i },
  { key: /^spring\.session\.store-?type$/i, module: 'data-mongodb', value: /^mongo(?:db)?$/i },
  { key: /^spring\.session\.store-?type$/i, module: 'hazelcast', value: /^hazelcast$/i },
  { key: /^spring\.(?:data\.)?redis\.(?:host|url|cluster\.nodes(?:\[0\])?|sentinel\.nodes(?:\[0\])?)$|^spring\.session\.(?:data\.)?redis\./i, module: 'data-redis' },
  { key: /^spring\.session\.jdbc\./i, module: 'jdbc' },
  // A database inside the process is no store outside of it.
  { key: /^spring\.datasource\.(?:url|hikari\.jdbc-?url)$/i, module: 'jdbc', value: /^(?!jdbc:(?:h2|hsqldb|derby|sqlite))./i },
  { key: /^spring\.data\.mongodb\.(?:uri|host)$|^spring\.session\.mongodb\./i, module: 'data-mongodb' },
];

function setting(cx: FactFileContext, { key: written, value, keySpan }: Setting, documentProfile: string | undefined): void {
  const { key, profile } = splitProfileKey(written);
  if (['development', 'test'].includes(profileKind(profile ?? documentProfile)) || keySpan.end <= keySpan.start) return;
  const store = stores.find((candidate) => candidate.key.test(key) && (candidate.value?.test(value.trim()) ?? true));
  if (store) cx.emit('session.external-store', keySpan, { via: key, needs: [`${dependencyNeed}spring-session-${store.module}`] });
}

function emitFilter(cx: FactFileContext, at: Span, via: string): void {
  cx.emit('session.filter', at, { via });
}

function ofClass(type: JavaNode, cx: FactFileContext): void {
  const name = field(type, 'name');
  if (!name) return;
  const parents = supertypes(type);
  const configured = parents.find((parent) => configurations.test(parent));
  if (configured) cx.emit('session.external-store', span(name), { via: configured, needs: [filterNeed] });
  const shiro = shiroStores.test(name.text) && parents.some((parent) => /^(?:AbstractSessionDAO|CachingSessionDAO|EnterpriseCacheSessionDAO)$/.test(parent));
  if (shiro) cx.emit('session.external-store', span(name), { via: name.text });
  const initializer = parents.find((parent) => parent === 'AbstractHttpSessionApplicationInitializer');
  if (initializer) emitFilter(cx, span(name), initializer);
  const enabled = annotations(type).find((found) => enabling.test(found.name));
  // The reactive stack has no servlet filter.
  // A condition of the application's own asks its settings, which the file does not show.
  const chosen = annotation(type, 'Conditional') ? { covers: sometimes } : {};
  if (enabled) cx.emit('session.external-store', span(enabled.node), { via: `@${enabled.name}`, needs: enabled.name.includes('Web') ? [] : [filterNeed], ...chosen });
  if (!annotation(type, 'EnableSpringHttpSession')) return;
  const made = type.descendantsOfType('object_creation_expression').find((creation) => creation && repositories.test(simpleName(bareType(field(creation, 'type')))));
  if (made) cx.emit('session.external-store', span(made), { via: simpleName(bareType(field(made, 'type'))), needs: [filterNeed] });
}

/** Shiro's store and Jetty's, where code sets the server up. */
function made(creation: JavaNode, cx: FactFileContext): void {
  const name = simpleName(bareType(field(creation, 'type')));
  if (shiroStores.test(name) || /^(?:JDBC|Mongo|Hazelcast|Infinispan|GCloud|Memcached)SessionDataStoreFactory$/.test(name)) cx.emit('session.external-store', span(creation), { via: name });
}

const managers = /(?:^|\.)(?:RedissonSessionManager|JndiRedissonSessionManager|RedisSessionManager|RedisManager|Memcached(?:Backup|NonSticky)?SessionManager|HazelcastSessionManager|InfinispanSessionManager|RedisSessionHandlerValve)$/;

const java = factMatcher({
  language: 'java',
  needles: [[/@Enable\w+(?:Http|Web)Session\b/], ['EnableSpringHttpSession'], ['AbstractHttpSessionApplicationInitializer'], [/HttpSessionConfiguration\b/], ['springSessionRepositoryFilter'], [/\w+SessionD[aA][oO]\b/, 'shiro'], [/SessionDataStoreFactory\b/]],
  on: {
    class_declaration: ofClass,
    object_creation_expression: made,
    string_literal(literal, cx) {
      if (sessionFilters.test(literal.text.slice(1, -1))) emitFilter(cx, span(literal), literal.text.slice(1, -1));
    },
  },
});

const xml = factMatcher({
  language: 'xml',
  needles: [['springSessionRepositoryFilter'], [/HttpSessionConfiguration|Session(?:Repository)?\b/], ['Manager', 'className'], [/SessionDAO\b/]],
  on: {
    bean(bean, cx) {
      const type = attribute(bean, 'class');
      const name = simpleName(type?.value ?? '');
      if (type && (configurations.test(name) || repositories.test(name))) cx.emit('session.external-store', type.valueSpan, { via: name, needs: [filterNeed] });
      if (type && shiroStores.test(name)) cx.emit('session.external-store', type.valueSpan, { via: name });
    },
    filter(filter, cx) {
      const [name] = children(filter, 'filter-name');
      if (name?.textSpan && sessionFilters.test(name.text)) emitFilter(cx, name.textSpan, name.text);
    },
    // Tomcat's context.xml
    Manager(manager, cx) {
      const type = attribute(manager, 'className');
      if (type && managers.test(type.value)) cx.emit('session.external-store', type.valueSpan, { via: simpleName(type.value) });
    },
  },
});

const properties = factMatcher({
  language: 'properties',
  files: settingsGlobs.properties,
  needles: [[/spring\./]],
  on: {
    entry(entry, cx) {
      if (isSettingsFile(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
    },
  },
});

const yaml = factMatcher({
  language: 'yaml',
  files: settingsGlobs.yaml,
  needles: [['spring']],
  on: {
    document(node, cx) {
      if (!isSettingsDocument(cx.path, node)) return;
      for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
    },
  },
});

/** Session stores outside the process that one file configures; {@link storeHolds} says whether the rest of the application agrees. */
export const sessionStoreFacts: FactExtractor = { kinds: ['session.external-store', 'session.filter'], matchers: [java, xml, properties, yaml] };

/** Whether the application uses Spring Boot, which registers the session filter by itself. */
function usesBoot(model: Model, path: string): boolean {
  return model.factsFor('build.module', path).some(({ value }) =>
    value.bootVersion !== undefined || [...value.dependencies, ...value.plugins].some((name) => name.startsWith('org.springframework.boot')));
}

function dependsOn(model: Model, path: string, artifact: string): boolean {
  const inCatalog = artifact.replaceAll('-', '.');
  return model.factsFor('build.module', path).some(({ value }) =>
    [...value.dependencies, ...value.provided].some((name) => name.endsWith(`:${artifact}`) || (name.startsWith('libs.') && name.endsWith(inCatalog)) || isStarter(name, artifact)));
}

/**
 * Boot 2: `none` switches Spring Session off, whatever else is configured. A module that names a store of its own keeps it
 * when another module, which packs several of them for a first try, says `none`.
 */
export function isSwitchedOff(model: Model, path: string): boolean {
  const types = model.factsFor('config.property', path).filter(({ value: { key, profile } }) => /^spring\.session\.store-?type$/i.test(key) && profile === undefined);
  const own = types.filter(({ file }) => model.moduleOf(file).dir === model.moduleOf(path).dir);
  return (own.length > 0 ? own : types).some(({ value: { value } }) => /^none$/i.test(value));
}

const redisHost = /^SPRING_(?:DATA_)?REDIS_(?:HOST|URL|CLUSTER_NODES|SENTINEL_NODES)$/;

/** Whether a variable that a manifest or Compose file sets tells Spring Session where its Redis is. */
export function environmentStoreHolds({ value, file }: Fact<'config.environment'>, model: Model): boolean {
  return redisHost.test(value.name) && dependsOn(model, file, 'spring-session-data-redis') && usesBoot(model, file) && !isSwitchedOff(model, file);
}

/** Spring Boot 4 brings the session modules by starters of their own. */
function isStarter(name: string, artifact: string): boolean {
  return name === `org.springframework.boot:${artifact.replace('spring-session', 'spring-boot-starter-session')}`;
}

/**
 * Whether a configured store takes effect: the module it configures is a dependency, and the filter that uses it is
 * registered. Evidence without needs, and what the user stated, always holds.
 */
export function storeHolds(fact: Fact<'session.external-store'> | Fact<'session.cluster'>, model: Model): boolean {
  return (fact.value.needs ?? []).every((need) => {
    if (need.startsWith(dependencyNeed)) return dependsOn(model, fact.file, need.slice(dependencyNeed.length)) && !isSwitchedOff(model, fact.file);
    if (need === distributableNeed) return model.factsFor('web.descriptor', fact.file).some(({ value }) => value.distributable);
    return model.factsFor('session.filter', fact.file).length > 0 || usesBoot(model, fact.file);
  });
}
