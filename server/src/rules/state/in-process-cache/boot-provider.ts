import type { ProjectContext } from '../../../contract/rule.js';
import type { BuildModule } from '../../../facts/build-kinds.js';

/** What Spring Boot looks for on the class path, in its order, and what it then caches in; `undefined` for what replicas share. */
const detected: readonly { readonly library: RegExp; readonly provider: string | undefined }[] = [
  { library: /^(?:org\.redisson:redisson(?:-spring-boot-starter)?|com\.hazelcast:hazelcast(?:-all|-spring)?|org\.infinispan:infinispan-(?:jcache-remote|spring-boot\d*-starter-remote|client-hotrod)|com\.couchbase\.client:java-client|org\.springframework\.boot:spring-boot-starter-data-couchbase|org\.apache\.ignite:ignite-spring[\w-]*)$/, provider: undefined },
  { library: /^(?:org\.ehcache:ehcache|net\.sf\.ehcache:ehcache)$/, provider: 'Ehcache' },
  { library: /^org\.infinispan:infinispan-(?:core|embedded|spring[\w-]*embedded)$/, provider: 'Infinispan' },
  { library: /^org\.springframework\.boot:spring-boot-starter-data-redis(?:-reactive)?$/, provider: undefined },
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
export function bootProvider(cx: ProjectContext, path: string): string | undefined {
  if (cx.model.factsFor('cache.use', path).length === 0) return undefined;
  const modules = cx.model.factsFor('build.module', path).map((fact) => fact.value);
  const usesBoot = modules.some((module) => module.bootVersion !== undefined || [...libraries(module), ...module.plugins].some((name) => name.startsWith('org.springframework.boot')));
  if (!usesBoot) return undefined;
  const present = modules.flatMap(libraries);
  const first = detected.find(({ library }) => present.some((name) => library.test(name)));
  return first ? first.provider : 'ConcurrentMap';
}
