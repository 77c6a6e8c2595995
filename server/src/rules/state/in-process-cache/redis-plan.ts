import type { Model } from '../../../contract/workspace.js';
import { bootNumber, bootSettingsFile, managedByBoot } from '../../../facts/java/boot.js';
import { buildFileOf, deployableOf } from '../../../facts/deployable.js';
import type { NewSetting } from '../../../syntax/settings-edit.js';
import type { Coordinates } from '../../../syntax/xml/edit.js';
import type { LocalFact } from './check.js';

/** What has to change so that Spring's caches move to Redis. */
export interface RedisPlan {
  readonly buildFile: string;
  readonly dependencies: readonly Coordinates[];
  readonly settingsFile: string;
  readonly settings: readonly NewSetting[];
  /** Bean methods that make the managers of today; none when Boot chooses the provider. */
  readonly beans: readonly LocalFact[];
  /** Settings that name the provider of today. */
  readonly types: readonly LocalFact[];
  /** Full names that the types of cached values may have. */
  readonly values: readonly string[];
}

const bootGroup = 'org.springframework.boot';
/** Boot 4 moved the caching set-up into a starter of its own. */
const boot4 = 40_000;

/** Whether Boot alone decides where this cache lives, or a bean method that can make another manager. */
function isReplaceable({ value: { place, bean, when, provider }, file }: LocalFact): boolean {
  if (when !== undefined) return false;
  if (place === 'manager') return bean !== undefined && file.endsWith('.java') && provider !== 'Infinispan';
  return place === 'setting' || place === 'file' || place === 'enabled';
}

function settingsFor(boot: number, byBean: boolean): readonly NewSetting[] {
  const prefix = boot >= 30_000 ? 'spring.data.redis' : 'spring.redis';
  const cache: readonly NewSetting[] = byBean ? [] : [['spring.cache.type', 'redis'], ['spring.cache.redis.time-to-live', '${CACHE_TTL:10m}']];
  return [...cache, [`${prefix}.host`, '${REDIS_HOST:redis}'], [`${prefix}.port`, '${REDIS_PORT:6379}'], [`${prefix}.password`, '${REDIS_PASSWORD:}']];
}

/**
 * How the caches of the Spring Boot application that a file belongs to move to Redis; `undefined` when something else
 * than Boot or a bean method of its own decides where they live. `regions` tells whether a JCache region is one that
 * only JCache's own customizer makes, which Boot leaves alone with another provider.
 */
export function planFor(path: string, model: Model, regions: (fact: LocalFact) => boolean): RedisPlan | undefined {
  const deployable = deployableOf(path, model);
  const buildFile = deployable && buildFileOf(model, deployable.dir);
  const boot = deployable && bootNumber(deployable.module);
  if (!deployable || !buildFile || boot === undefined || boot < 20_000 || !managedByBoot(deployable.module)) return undefined;
  const facts = model.factsFor('cache.local', path).filter(({ value }) => value.family === 'application');
  if (!facts.every((fact) => isReplaceable(fact) || (fact.value.place === 'region' && regions(fact)))) return undefined;
  // A JPA provider may share the library's file and its regions with Spring; those stay where they are.
  const beans = facts.filter(({ value }) => value.place === 'manager');
  const starter = boot >= boot4 ? [{ group: bootGroup, artifact: 'spring-boot-starter-cache' }] : [];
  return {
    buildFile, dependencies: [...starter, { group: bootGroup, artifact: 'spring-boot-starter-data-redis' }],
    settingsFile: bootSettingsFile(model, deployable.dir), settings: settingsFor(boot, beans.length > 0), beans,
    types: facts.filter(({ value }) => value.place === 'setting' && /cache\.type$/i.test(value.name)),
    values: [...new Set(model.factsFor('cache.use', path).flatMap(({ value }) => value.types))],
  };
}
