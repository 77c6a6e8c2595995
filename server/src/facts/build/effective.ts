import { dirname, isInside } from '../../base/paths.js';
import type { Fact, Model, Module } from '../../contract/workspace.js';
import { withCatalog } from './catalog.js';
import type { BuildModule, GradleCatalog } from './kinds.js';
import { javaRelease, resolve } from './values.js';

type BuildFact = Fact<'build.module'>;

/** What the module's own build file says; a JVM build wins over a `package.json` beside it. */
export function buildOf(model: Model, dir: string): BuildFact | undefined {
  const file = model.modules.find((module) => module.dir === dir)?.buildFile;
  return file === undefined ? undefined : model.facts('build.module').find((fact) => fact.file === file);
}

/** The parent's own facts, when its build file is in the workspace. */
function parentOf(model: Model, fact: BuildFact): BuildFact | undefined {
  const { tool, parent } = fact.value;
  if (tool === 'maven') {
    const all = model.facts('build.module').filter((other) => other !== fact && other.value.tool === 'maven' && parent && `${other.value.group ?? ''}:${other.value.name}` === parent.name);
    return all.find((other) => dirname(other.file) === parent?.dir) ?? all[0];
  }
  if (tool !== 'gradle') return undefined;
  // Scripts above configure the projects below them.
  const above = model.facts('build.module').filter((other) => other.value.tool === 'gradle' && other !== fact && isInside(dirname(fact.file), dirname(other.file)));
  return above.sort((a, b) => b.file.length - a.file.length)[0];
}

/** The build file with its parents', nearest first; ends at the first parent outside the workspace. */
export function buildLine(model: Model, fact: BuildFact): readonly BuildFact[] {
  const line = [fact];
  for (let next = parentOf(model, fact); next && !line.includes(next); next = parentOf(model, next)) line.push(next);
  return line;
}

/** Name that `settings.gradle` in the same folder gives to the project there. */
function gradleName(model: Model, fact: BuildFact): string | undefined {
  const dir = dirname(fact.file);
  return model.facts('build.gradle-settings').find((settings) => dirname(settings.file) === dir)?.value.name;
}

/** The catalog of the build that a folder is part of. */
function catalogFor(model: Model, dir: string): GradleCatalog | undefined {
  const all = model.facts('build.gradle-settings').filter(({ file, value }) => value.catalog !== undefined && isInside(dir, dirname(dirname(file))));
  return all.sort((a, b) => b.file.length - a.file.length)[0]?.value.catalog;
}

/**
 * What a module comes to once its parents in the workspace are joined: Java and Boot version, image build,
 * dependencies, versions and properties are inherited; what makes it an artefact of its own (packaging, main class,
 * executable) is not. `undefined` when the folder has no build file.
 */
export function effectiveModule(model: Model, dir: string): BuildModule | undefined {
  const known = joined.get(model) ?? new Map<string, BuildModule | undefined>();
  joined.set(model, known);
  if (!known.has(dir)) known.set(dir, joinLine(model, dir));
  return known.get(dir);
}

/** Modules as they were joined: build files do not change while rules look at a model, and every rule asks for the same. */
const joined = new WeakMap<Model, Map<string, BuildModule | undefined>>();

function joinLine(model: Model, dir: string): BuildModule | undefined {
  const fact = buildOf(model, dir);
  if (!fact) return undefined;
  const catalog = fact.value.tool === 'gradle' ? catalogFor(model, dir) : undefined;
  const read = buildLine(model, fact).map(({ value }) => value);
  const line = catalog ? read.map((each) => withCatalog(each, catalog)) : read;
  const [own = fact.value] = line;
  const properties = Object.assign({}, ...[...line].reverse().map((each) => each.properties)) as Record<string, string>;
  const fill = (text: string): string => resolve(text, properties);
  const first = <T>(pick: (module: BuildModule) => T | undefined): T | undefined => line.map(pick).find((value) => value !== undefined);
  // A Gradle script hands down only what it says it does.
  const inherited = own.tool === 'maven' ? line : [own, ...line.slice(1).flatMap((each) => each.handedDown ?? [])];
  const javaVersion = first((each) => each.javaVersion) ?? ['maven.compiler.release', 'maven.compiler.source', 'java.version'].map((name) => javaRelease(fill(properties[name] ?? ''))).find((each) => each !== undefined);
  const bootVersion = first((each) => each.bootVersion);
  const imageBuild = first((each) => each.imageBuild);
  const classifier = own.executable === 'boot' ? first((each) => each.classifier) : own.classifier;
  return {
    ...own,
    name: gradleName(model, fact) ?? own.name,
    dependencies: [...new Set(inherited.flatMap((each) => each.dependencies.map(fill)))],
    provided: [...new Set(inherited.flatMap((each) => each.provided.map(fill)))],
    versions: Object.fromEntries([...line].reverse().flatMap((each) => Object.entries(each.versions)).map(([name, version]) => [fill(name), fill(version)])),
    plugins: [...new Set((own.tool === 'maven' ? line : [own]).flatMap((each) => each.plugins))],
    properties,
    ...(own.artifact === undefined ? {} : { artifact: fill(own.artifact) }),
    ...(own.version === undefined ? {} : { version: fill(own.version) }),
    ...(javaVersion === undefined ? {} : { javaVersion }),
    ...(bootVersion === undefined ? {} : { bootVersion: fill(bootVersion) }),
    ...(imageBuild === undefined ? {} : { imageBuild }),
    ...(classifier === undefined ? {} : { classifier }),
  };
}

/** Whether a dependency as written (`group:artifact`, `:path:to:project`, package name) is a module of the workspace. */
export function namesModule(model: Model, dependency: string, module: Module): boolean {
  if (dependency.startsWith(':')) {
    const path = dependency.slice(1).replaceAll(':', '/');
    return module.dir === path || module.dir.endsWith(`/${path}`);
  }
  const build = effectiveModule(model, module.dir);
  if (!build) return false;
  return build.tool === 'npm' ? build.name === dependency : dependency.slice(dependency.indexOf(':') + 1) === build.name;
}
