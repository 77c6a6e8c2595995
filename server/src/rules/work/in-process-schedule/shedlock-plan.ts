import type { Model } from '../../../contract/workspace.js';
import type { BuildModule } from '../../../facts/build/kinds.js';
import { buildFileOf } from '../../../facts/deployable.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import type { Coordinates } from '../../../syntax/xml/edit.js';
import { tablePath } from './table-path.js';

/** What ShedLock needs in a module that has none yet. */
export interface Plan {
  readonly buildFile: string;
  readonly dependencies: readonly Coordinates[];
  /** Redis needs no table. */
  readonly provider: 'jdbc' | 'redis';
  /** Workspace path of the statement that makes the table; `undefined` for Redis. */
  readonly table: string | undefined;
}

const group = 'net.javacrumbs.shedlock';
/** Libraries with which a module speaks to a database through Spring. */
export const jdbcLibraries = /^org\.springframework:spring-(?:jdbc|orm)$|spring-boot-starter-(?:jdbc|data-jpa|data-jdbc)$|:mybatis-spring(?:-boot-starter)?$|:(?:org\.)?egovframe\.rte\.psl\.dataaccess$/;

/** ShedLock 4 is for Spring 5 and Java 8, ShedLock 5 for Spring 6 and Java 17, ShedLock 7 for Spring 7. */
const lines: Readonly<Record<number, string>> = { 5: '4.48.0', 6: '5.16.0', 7: '7.0.0' };

function versionFor({ bootVersion, versions, properties }: BuildModule): string | undefined {
  const stated = Object.entries(versions).find(([name, version]) => /^org\.springframework:spring-(?:webmvc|web|context|core|jdbc|framework-bom)$/.test(name) && /^\d/.test(version))?.[1];
  const runtime = properties['org.egovframe.rte.version'] ?? properties['egovframework.rte.version'];
  const spring = bootVersion ? { 2: 5, 3: 6, 4: 7 }[Number.parseInt(bootVersion, 10)] : stated ? Number.parseInt(stated, 10) : { 4: 5, 5: 6 }[Number.parseInt(runtime ?? '', 10)];
  return spring === undefined ? undefined : lines[spring];
}

/** How the module of a file gets ShedLock; `undefined` when its build does not tell enough to do it right. */
export function planFor(path: string, model: Model): Plan | undefined {
  const { dir } = model.moduleOf(path);
  const module = effectiveModule(model, dir);
  const buildFile = buildFileOf(model, dir);
  const version = module && versionFor(module);
  if (!module || !buildFile || !version) return undefined;
  const redis = module.bootVersion !== undefined && module.dependencies.some((name) => name.endsWith(':spring-boot-starter-data-redis'));
  if (!redis && !module.dependencies.some((name) => jdbcLibraries.test(name))) return undefined;
  const artifacts = ['shedlock-spring', redis ? 'shedlock-provider-redis-spring' : 'shedlock-provider-jdbc-template'];
  return {
    buildFile, provider: redis ? 'redis' : 'jdbc', table: redis ? undefined : tablePath(dir, module, model, 'shedlock'),
    dependencies: artifacts.map((artifact) => ({ group, artifact, version })),
  };
}
