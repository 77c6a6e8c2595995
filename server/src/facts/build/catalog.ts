import type { TomlDocument } from '../../contract/nodes.js';
import { entriesOf, type TomlEntry } from '../../syntax/toml/ask.js';
import { bootPlugin, executableOf, imageBuildOf } from './gradle.js';
import type { BuildModule, CatalogEntry, GradleCatalog } from './kinds.js';

/** As scripts write it: `spring-boot` and `spring_boot` are both `spring.boot`. */
function accessor(alias: string): string {
  return alias.replace(/[-_]/g, '.');
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The version of an entry, stated or by reference to `[versions]`; of a rich version what it has to be at least. */
function versionOf({ version }: Table, versions: Readonly<Record<string, string>>): string | undefined {
  if (!isTable(version)) return text(version);
  const ref = text(version['ref']);
  return ref === undefined ? text(version['strictly'] ?? version['require'] ?? version['prefer']) : versions[ref];
}

function withVersion(name: string, version: string | undefined): CatalogEntry {
  return { name, ...(version === undefined ? {} : { version }) };
}

function pluginOf(value: unknown, versions: Readonly<Record<string, string>>): CatalogEntry | undefined {
  const [, short, stated] = /^([\w.-]+):(\S+)$/.exec(text(value) ?? '') ?? [];
  if (short !== undefined) return withVersion(short, stated);
  const id = isTable(value) ? text(value['id']) : undefined;
  return id === undefined || !isTable(value) ? undefined : withVersion(id, versionOf(value, versions));
}

function libraryOf(value: unknown, versions: Readonly<Record<string, string>>): CatalogEntry | undefined {
  const [, short, stated] = /^([\w.-]+:[\w.-]+)(?::(\S+))?$/.exec(text(value) ?? '') ?? [];
  if (short !== undefined) return withVersion(short, stated);
  if (!isTable(value)) return undefined;
  const [group, name] = [text(value['group']), text(value['name'])];
  const whole = text(value['module']) ?? (group === undefined || name === undefined ? undefined : `${group}:${name}`);
  return whole === undefined ? undefined : withVersion(whole, versionOf(value, versions));
}

/** What a catalog of versions says: plugins and libraries by the names that scripts call them, bundles as what they hold. */
export function readCatalog({ ast }: TomlDocument): GradleCatalog {
  const entries = entriesOf(ast);
  const below = (table: string): readonly TomlEntry[] => entries.filter(({ path }) => path.length === 2 && path[0] === table);
  const named = <T>(table: string, read: (value: unknown) => T | undefined): Readonly<Record<string, T>> => Object.fromEntries(below(table).flatMap(({ path, value }) => {
    const found = read(value);
    return found === undefined ? [] : [[accessor(path[1] ?? ''), found]];
  }));
  const versions = Object.fromEntries(below('versions').flatMap(({ path, value }) => {
    const version = versionOf({ version: value }, {});
    return version === undefined ? [] : [[path[1] ?? '', version]];
  }));
  const bundle = (value: unknown): readonly string[] | undefined => (Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [accessor(each)] : [])) : undefined);
  return { plugins: named('plugins', (value) => pluginOf(value, versions)), libraries: named('libraries', (value) => libraryOf(value, versions)), bundles: named('bundles', bundle) };
}

const [plugin, library, bundle] = ['libs.plugins.', 'libs.', 'libs.bundles.'];

/** Dependencies as artefacts; what the catalog does not know stays as it is written. */
function artefacts(names: readonly string[], { libraries, bundles }: GradleCatalog): readonly CatalogEntry[] {
  return names.flatMap((name) => {
    const held = name.startsWith(bundle) ? bundles[name.slice(bundle.length)] : [name.slice(library.length)];
    const found = name.startsWith(library) ? held?.flatMap((each) => libraries[each] ?? []) : undefined;
    return found === undefined || found.length === 0 ? [{ name }] : found;
  });
}

/** A module with what a catalog calls differently under its own name: the script alone does not tell which plugin `libs.plugins.boot` is. */
export function withCatalog(module: BuildModule, catalog: GradleCatalog): BuildModule {
  const applied = module.plugins.map((name): CatalogEntry => (name.startsWith(plugin) ? catalog.plugins[name.slice(plugin.length)] ?? { name } : { name }));
  const plugins = applied.map(({ name }) => name);
  const [dependencies, provided] = [artefacts(module.dependencies, catalog), artefacts(module.provided, catalog)];
  const versions = Object.fromEntries([...dependencies, ...provided].flatMap(({ name, version }) => (version === undefined ? [] : [[name, version]])));
  const boot = Object.values(catalog.plugins).find(({ name }) => name === bootPlugin)?.version ?? Object.values(catalog.libraries).find(({ name }) => name === `${bootPlugin}:spring-boot-dependencies`)?.version;
  const bootVersion = module.bootVersion ?? (plugins.includes(bootPlugin) ? boot : undefined);
  const executable = module.executable ?? executableOf(plugins);
  const imageBuild = module.imageBuild ?? imageBuildOf(plugins);
  const handedDown = module.handedDown && { dependencies: artefacts(module.handedDown.dependencies, catalog).map(({ name }) => name), provided: artefacts(module.handedDown.provided, catalog).map(({ name }) => name) };
  return {
    ...module, plugins, dependencies: dependencies.map(({ name }) => name), provided: provided.map(({ name }) => name), versions: { ...module.versions, ...versions },
    ...(bootVersion === undefined ? {} : { bootVersion }), ...(executable === undefined ? {} : { executable }), ...(imageBuild === undefined ? {} : { imageBuild }), ...(handedDown === undefined ? {} : { handedDown }),
  };
}
