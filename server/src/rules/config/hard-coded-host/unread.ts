import { basename, dirname, extension, join } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';

const configuration = /\.(?:properties|ya?ml|xml|json)$/;

/** The file that a value names, without what only says where it is looked for. */
function named(value: string): string | undefined {
  const path = value.trim().replace(/^(?:classpath\*?:|file:)/, '').replace(/^\/+/, '');
  return configuration.test(path) && !/[\s,${}]/.test(path) ? path : undefined;
}

function isAt(file: string, path: string | undefined): boolean {
  return path !== undefined && (file === path || file.endsWith(`/${path}`));
}

/** `shop.proxy.enabled=false` beside `shop.proxy.file=config/proxy.properties`. */
function isSwitchedOff({ value: { key, value } }: Fact<'config.property'>, file: string, all: readonly Fact<'config.property'>[]): boolean {
  const prefix = /^(.+\.)(?:enabled?|active|on)$/i.exec(key)?.[1];
  return prefix !== undefined && /^(?:false|off|no)$/i.test(value.trim()) && all.some((other) => other.value.key.startsWith(prefix) && isAt(file, named(other.value.value)));
}

/** `shop.cache.file=config/cache.properties`, of which `config/cache-redis.properties` is a variant that no setting names. */
function isVariantOfChosen({ value: { value } }: Fact<'config.property'>, file: string, all: readonly Fact<'config.property'>[], model: Model): boolean {
  const path = named(value);
  const chosen = path === undefined ? undefined : join(dirname(file), basename(path));
  if (chosen === undefined || chosen === file || !isAt(chosen, path) || !model.hasFile(chosen) || extension(chosen) !== extension(file)) return false;
  const stem = basename(chosen).replace(configuration, '');
  // Variants of these are chosen by a profile.
  if (/^(?:application|bootstrap)$/.test(stem)) return false;
  return ['-', '_', '.'].some((separator) => basename(file).startsWith(stem + separator)) && !all.some((other) => isAt(file, named(other.value.value)));
}

/** Whether a setting says that the file of a finding is not read as things stand: its part is switched off, or the setting names another variant of it. */
export function isUnread(fact: Fact, finding: Finding, model: Model): boolean {
  const property = fact as Fact<'config.property'>;
  const { file } = finding;
  if (!configuration.test(file) || property.file === file) return false;
  const all = model.factsFor('config.property', file);
  return isSwitchedOff(property, file, all) || isVariantOfChosen(property, file, all, model);
}
