import { basename } from '../../base/paths.js';
import type { GradleEntry, GradleFile } from '../../contract/nodes.js';
import type { BuildModule, GradleSettings } from './kinds.js';
import { defined, javaRelease, resolve, withoutSecrets } from './values.js';

const runtimeConfigurations = /^(?:implementation|api|runtimeOnly|compile|runtime|\w*MainImplementation)$/;
const providedConfigurations = /^(?:provided\w*|compileOnly(?:Api)?)$/;
export const bootPlugin = 'org.springframework.boot';

/** Plugins that build an image; the Boot plugin only when its task is configured. */
const imagePlugins: Readonly<Record<string, string>> = {
  'com.google.cloud.tools.jib': 'jib', 'com.bmuschko.docker-spring-boot-application': 'docker-plugin', 'com.bmuschko.docker-java-application': 'docker-plugin',
  'com.bmuschko.docker-remote-api': 'docker-plugin', 'com.palantir.docker': 'docker-plugin',
};

function blockPath(entry: GradleEntry): string {
  return entry.blocks.map(({ name }) => name).join('.');
}

/** Plain assignments by name: `ext.x`, `def x`, `version`. The first one counts. */
function variables(file: GradleFile): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { kind, name, value, blocks } of file.entries) {
    const top = blocks.every((block) => ['ext', 'buildscript', 'allprojects', 'subprojects'].includes(block.name));
    if (kind === 'assignment' && top && /^[\w.+$-{}]{1,200}$/.test(value)) found[name.replace(/^(?:ext|extra|project)\./, '')] ??= value;
  }
  return found;
}

function split(coordinate: string): { readonly name: string; readonly version: string | undefined } {
  if (coordinate.startsWith(':') || coordinate.startsWith('libs')) return { name: coordinate, version: undefined };
  const [group = '', artifact = '', version] = coordinate.split(':');
  return { name: `${group}:${artifact}`, version: version?.replace(/@\w+$/, '') };
}

function javaOf(file: GradleFile, known: Readonly<Record<string, string>>): number | undefined {
  const wanted = ['languageVersion', 'jvmToolchain', 'options.release', 'release', 'sourceCompatibility', 'targetCompatibility'];
  for (const name of wanted) {
    const entry = file.entries.find((each) => each.kind === 'assignment' && (each.name === name || each.name.endsWith(`.${name}`)));
    const release = entry && javaRelease(resolve(known[entry.value] ?? entry.value, known));
    if (release) return release;
  }
  return undefined;
}

/** Name that the archive task is given: `archiveFileName` without its extension, or `archiveBaseName`. */
function archiveName(file: GradleFile, known: Readonly<Record<string, string>>): string | undefined {
  const named = (name: string): string | undefined => file.entries.find((each) => each.kind === 'assignment' && each.name.replace(/^.*\./, '') === name && /^(?:$|boot(?:Jar|War)|jar|war|base|shadowJar|Jar|War)/.test(each.blocks.at(-1)?.name ?? ''))?.value;
  const whole = named('archiveFileName') ?? named('archiveName');
  const base = named('archiveBaseName') ?? named('archivesBaseName') ?? named('archivesName') ?? named('baseName');
  const name = whole?.replace(/\.[jw]ar$/, '') ?? base;
  return name && resolve(name, known);
}

/** What the plugins make of the archive: whether it starts by itself. */
export function executableOf(plugins: readonly string[]): BuildModule['executable'] {
  if (plugins.includes(bootPlugin)) return 'boot';
  if (plugins.some((id) => id === 'com.github.johnrengelman.shadow' || id === 'com.gradleup.shadow')) return 'fat-jar';
  return plugins.some((id) => id === 'application' || id === 'io.quarkus') ? 'distribution' : undefined;
}

/** What builds an image without a Dockerfile, as far as the plugins tell. */
export function imageBuildOf(plugins: readonly string[]): string | undefined {
  return plugins.map((id) => imagePlugins[id]).find(Boolean);
}

const shared = /^(?:sub|all)projects$/;

/** What the script gives every project below it: statements in `subprojects { … }` and `allprojects { … }`, unless a condition in there picks some. */
function handedDown(file: GradleFile, known: Readonly<Record<string, string>>): BuildModule['handedDown'] {
  const given = file.entries.filter(({ blocks: [first, ...inner] }) => first && shared.test(first.name) && inner.every(({ name }) => name === 'dependencies'));
  const pick = (pattern: RegExp): string[] => [...new Set(given.flatMap((each) => (each.kind === 'dependency' && pattern.test(each.name) ? [split(resolve(each.value, known)).name] : [])))];
  const found = { dependencies: pick(runtimeConfigurations), provided: pick(providedConfigurations) };
  return found.dependencies.length + found.provided.length === 0 ? undefined : found;
}

/** Version of a plugin that the script puts on its own class path, as was usual before the plugin portal. */
function onClassPath(file: GradleFile, plugin: string): string | undefined {
  const entry = file.entries.find(({ kind, name, value }) => kind === 'assignment' && name === 'classpath' && value.startsWith(`${plugin}:`));
  return entry?.value.slice(plugin.length + 1);
}

/** What a Gradle build script says, as far as a text reader sees. `dir` is its folder and the default name. */
export function readGradle(file: GradleFile, dir: string): BuildModule {
  const known = variables(file);
  const declared = file.entries.filter(({ kind }) => kind === 'plugin');
  const plugins = [...new Set(declared.filter((each) => each.applied !== false && !/\b(?:sub|all)projects\b/.test(blockPath(each))).map(({ name }) => name))];
  const dependencies = file.entries.filter(({ kind }) => kind === 'dependency').map((each) => ({ configuration: each.name, ...split(resolve(each.value, known)) }));
  const pick = (pattern: RegExp): string[] => [...new Set(dependencies.filter(({ configuration }) => pattern.test(configuration)).map(({ name }) => name))];
  const bom = dependencies.find(({ name }) => name === `${bootPlugin}:spring-boot-dependencies`)?.version;
  const boot = declared.find(({ name }) => name === bootPlugin)?.value || onClassPath(file, `${bootPlugin}:spring-boot-gradle-plugin`);
  const bootImage = file.blocks.some(({ name }) => name === 'bootBuildImage');
  const image = imageBuildOf(plugins) ?? (bootImage ? 'bootBuildImage' : undefined);
  const main = file.entries.find((each) => each.kind === 'assignment' && /^(?:application\.)?mainClass(?:Name)?$/.test(each.name))?.value;
  const applied = plugins.length > 0 || dependencies.length > 0;
  return {
    tool: 'gradle', name: basename(dir) || 'app', packaging: plugins.includes('war') ? 'war' : plugins.includes('ear') ? 'ear' : applied ? 'jar' : 'pom',
    dependencies: pick(runtimeConfigurations), provided: pick(providedConfigurations),
    versions: Object.fromEntries(dependencies.flatMap(({ name, version }) => (version ? [[name, version]] : []))),
    plugins, modules: [], properties: withoutSecrets(known), scripts: {},
    ...defined<BuildModule>({
      version: known['version'], artifact: archiveName(file, known), javaVersion: javaOf(file, known), bootVersion: boot ? resolve(boot, known) : bom,
      executable: executableOf(plugins), imageBuild: image, main, handedDown: handedDown(file, known),
    } as BuildModule),
  };
}

/** `project(":shop").projectDir = file("apps/shop")`, as the reader leaves it: the project's path and its folder. */
const movedProject = /^["']:?([^"']+)["']\)\.projectDir\s*=\s*(?:(?:new\s+)?[fF]ile\(\s*(?:(?:settingsDir|rootDir|rootProject\.projectDir)\s*,\s*)?)?["'](?:\$\{?(?:rootDir|settingsDir|rootProject\.projectDir)\}?\/|\.\/)?([\w.-]+(?:\/[\w.-]+)*)\/?["']/;

function movedProjects(file: GradleFile): Readonly<Record<string, string>> {
  return Object.fromEntries(file.entries.flatMap(({ kind, name, value }) => {
    const [, project, folder] = kind === 'assignment' && name === 'project' ? (movedProject.exec(value) ?? []) : [];
    return project === undefined || folder === undefined ? [] : [[project.replaceAll(':', '/'), folder]];
  }));
}

/** What a Gradle settings script says. */
export function readGradleSettings(file: GradleFile): GradleSettings {
  const name = file.entries.find((each) => each.kind === 'assignment' && each.name === 'rootProject.name')?.value;
  const moved = movedProjects(file);
  const projects = file.entries.filter(({ kind }) => kind === 'include').map(({ value }) => value.replace(/^:/, '').replaceAll(':', '/')).map((path) => moved[path] ?? path);
  return { projects, ...(Object.keys(moved).length === 0 ? {} : { moved }), ...(name === undefined ? {} : { name }) };
}
