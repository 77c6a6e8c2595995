import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { bootSettingsFile, managedByBoot } from '../../facts/java/boot.js';
import { cacheTypeToKeep, keptCacheNote } from '../../facts/java/boot-cache.js';
import { springVersion } from '../../facts/java/spring-version.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { isSwitchedOff } from '../../facts/session/store.js';
import type {} from '../../facts/java/spring-root-context.js';
import { buildFileOf, deployableOf } from '../../facts/deployable.js';
import type { NewSetting } from '../../syntax/settings-edit.js';
import type { Coordinates } from '../../syntax/xml/edit.js';

/** What has to be added so that sessions move to Redis by Spring Session. */
export interface Plan {
  readonly dir: string;
  readonly buildFile: string;
  readonly dependencies: readonly Coordinates[];
  /** Spring Boot reads settings and registers the filter by itself; a plain WAR needs both written down. */
  readonly setUp:
    | { readonly by: 'settings'; readonly file: string; readonly settings: readonly NewSetting[] }
    | { readonly by: 'web.xml'; readonly webXml: string; readonly beans: string; readonly client: Client };
}

/** How the beans of a plain Spring application reach Redis. */
export interface Client {
  readonly driver: 'lettuce' | 'jedis';
  /** Spring Session from 3.0 takes the time-out as a `Duration`. */
  readonly duration: boolean;
}

/** Spring Session and the Redis driver that go with a Spring Framework generation, as Spring's own release trains pair them. */
const generations: readonly { readonly spring: RegExp; readonly session: string; readonly driver: Coordinates; readonly client: Client }[] = [
  { spring: /^4\.3\./, session: '1.3.5.RELEASE', driver: { group: 'redis.clients', artifact: 'jedis', version: '2.9.3' }, client: { driver: 'jedis', duration: false } },
  { spring: /^5\.2\./, session: '2.3.3.RELEASE', driver: { group: 'io.lettuce', artifact: 'lettuce-core', version: '5.3.7.RELEASE' }, client: { driver: 'lettuce', duration: false } },
  { spring: /^5\.3\./, session: '2.7.4', driver: { group: 'io.lettuce', artifact: 'lettuce-core', version: '6.1.10.RELEASE' }, client: { driver: 'lettuce', duration: false } },
  { spring: /^6\.0\./, session: '3.0.1', driver: { group: 'io.lettuce', artifact: 'lettuce-core', version: '6.2.7.RELEASE' }, client: { driver: 'lettuce', duration: true } },
  { spring: /^6\.1\./, session: '3.3.7', driver: { group: 'io.lettuce', artifact: 'lettuce-core', version: '6.3.2.RELEASE' }, client: { driver: 'lettuce', duration: true } },
  { spring: /^6\.2\./, session: '3.5.7', driver: { group: 'io.lettuce', artifact: 'lettuce-core', version: '6.6.0.RELEASE' }, client: { driver: 'lettuce', duration: true } },
];

const bootGroup = 'org.springframework.boot';
const sessionGroup = 'org.springframework.session';

function bootPlan(dir: string, buildFile: string, module: BuildModule, major: number, model: Model): Plan | undefined {
  if (major < 2 || !managedByBoot(module)) return undefined;
  const dependencies = major >= 4
    ? [{ group: bootGroup, artifact: 'spring-boot-starter-session-data-redis' }]
    : [{ group: bootGroup, artifact: 'spring-boot-starter-data-redis' }, { group: sessionGroup, artifact: 'spring-session-data-redis' }];
  const prefix = major >= 3 ? 'spring.data.redis' : 'spring.redis';
  const caches = cacheTypeToKeep(model, buildFile);
  const settings: readonly NewSetting[] = [
    ...(major >= 3 ? [] : [['spring.session.store-type', 'redis'] as const]),
    [`${prefix}.host`, '${REDIS_HOST:redis}'], [`${prefix}.port`, '${REDIS_PORT:6379}'], [`${prefix}.password`, '${REDIS_PASSWORD:}'],
    ...(caches === undefined ? [] : [['spring.cache.type', caches, keptCacheNote] as const]),
  ];
  return { dir, buildFile, dependencies, setUp: { by: 'settings', file: bootSettingsFile(model, dir), settings } };
}

function plainPlan(dir: string, buildFile: string, module: BuildModule, model: Model): Plan | undefined {
  const version = springVersion(module);
  const generation = generations.find(({ spring }) => version !== undefined && spring.test(version));
  const webXml = ['src/main/webapp/WEB-INF/web.xml', 'WebContent/WEB-INF/web.xml'].map((path) => join(dir, path) ?? '').find((path) => model.hasFile(path));
  if (!generation || !webXml || module.packaging !== 'war' || !model.facts('spring.root-context').some(({ file }) => file === webXml)) return undefined;
  const { session, driver, client } = generation;
  const beans = webXml.replace(/web\.xml$/, 'spring-session.xml');
  return { dir, buildFile, dependencies: [{ group: sessionGroup, artifact: 'spring-session-data-redis', version: session }, driver], setUp: { by: 'web.xml', webXml, beans, client } };
}

/** How sessions of the application that a file belongs to move to Redis; `undefined` when the build does not tell enough to do it right. */
export function planFor(path: string, model: Model): Plan | undefined {
  const deployable = deployableOf(path, model);
  const buildFile = deployable && buildFileOf(model, deployable.dir);
  // Who switched Spring Session off had a reason, and adding settings would not switch it on.
  if (!deployable || !buildFile || isSwitchedOff(model, path)) return undefined;
  const { dir, module } = deployable;
  const major = Number(/^(\d+)\./.exec(module.bootVersion ?? '')?.[1] ?? 0);
  return module.bootVersion === undefined ? plainPlan(dir, buildFile, module, model) : bootPlan(dir, buildFile, module, major, model);
}
