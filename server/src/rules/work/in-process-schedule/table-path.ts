import { join } from '../../../base/paths.js';
import type { Model } from '../../../contract/workspace.js';
import type { BuildModule } from '../../../facts/build/kinds.js';

/**
 * Where a statement that makes tables goes: Flyway runs the next number by itself; otherwise the file is there to be run
 * once by a person.
 */
export function tablePath(dir: string, module: BuildModule, model: Model, name: string): string {
  const resources = join(dir, 'src/main/resources') ?? '';
  if (!module.dependencies.some((each) => each.startsWith('org.flywaydb:flyway'))) return `${resources}/db/${name}.sql`;
  const versions = model.files.flatMap((file) => (file.startsWith(`${resources}/db/migration/`) ? Number(/\/V(\d+)[^/]*\.sql$/.exec(file)?.[1] ?? 0) : []));
  return `${resources}/db/migration/V${Math.max(0, ...versions) + 1}__${name.replace(/-/g, '_')}.sql`;
}
