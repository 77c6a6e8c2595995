import { dirname } from '../../base/paths.js';
import type { Edit } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/config-kinds.js';
import { buildFileOf, deployableOf } from '../../facts/deployable.js';
import { bootNumber } from '../../facts/java/boot.js';
import type {} from '../../facts/java/redisson-client.js';
import { springVersion } from '../../facts/java/spring-version.js';
import { dependencyEdits } from '../../syntax/build-edit.js';
import { importBom } from '../../syntax/xml/edit.js';
import { clientClass, type AddressSource } from './client-class.js';
import { redissonVersion } from './version.js';

/** How code of a module comes to a `RedissonClient` bean. */
export type ClientPlan =
  | { readonly have: true }
  | { readonly have: false; readonly buildFile: string; readonly source: AddressSource; readonly alignNetty: boolean };

const redisson = { group: 'org.redisson', artifact: 'redisson', version: redissonVersion };
/** Redisson and Lettuce break with parts of Netty from different releases, which Maven picks by the order of dependencies. */
const nettyBom = { group: 'io.netty', artifact: 'netty-bom', version: '4.1.118.Final' };

/** Settings of Boot that say more of Redis than host, port and password. */
const furtherSettings = /^spring\.(?:data\.)?redis\.(?:url|username|ssl|sentinel|cluster)\b/;

function sourceFor(module: BuildModule): AddressSource | undefined {
  const boot = bootNumber(module);
  if (boot !== undefined) return boot >= 40_000 || boot < 20_000 ? undefined : boot >= 30_000 ? 'spring.data.redis' : 'spring.redis';
  // From Spring 4 on, proxies of a class need no constructor without parameters.
  return module.bootVersion === undefined && /^[4-6]\./.test(springVersion(module) ?? '') ? 'environment' : undefined;
}

/** How the code of a file comes to a `RedissonClient` bean; `undefined` when the build does not tell enough to do it right. */
export function clientPlan(path: string, model: Model): ClientPlan | undefined {
  const { dir } = model.moduleOf(path);
  const module = effectiveModule(model, dir);
  const buildFile = buildFileOf(model, dir);
  if (!module || !buildFile || (module.tool !== 'maven' && module.tool !== 'gradle')) return undefined;
  const clients = model.factsFor('redisson.client', path);
  if (module.dependencies.some((name) => name.startsWith('org.redisson:'))) return clients.some((fact) => fact.module === dir) ? { have: true } : undefined;
  const source = sourceFor(module);
  const elsewhere = model.factsFor('build.module', path).some(({ value }) => value.dependencies.some((name) => name.startsWith('org.redisson:')));
  // A second client, beside that of another module of the application, would leave Spring without a choice.
  if (!source || clients.length > 0 || elsewhere || (module.javaVersion ?? 8) < 8 || model.factsFor('config.property', path).some(({ value }) => furtherSettings.test(value.key))) return undefined;
  const alignNetty = source === 'environment' && module.tool === 'maven' && !Object.keys(module.versions).some((name) => name.startsWith('io.netty:'));
  // What a library manages does not hold in the module that packages it.
  return alignNetty && deployableOf(path, model)?.dir !== dir ? undefined : { have: false, buildFile, source, alignNetty };
}

/** Dependency and configuration class for a plan; the class stands in the package of a component, which Spring scans. */
export function clientEdits(plan: ClientPlan, component: { readonly file: string; readonly package: string }, read: (path: string) => string | undefined): readonly Edit[] | undefined {
  if (plan.have) return [];
  const { buildFile, source, alignNetty } = plan;
  const build = dependencyEdits(buildFile, [redisson], read);
  const aligned = alignNetty ? importBom(buildFile, read(buildFile) ?? '', nettyBom, 'One release of Netty for Redisson and whatever else uses it') : [];
  if (!build || !aligned) return undefined;
  return [...build, ...aligned, { do: 'create', path: `${dirname(component.file)}/RedissonConfig.java`, text: clientClass(component.package, source), ifExists: 'refuse' }];
}
