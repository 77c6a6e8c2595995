import type { Evidence } from '../evidence.js';

/** Which caches a place speaks of: those of the application (Spring Cache, JCache, Ehcache), of the JPA provider, MyBatis, Shiro, or one built in code. */
export type CacheFamily = 'application' | 'jpa' | 'mybatis' | 'shiro' | 'code';

/**
 * How a place states a cache, the most telling first. `region`: a cache of its own; `manager`: what makes them;
 * `provider`: the library below it; `setting`; `file`: the library's own configuration; `enabled`: only that there is caching.
 */
export type CachePlace = 'region' | 'manager' | 'provider' | 'setting' | 'file' | 'enabled';

/** A bean that exists only when a setting has a value. */
export interface SettingCondition {
  readonly setting: string;
  /** Value that switches the bean on; absent when any value but `false` does. */
  readonly value?: string;
  /** True when the bean also exists while nothing is set. */
  readonly missing: boolean;
}

/** A cache that lives in the memory of the process, as one place states it. */
export interface LocalCache {
  readonly family: CacheFamily;
  readonly place: CachePlace;
  /** Product, for messages: `Caffeine`, `Ehcache`, `JCache` … */
  readonly provider: string;
  /** Name of the cache, the field, the class or the setting that the place is about. */
  readonly name: string;
  /** Class that holds a cache built in code, and the simple names by which others know it: its own and its supertypes'. */
  readonly owner?: string;
  readonly known?: readonly string[];
  /** True when other classes get the cache itself and may drop entries. */
  readonly open?: boolean;
  /** `copy`: of data that is kept elsewhere; `store`: what it holds is nowhere else. Absent where the kind says nothing else than copies. */
  readonly holds?: 'copy' | 'store';
  /** Seconds after which an entry is dropped however often it is read; absent when never or unknown. */
  readonly seconds?: number;
  /** True when an entry is dropped at a time that a setting or a variable decides. */
  readonly ends?: boolean;
  /** True when the code drops entries by itself, because what they copy has changed. */
  readonly drops?: boolean;
  /** True when the copy is of what a public site of others says, so that nothing that replicas do changes it. */
  readonly foreign?: boolean;
  readonly when?: SettingCondition;
  /** A bean method that could make the manager of a shared cache instead: its name. */
  readonly bean?: string;
}

/** A cache that replicas share or keep in step. `covers` names a {@link CacheFamily} or a provider in lower case. */
export interface SharedCache extends Evidence {
  readonly covers: string;
  readonly when?: SettingCondition;
}

/** What the caching annotations of one file cache. */
export interface CacheUse {
  /** Full names that the types returned by cached methods may have, type arguments included. */
  readonly types: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'cache.local': LocalCache;
    'cache.shared': SharedCache;
    /** First use of Spring's or JCache's caching annotations in a file. */
    'cache.use': CacheUse;
    /** A listener of messages from other replicas drops entries of a class's cache (its simple name), of Spring's caches (`*`), or of the JPA provider's (`jpa`). */
    'cache.invalidation': { readonly type: string; /** Class that listens, where what makes it may depend on a setting. */ readonly by?: string };
  }
}
