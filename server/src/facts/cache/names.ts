import { simpleName } from '../../syntax/java/ask.js';
import type { CacheFamily } from './kinds.js';

/** What a class of a cache library is: made in code or as an XML bean. */
export interface CacheClass {
  readonly family: CacheFamily;
  readonly place: 'manager' | 'provider';
  readonly provider: string;
}

const spring = 'org.springframework.cache.';
const application = (place: CacheClass['place'], provider: string): CacheClass => ({ family: 'application', place, provider });

/** Classes that keep entries in the memory of the process. */
export const localClasses: Readonly<Record<string, CacheClass>> = {
  [`${spring}concurrent.ConcurrentMapCacheManager`]: application('manager', 'ConcurrentMap'),
  [`${spring}concurrent.ConcurrentMapCache`]: application('manager', 'ConcurrentMap'),
  [`${spring}concurrent.ConcurrentMapCacheFactoryBean`]: application('manager', 'ConcurrentMap'),
  [`${spring}caffeine.CaffeineCacheManager`]: application('manager', 'Caffeine'),
  [`${spring}caffeine.CaffeineCache`]: application('manager', 'Caffeine'),
  [`${spring}guava.GuavaCacheManager`]: application('manager', 'Guava'),
  [`${spring}guava.GuavaCache`]: application('manager', 'Guava'),
  [`${spring}ehcache.EhCacheCacheManager`]: application('manager', 'Ehcache'),
  [`${spring}ehcache.EhCacheManagerFactoryBean`]: application('provider', 'Ehcache'),
  [`${spring}jcache.JCacheCacheManager`]: application('manager', 'JCache'),
  [`${spring}jcache.JCacheManagerFactoryBean`]: application('provider', 'JCache'),
  'org.cache2k.extra.spring.SpringCache2kCacheManager': application('manager', 'cache2k'),
  'org.infinispan.spring.embedded.provider.SpringEmbeddedCacheManager': application('manager', 'Infinispan'),
  'org.infinispan.spring.provider.SpringEmbeddedCacheManager': application('manager', 'Infinispan'),
  'org.infinispan.manager.DefaultCacheManager': application('provider', 'Infinispan'),
  'net.sf.ehcache.CacheManager': application('provider', 'Ehcache'),
  'org.ehcache.config.builders.CacheManagerBuilder': application('provider', 'Ehcache'),
  'javax.cache.Caching': application('provider', 'JCache'),
  'com.opensymphony.oscache.general.GeneralCacheAdministrator': application('provider', 'OSCache'),
  'com.opensymphony.oscache.web.ServletCacheAdministrator': application('provider', 'OSCache'),
  'com.opensymphony.oscache.web.filter.CacheFilter': application('provider', 'OSCache'),
  'org.apache.jcs.JCS': application('provider', 'JCS'),
  'org.apache.commons.jcs.JCS': application('provider', 'JCS'),
  'org.apache.commons.jcs3.JCS': application('provider', 'JCS'),
  'org.apache.shiro.cache.ehcache.EhCacheManager': { family: 'shiro', place: 'manager', provider: 'Ehcache' },
  'org.apache.shiro.cache.MemoryConstrainedCacheManager': { family: 'shiro', place: 'manager', provider: 'MemoryConstrainedCacheManager' },
  'org.ehcache.integrations.shiro.EhcacheShiroManager': { family: 'shiro', place: 'manager', provider: 'Ehcache' },
};

/** Classes that keep entries where every replica sees them, and what they stand for (see `SharedCache.covers`). */
export const sharedClasses: Readonly<Record<string, string>> = {
  'org.springframework.data.redis.cache.RedisCacheManager': 'application',
  'org.redisson.spring.cache.RedissonSpringCacheManager': 'application',
  'org.redisson.spring.cache.RedissonSpringLocalCachedCacheManager': 'application',
  'org.redisson.jcache.JCachingProvider': 'jcache',
  'com.hazelcast.spring.cache.HazelcastCacheManager': 'application',
  'org.infinispan.spring.remote.provider.SpringRemoteCacheManager': 'application',
  'org.infinispan.spring.remote.provider.SpringRemoteCacheManagerFactoryBean': 'application',
  'org.infinispan.client.hotrod.RemoteCacheManager': 'infinispan',
  'com.google.code.ssm.spring.SSMCacheManager': 'application',
  'com.google.code.ssm.spring.ExtendedSSMCacheManager': 'application',
  'com.couchbase.client.spring.cache.CouchbaseCacheManager': 'application',
  'org.springframework.data.couchbase.cache.CouchbaseCacheManager': 'application',
  'org.springframework.data.gemfire.cache.GemfireCacheManager': 'application',
  'com.alicp.jetcache.redis.RedisCacheBuilder': 'application',
  'org.crazycake.shiro.RedisCacheManager': 'shiro',
};

/** Full names by simple name, for code that imports them. */
export const cacheClassNames: ReadonlyMap<string, readonly string[]> = (() => {
  const names = new Map<string, string[]>();
  for (const full of [...Object.keys(localClasses), ...Object.keys(sharedClasses)]) names.set(simpleName(full), [...(names.get(simpleName(full)) ?? []), full]);
  return names;
})();

/** Providers of JCache that share entries, by the name handed to `Caching.getCachingProvider` or to a setting. */
export const sharedJcacheProvider = /redisson|hazelcast|infinispan\.jcache\.remote|ignite|coherence|oracle\.coherence/i;
/** Regions factories of Hibernate by full or short name. The clustered ones of Hazelcast and Infinispan tell each other what changed. */
export const sharedRegionFactory = /redisson|redis|hazelcast|infinispan|memcached|ignite|coherence|NoCaching/i;
export const localRegionFactory = /^(?:jcache|ehcache|ehcache-singleton|caffeine)$|\.(?:Singleton)?Eh[Cc]acheRegionFactory$|\.(?:Singleton)?EhCacheProvider$|\.JCacheRegionFactory$|\.HashtableCacheProvider$|\.OSCacheProvider$/;
