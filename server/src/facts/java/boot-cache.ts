import type { Model } from '../../contract/workspace.js';
import { bootNumber } from './boot.js';
import type { BuildModule } from '../build/kinds.js';
import type {} from '../cache/kinds.js';

/** What Spring Boot looks for on the class path, in its order, and what it then caches in; `undefined` for what replicas share. */
const detected: readonly { readonly library: RegExp; readonly provider: string | undefined }[] = [
  { library: /^(?:org\.redisson:redisson(?:-spring-boot-starter)?|com\.hazelcast:hazelcast(?:-all|-spring)?|org\.infinispan:infinispan-(?:jcache-remote|spring-boot\d*-starter-remote|client-hotrod)|com\.couchbase\.client:java-client|org\.springframework\.boot:spring-boot-starter-data-couchbase|org\.apache\.ignite:ignite-spring[\w-]*)$/, provider: undefined },
  { library: /^(?:org\.ehcache:ehcache|net\.sf\.ehcache:ehcache)$/, provider: 'Ehcache' },
  { library: /^org\.infinispan:infinispan-(?:core|embedded|spring[\w-]*embedded)$/, provider: 'Infinispan' },
  { library: /^org\.springframework\.boot:spring-boot-starter-(?:session-)?data-redis(?:-reactive)?$/, provider: undefined },
  { library: /^com\.github\.ben-manes\.caffeine:caffeine$/, provider: 'Caffeine' },
  { library: /^org\.cache2k:[\w-]+$/, provider: 'cache2k' },
];

function libraries({ dependencies }: BuildModule): readonly string[] {
  return dependencies.map((name) => (name.startsWith('libs.') ? `:${name.slice(5).replaceAll('.', '-')}` : name));
}

/**
 * The provider that Spring Boot takes for `@EnableCaching` when nothing names one; `undefined` when it is one that
 * replicas share, when nothing is cached, or when the application is not built with Boot, so that a manager must be made elsewhere.
 */
export function bootProvider(model: Model, path: string): string | undefined {
  if (model.factsFor('cache.use', path).length === 0) return undefined;
  const modules = model.factsFor('build.module', path).map((fact) => fact.value);
  const usesBoot = modules.some((module) => module.bootVersion !== undefined || [...libraries(module), ...module.plugins].some((name) => name.startsWith('org.springframework.boot')));
  if (!usesBoot) return undefined;
  const present = modules.flatMap(libraries);
  const first = detected.find(({ library }) => present.some((name) => library.test(name)));
  return first ? first.provider : 'ConcurrentMap';
}

/** Stands beside a setting that {@link cacheTypeToKeep} gives, so that a reader knows why it is there. */
export const keptCacheNote = 'Redis is here for sessions; without this Spring Boot would move the caches to it as well';

/** Boot 2.7 was the first to know cache2k; older ones passed over it. */
const knowsCache2k = 20_700;

/**
 * The value of `spring.cache.type` that leaves caches where Spring Boot keeps them now once Redis joins the class path.
 * `undefined` when Redis changes nothing: nothing is cached, a type or a manager is named, or a library that Boot asks before Redis is there.
 */
export function cacheTypeToKeep(model: Model, path: string): string | undefined {
  const facts = model.factsFor('cache.local', path).filter(({ value }) => value.family === 'application');
  const named = facts.some(({ value: { place, name } }) => ['region', 'manager', 'provider'].includes(place) || (place === 'setting' && /cache\.type$/i.test(name)));
  if (named || facts.length === 0 || model.factsFor('cache.shared', path).some(({ value }) => value.covers === 'application')) return undefined;
  const provider = bootProvider(model, path);
  const modules = model.factsFor('build.module', path).map(({ value }) => value);
  // Without Spring's own support classes Boot passes over the libraries.
  const supported = modules.some((module) => libraries(module).some((name) => /:spring-(?:boot-starter-cache|context-support)$/.test(name)));
  if (provider === 'Caffeine') return supported ? 'caffeine' : 'simple';
  if (provider === 'cache2k') return supported && modules.some((module) => (bootNumber(module) ?? 0) >= knowsCache2k) ? 'cache2k' : 'simple';
  return provider === 'ConcurrentMap' ? 'simple' : undefined;
}
