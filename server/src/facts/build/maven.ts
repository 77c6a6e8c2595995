import { join } from '../../base/paths.js';
import type { XmlElement } from '../../contract/nodes.js';
import { child, children, childText, descend } from '../../syntax/xml/ask.js';
import type { BuildModule } from './kinds.js';
import { defined, javaRelease, resolve, withoutSecrets } from './values.js';

const bootGroup = 'org.springframework.boot';
const bootPlugin = `${bootGroup}:spring-boot-maven-plugin`;

/** Plugins that build an image by themselves once they are in the build. */
const imagePlugins: Readonly<Record<string, string>> = {
  'jib-maven-plugin': 'jib', 'docker-maven-plugin': 'docker-maven-plugin', 'dockerfile-maven-plugin': 'dockerfile-maven-plugin',
  'fabric8-maven-plugin': 'fabric8', 'kubernetes-maven-plugin': 'jkube', 'openshift-maven-plugin': 'jkube',
};

type Properties = Readonly<Record<string, string>>;

function properties(project: XmlElement): Properties {
  return Object.fromEntries((child(project, 'properties')?.children ?? []).map((each) => [each.name, each.text]));
}

/** Properties together with the project's own coordinates. */
function scope(project: XmlElement): Properties {
  const parent = child(project, 'parent');
  const own = (name: string): string | undefined => childText(project, name);
  const coordinates = {
    'project.artifactId': own('artifactId'), 'project.groupId': own('groupId') ?? (parent && childText(parent, 'groupId')),
    'project.version': own('version') ?? (parent && childText(parent, 'version')), 'project.parent.version': parent && childText(parent, 'version'), 'project.name': own('name'),
  };
  return { ...properties(project), ...defined(coordinates) } as Properties;
}

function nameOf(element: XmlElement, group: string, known: Properties): string {
  return `${resolve(childText(element, 'groupId') ?? group, known)}:${resolve(childText(element, 'artifactId') ?? '', known)}`;
}

interface Dependencies {
  readonly runtime: readonly string[];
  readonly provided: readonly string[];
  readonly overlays: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

function dependencies(project: XmlElement, known: Properties): Dependencies {
  const direct = children(child(project, 'dependencies') ?? project, 'dependency');
  const managed = descend(project, 'dependencyManagement', 'dependencies')?.children ?? [];
  const scoped = (scopes: readonly string[]): string[] => direct.filter((each) => scopes.includes(childText(each, 'scope') ?? 'compile')).map((each) => nameOf(each, '', known));
  const versions = [...managed, ...direct].flatMap((each) => {
    const version = childText(each, 'version');
    return version ? [[nameOf(each, '', known), resolve(version, known)] as const] : [];
  });
  const overlays = direct.filter((each) => childText(each, 'type') === 'war' && ['compile', 'runtime'].includes(childText(each, 'scope') ?? 'compile')).map((each) => nameOf(each, '', known));
  return { runtime: [...new Set(scoped(['compile', 'runtime']))], provided: [...new Set(scoped(['provided', 'system']))], overlays, versions: Object.fromEntries(versions) };
}

function pluginsIn(container: XmlElement | undefined): readonly XmlElement[] {
  return (container && descend(container, 'build', 'plugins')?.children) ?? [];
}

/** Plugins of the build, those of profiles included: what a profile configures is meant to be used. */
function allPlugins(project: XmlElement): readonly XmlElement[] {
  const profiles = child(project, 'profiles')?.children ?? [];
  return [project, ...profiles].flatMap(pluginsIn);
}

function pluginName(plugin: XmlElement, known: Properties): string {
  return nameOf(plugin, 'org.apache.maven.plugins', known);
}

function managedPlugin(project: XmlElement, name: string, known: Properties): XmlElement | undefined {
  return (descend(project, 'build', 'pluginManagement', 'plugins')?.children ?? []).find((each) => pluginName(each, known) === name);
}

function bootVersion(project: XmlElement, versions: Properties, known: Properties): string | undefined {
  const parent = child(project, 'parent');
  if (parent && nameOf(parent, '', known).startsWith(`${bootGroup}:spring-boot`)) return resolve(childText(parent, 'version') ?? '', known);
  const plugin = [...pluginsIn(project), managedPlugin(project, bootPlugin, known)].find((each) => each && pluginName(each, known) === bootPlugin);
  const stated = versions[`${bootGroup}:spring-boot-dependencies`] ?? (plugin && childText(plugin, 'version')) ?? Object.entries(versions).find(([name]) => name.startsWith(`${bootGroup}:`))?.[1] ?? known['spring-boot.version'] ?? known['spring.boot.version'];
  return stated === undefined ? undefined : resolve(stated, known);
}

function goals(plugin: XmlElement): readonly string[] {
  return (child(plugin, 'executions')?.children ?? []).flatMap((execution) => (child(execution, 'goals')?.children ?? []).map((goal) => goal.text));
}

function imageBuild(plugins: readonly XmlElement[], known: Properties): string | undefined {
  for (const plugin of plugins) {
    const artifact = resolve(childText(plugin, 'artifactId') ?? '', known);
    const builder = imagePlugins[artifact];
    if (builder) return builder;
    if (pluginName(plugin, known) !== bootPlugin) continue;
    const configured = [plugin, ...(child(plugin, 'executions')?.children ?? [])].some((each) => descend(each, 'configuration', 'image'));
    if (configured || goals(plugin).some((goal) => goal.startsWith('build-image'))) return 'spring-boot:build-image';
  }
  return undefined;
}

/** Text of the first element with this name anywhere below. */
function deepText(element: XmlElement, local: string): string | undefined {
  for (const each of element.children) {
    const text = each.local === local ? each.text : deepText(each, local);
    if (text) return text;
  }
  return undefined;
}

function executable(plugins: readonly XmlElement[], known: Properties): BuildModule['executable'] {
  const named = (name: string): XmlElement | undefined => plugins.find((each) => pluginName(each, known).endsWith(`:${name}`));
  const boot = named('spring-boot-maven-plugin');
  const skipped = boot && /^true$/.test(descend(boot, 'configuration', 'skip')?.text ?? '');
  if (boot && !skipped) return 'boot';
  if (named('quarkus-maven-plugin')) return 'distribution';
  const shaded = [named('maven-shade-plugin'), named('maven-assembly-plugin')].find((each) => each && (deepText(each, 'mainClass') ?? deepText(each, 'Main-Class')));
  return shaded ? 'fat-jar' : undefined;
}

/** Classifier of the archive that starts: of the Boot plugin, or of an assembly with all dependencies. */
function classifier(project: XmlElement, plugins: readonly XmlElement[], known: Properties): string | undefined {
  const boot = [...plugins.filter((each) => pluginName(each, known) === bootPlugin), managedPlugin(project, bootPlugin, known)].flatMap((each) => each ?? []);
  const stated = boot.flatMap((each) => [each, ...(child(each, 'executions')?.children ?? [])]).map((each) => descend(each, 'configuration', 'classifier')?.text).find(Boolean);
  if (stated) return resolve(stated, known);
  const named = (name: string): boolean => plugins.some((each) => pluginName(each, known).endsWith(`:${name}`));
  return boot.length === 0 && named('maven-assembly-plugin') && !named('maven-shade-plugin') ? 'jar-with-dependencies' : undefined;
}

function localLibraries(project: XmlElement): boolean {
  const system = children(child(project, 'dependencies') ?? project, 'dependency').some((each) => childText(each, 'scope') === 'system');
  return system || (child(project, 'repositories')?.children ?? []).some((each) => childText(each, 'url')?.startsWith('file:'));
}

function javaVersion(project: XmlElement, plugins: readonly XmlElement[], known: Properties): number | undefined {
  const compiler = [...plugins, managedPlugin(project, 'org.apache.maven.plugins:maven-compiler-plugin', known)].find((each) => each && pluginName(each, known).endsWith(':maven-compiler-plugin'));
  const configured = ['release', 'source', 'target'].map((name) => compiler && descend(compiler, 'configuration', name)?.text);
  const stated = [...configured, known['maven.compiler.release'], known['maven.compiler.source'], known['maven.compiler.target'], known['java.version']];
  return stated.map((each) => each && javaRelease(resolve(each, known))).find((each) => each !== undefined && each !== '') as number | undefined;
}

/** Where Maven looks for the parent: `relativePath`, by default the folder above; '' means the repository only. */
function parentOf(project: XmlElement, dir: string, known: Properties): BuildModule['parent'] {
  const parent = child(project, 'parent');
  if (!parent) return undefined;
  const written = child(parent, 'relativePath');
  const path = written ? written.text.replace(/\/?pom\.xml$/, '') : '..';
  const looked = written && written.text === '' ? undefined : join(dir, path || '.');
  return { name: nameOf(parent, '', known), ...defined<{ version: string; dir: string }>({ version: childText(parent, 'version'), dir: looked }) };
}

/** What a POM says; `undefined` when it names no artifact. `dir` is its folder. */
export function readPom(project: XmlElement, dir: string): BuildModule | undefined {
  const name = childText(project, 'artifactId');
  if (!name) return undefined;
  const known = scope(project);
  const { runtime, provided, overlays, versions } = dependencies(project, known);
  const plugins = allPlugins(project);
  const packaging = childText(project, 'packaging') ?? 'jar';
  const artifact = descend(project, 'build', 'finalName')?.text;
  // The plugin that makes the jar is always there, so what a project says of it for its modules holds for itself.
  const jar = managedPlugin(project, 'org.apache.maven.plugins:maven-jar-plugin', known);
  const main = [...plugins, ...(jar ? [jar] : [])].map((plugin) => deepText(plugin, 'mainClass')).find(Boolean);
  return {
    tool: 'maven', name, packaging: packaging === 'war' || packaging === 'ear' || packaging === 'pom' ? packaging : 'jar',
    dependencies: runtime, provided, versions, plugins: [...new Set(plugins.map((plugin) => pluginName(plugin, known)))],
    modules: children(child(project, 'modules') ?? project, 'module').map((each) => each.text).filter(Boolean),
    properties: withoutSecrets(properties(project)), scripts: {},
    ...(overlays.length > 0 ? { overlays } : {}),
    ...defined<BuildModule>({
      group: known['project.groupId'], version: known['project.version'] && resolve(known['project.version'], known),
      artifact: artifact && resolve(artifact, known), javaVersion: javaVersion(project, plugins, known), bootVersion: bootVersion(project, versions, known),
      executable: executable(plugins, known), imageBuild: imageBuild(plugins, known), classifier: classifier(project, plugins, known), localLibraries: localLibraries(project) || undefined, parent: parentOf(project, dir, known), main: main && resolve(main, known),
    } as BuildModule),
  };
}
