import { isInside } from '../../base/paths.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { profileKind, profileOfPath } from '../../syntax/config-file.js';
import { withFallbacks } from '../../syntax/placeholders.js';
import { unknownValue } from '../../syntax/yaml/helm.js';
import { effectiveModule } from '../build/effective.js';
import { codeOf } from '../code.js';
import { contains, deployables, type Deployable } from '../deployable.js';
import { settingReads, valuesOf, type SettingValue } from '../settings.js';

/** Fact kinds that the functions of this file look at. */
export const webReads: readonly FactKind[] = [...settingReads, 'build.gradle-settings', 'build.entry-point', 'build.servlet-api', 'image.dockerfile'];

/** An application that is started by itself, with everything of the workspace that its artefact holds. */
export interface Application {
  readonly deployable: Deployable;
  /** Folders of its modules, its own first. */
  readonly dirs: readonly string[];
  /** Runtime and provided dependencies of all of them; Gradle catalog entries are written like artefacts: `libs:spring-boot-starter-web`. */
  readonly libraries: readonly string[];
}

function written(name: string): string {
  return name.startsWith('libs.') ? `libs:${name.slice(5).replaceAll('.', '-')}` : name;
}

/** Applications as they were found; every rule asks for the same, and a model does not change while rules look at it. */
const found = new WeakMap<Model, Map<string, Application | undefined>>();

/** The application that is started from a folder; `undefined` when none is, or when another one contains it. */
export function applicationIn(model: Model, dir: string): Application | undefined {
  const known = found.get(model) ?? new Map<string, Application | undefined>();
  found.set(model, known);
  if (!known.has(dir)) known.set(dir, findApplication(model, dir));
  return known.get(dir);
}

function findApplication(model: Model, dir: string): Application | undefined {
  const deployable = deployables(model).find((each) => each.dir === dir);
  if (!deployable || deployables(model).some((other) => contains(model, other, deployable))) return undefined;
  const dirs = [...new Set([dir, ...codeOf(model, dir).modules.map((module) => module.dir)])];
  const modules = dirs.flatMap((each) => effectiveModule(model, each) ?? []);
  return { deployable, dirs, libraries: [...new Set(modules.flatMap(({ dependencies, provided }) => [...dependencies, ...provided]).map(written))] };
}

/** Whether a fact stands in one of the application's modules. */
export function isOwn({ dirs }: Application, fact: { readonly module: string }): boolean {
  return dirs.includes(fact.module);
}

/** Whether a file belongs to another application of the workspace. */
function isForeign(model: Model, { deployable, dirs }: Application, file: string): boolean {
  const { dir } = model.moduleOf(file);
  return !dirs.includes(dir) && deployables(model).some((other) => other !== deployable && other.dir === dir);
}

/** Kind of a value's profile; in a module that only shows something, all files have that profile, which is then the default. */
function kindIn({ deployable }: Application, profile: string | undefined): ReturnType<typeof profileKind> {
  return profile !== undefined && profile === profileOfPath(`${deployable.dir}/x`) ? 'default' : profileKind(profile);
}

/** Whether the folder says that the application only shows how something is done: nobody runs it for users. */
export function isShown({ deployable }: Application): boolean {
  return profileKind(profileOfPath(`${deployable.dir}/x`)) === 'development';
}

/** Values of a setting that count in a deployment of the application: not those for a desk or a test, nor another application's. */
export function settingsIn(model: Model, application: Application, key: string): readonly SettingValue[] {
  return valuesOf(model, `${application.deployable.dir}/x`, key).filter(({ from, profile, place }) =>
    from === 'environment' || (from === 'file' && !['development', 'test'].includes(kindIn(application, profile)) && !isForeign(model, application, place.file)));
}

/** The value of a setting with the defaults of its placeholders; `undefined` when it is not set, or only outside of the workspace. */
export function settingIn(model: Model, application: Application, key: string): string | undefined {
  const value = settingsIn(model, application, key)[0]?.value;
  const filled = value === undefined ? undefined : withFallbacks(value).trim();
  return filled === undefined || filled.includes(unknownValue) ? undefined : filled;
}

/** Libraries that make a Spring Boot application answer HTTP requests. */
const bootWeb = /:(?:spring-boot-starter-(?:web|webmvc|webflux|jersey|jetty|tomcat|undertow|thymeleaf|freemarker|mustache|web-services|webservices|hateoas|data-rest|websocket|graphql)|spring-boot-web-server|spring-cloud-starter-gateway[\w-]*|spring-cloud-starter-netflix-(?:eureka-server|zuul)|spring-cloud-config-server|spring-boot-admin-(?:starter-)?server)$/;

/** Whether the application answers HTTP requests. */
export function isWeb(model: Model, application: Application): boolean {
  const { deployable, dirs, libraries } = application;
  if (deployable.kind === 'war' || deployable.kind === 'fat-jar') return true;
  if (deployable.kind === 'ear') return dirs.some((dir) => effectiveModule(model, dir)?.packaging === 'war');
  // A profile that only migrates or only works off jobs says nothing of the others.
  const [type] = settingsIn(model, application, 'spring.main.web-application-type').filter(({ profile }) => kindIn(application, profile) === 'default');
  if (type?.value !== undefined && withFallbacks(type.value).trim() === 'none') return false;
  // Libraries may come from a script that is applied, which no reader joins; filters and servlets are there for requests.
  return libraries.some((name) => bootWeb.test(name)) || model.facts('build.servlet-api').some((fact) => isOwn(application, fact)) || dirs.some((dir) => model.files.some((file) => isInside(file, dir === '' ? 'src/main/webapp' : `${dir}/src/main/webapp`)));
}

/** Facts of a kind that stand in the application's modules. */
export function factsIn<K extends FactKind>(facts: readonly Fact<K>[], application: Application): readonly Fact<K>[] {
  return facts.filter((fact) => isOwn(application, fact));
}
