import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import type {} from '../build/kinds.js';
import type {} from '../dotenv.js';
import type {} from '../environment.js';
import type {} from './settings.js';

/** Fact kinds that {@link laravelDefault} looks at. */
export const laravelDefaultReads: readonly FactKind[] = ['php.setting', 'config.environment', 'config.dotenv', 'build.module'];

/** Oldest release whose framework brings the configuration that an application leaves out. */
const slim = 11;

function isSlim(model: Model, file: string): boolean {
  const ranges = model.factsFor('build.module', file).flatMap(({ value }) => value.versions['laravel/framework'] ?? []);
  return ranges.length > 0 && ranges.every((range) => Number(/\d+/.exec(range)?.[0] ?? 0) >= slim);
}

/**
 * The value that a variable gives to a setting of Laravel whose configuration file the application does not have: of a
 * manifest (`fixed`), or of the `.env` that is shipped, where no manifest sets it. `undefined` where the file decides.
 */
export function laravelDefault(model: Model, fact: Fact<'config.environment'> | Fact<'config.dotenv'>, key: string): { readonly value: string; readonly fixed: boolean } | undefined {
  const { name, value } = fact.value;
  if (value === undefined || value === '' || value.startsWith('$') || !isSlim(model, fact.file)) return undefined;
  if (model.factsFor('php.setting', fact.file).some((setting) => setting.value.key === key)) return undefined;
  if (!('use' in fact.value)) return { value, fixed: true };
  const isSet = model.factsFor('config.environment', fact.file).some((other) => other.value.name === name);
  return fact.value.use === 'shipped' && !isSet ? { value, fixed: false } : undefined;
}
