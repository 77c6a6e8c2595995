import { dirname, isInside, join } from '../base/paths.js';
import type { Model } from '../contract/workspace.js';
import type { BuildModule } from './build/kinds.js';
import { buildOf, effectiveModule } from './build/effective.js';

/** A module whose artefact is started by itself, so that an image of it makes sense. */
export interface Deployable {
  readonly dir: string;
  readonly kind: 'boot-jar' | 'fat-jar' | 'war' | 'ear' | 'node';
  readonly module: BuildModule;
}

/** Libraries that answer requests from a `main` method, by Maven name. */
const embeddedServers = /^(?:org\.eclipse\.jetty:jetty-server|io\.undertow:undertow-core|io\.vertx:vertx-(?:core|web)|io\.netty:netty-(?:all|codec-http)|org\.apache\.tomcat\.embed:tomcat-embed-core|io\.javalin:javalin|io\.ktor:ktor-server-(?:netty|cio|jetty|tomcat)[\w-]*|com\.sparkjava:spark-core|io\.dropwizard:dropwizard-core|io\.helidon\.[\w.]+:[\w-]+|io\.micronaut:micronaut-http-server-netty|io\.grpc:grpc-netty(?:-shaded)?|com\.linecorp\.armeria:armeria|org\.glassfish\.jersey\.containers:[\w-]+|org\.http4s:[\w-]+)$/;
const nodeServers = /^(?:express|koa|fastify|@nestjs\/core|@hapi\/hapi|hapi|restify|polka|next|nuxt|socket\.io|@grpc\/grpc-js|grpc|hono|@hono\/node-server|@adonisjs\/core|@feathersjs\/(?:express|koa)|sails|@loopback\/rest|loopback|@apollo\/server|apollo-server(?:-\w+)?|@remix-run\/(?:serve|express)|@react-router\/(?:serve|node)|@sveltejs\/adapter-node|meteor|moleculer-web|@strapi\/strapi|ws|h3|nitropack|connect|@midwayjs\/\w+|egg)$/;
/** Start scripts of tools that serve a front end while it is developed. */
const developmentServer = /(?:^|\s|\/)(?:react-scripts|vite|vue-cli-service|ng|webpack(?:-dev-server)?|parcel|gulp|grunt|storybook|start-storybook|electron|expo|live-server|browser-sync|docusaurus|gatsby)(?:\s|$)/;
/** Modules that exist for tests, for showing or for people at a prompt, by their name. */
const notShipped = /(?:^|[-_.])(?:tests?|testing|itests?|it|e2e|selenium|benchmarks?|jmh|archetype|docs?)$|[-_.](?:cli|tools?)$/i;

/** What is asked of the whole workspace again and again. A model does not change while rules look at it, so it is kept with it. */
interface Index {
  /** Folders with sources: `dir/src/main/java`, `dir/WebContent`. */
  readonly sources: ReadonlySet<string>;
  deployables?: readonly Deployable[];
}

const indexes = new WeakMap<Model, Index>();

function indexOf(model: Model): Index {
  const known = indexes.get(model);
  if (known) return known;
  const sources = new Set(model.files.flatMap((file) => /^(?:.*\/)?(?:src\/main\/[^/]+|WebContent)(?=\/)/.exec(file)?.[0] ?? []));
  const index: Index = { sources };
  indexes.set(model, index);
  return index;
}

function hasSources(model: Model, dir: string): boolean {
  const { sources } = indexOf(model);
  return ['java', 'kotlin', 'groovy', 'scala', 'webapp'].some((name) => sources.has(join(dir, 'src/main', name) ?? '')) || sources.has(join(dir, 'WebContent') ?? '');
}

/** Whether a WAR beside others holds nothing that runs: pages and pictures that a server of the others hands out. */
function onlyFiles(model: Model, dir: string): boolean {
  // What a parent gives to all modules tells nothing of this one.
  const { dependencies = [], provided = [] } = buildOf(model, dir)?.value ?? {};
  const { sources } = indexOf(model);
  if (dir === '' || dependencies.length + provided.length > 0 || ['java', 'kotlin', 'groovy', 'scala'].some((name) => sources.has(join(dir, 'src/main', name) ?? ''))) return false;
  return !model.files.some((file) => isInside(file, dir) && /\.jspx?$|(?:^|\/)WEB-INF\/lib\//.test(file));
}

function startsBoot(model: Model, dir: string, module: BuildModule): boolean {
  const entry = model.facts('build.entry-point').some((fact) => fact.module === dir);
  const usesBoot = module.executable === 'boot' || module.plugins.some((name) => /spring-boot-maven-plugin$|^org\.springframework\.boot$/.test(name)) || (module.tool === 'gradle' && module.bootVersion !== undefined);
  if (entry) return usesBoot;
  // Groovy and Scala are not read, and Kotlin may start an application in words of its own: the build alone has to tell.
  const { sources } = indexOf(model);
  const written = (language: string): boolean => sources.has(join(dir, 'src/main', language) ?? '');
  return module.executable === 'boot' && ['kotlin', 'groovy', 'scala'].some(written) && !written('java');
}

function jvmKind(model: Model, dir: string, module: BuildModule): Deployable['kind'] | undefined {
  const { packaging } = module;
  if (packaging === 'pom' || notShipped.test(module.name)) return undefined;
  if (packaging === 'ear') return 'ear';
  if (packaging === 'war') return (hasSources(model, dir) && !onlyFiles(model, dir)) || module.overlays ? 'war' : undefined;
  if (startsBoot(model, dir, module)) return 'boot-jar';
  const serves = [...module.dependencies, ...module.provided].some((name) => embeddedServers.test(name));
  return module.executable && serves && (module.main !== undefined || module.executable === 'distribution') ? 'fat-jar' : undefined;
}

/** Files that a package without a start script is started with, in the order npm and people look for them. */
const usualEntries = ['server.js', 'app.js', 'index.js', 'main.js', 'server.mjs', 'index.mjs', 'app.mjs', 'src/server.js', 'src/index.js', 'src/app.js', 'src/server.ts', 'src/index.ts', 'src/main.ts', 'src/app.ts', 'server.ts', 'index.ts', 'app.ts', 'main.ts'];

/** Whether a package lies among the sources of another one, which is itself one of several: what a generator writes new projects from. */
function isTemplate(model: Model, dir: string): boolean {
  return model.modules.some((other) => other.dir !== '' && other.dir !== dir && isInside(dir, `${other.dir}/src`) && buildOf(model, other.dir)?.value.tool === 'npm' && model.modules.some((root) => root.dir !== other.dir && isInside(other.dir, root.dir)));
}

/** `prod` is what many call their build; here it starts a server in production. */
const startsInProduction = /\bnode\s(?:[^&|;]*[\s/])?(?:server|app|index|main|www)(?:\.[cm]?[jt]s)?\s*$/;

/** The script that starts a package, under the names that people give it. */
function startScript({ scripts }: BuildModule): string | undefined {
  return scripts['start'] ?? ['prod', 'production'].map((name) => scripts[name]).find((script) => startsInProduction.test(script ?? ''));
}

function isNodeServer(model: Model, dir: string, module: BuildModule): boolean {
  if (module.host !== undefined || notShipped.test(module.name)) return false;
  if (!module.dependencies.some((name) => nodeServers.test(name))) return false;
  if (isTemplate(model, dir)) return false;
  const start = startScript(module);
  if (start !== undefined) return !developmentServer.test(start);
  // Without a start script only an unpublished package is an application; a published one is a library with a server in it.
  return module.private === true && [module.main, ...usualEntries].some((entry) => entry !== undefined && model.hasFile(join(dir, entry) ?? ''));
}

/** How the module in a folder is started, if it is. */
export function deployableIn(model: Model, dir: string): Deployable | undefined {
  const module = effectiveModule(model, dir);
  if (!module) return undefined;
  const kind = kindOf(model, dir, module);
  return kind && { dir, kind, module };
}

function kindOf(model: Model, dir: string, module: BuildModule): Deployable['kind'] | undefined {
  if (module.tool === 'npm') return isNodeServer(model, dir, module) ? 'node' : undefined;
  return module.tool === 'maven' || module.tool === 'gradle' ? jvmKind(model, dir, module) : undefined;
}

/** Whether another module of the workspace packages this one: a WAR in an EAR, a module that the started one depends on. */
function isPartOf(model: Model, part: Deployable, whole: Deployable): boolean {
  const { dependencies, provided, overlays = [] } = whole.module;
  // What a program of the same workspace takes in is started with it, unless it has a start of its own.
  if (part.kind === 'node') return whole.kind === 'node' && startScript(part.module) === undefined && dependencies.includes(part.module.name);
  const maven = `${part.module.group ?? ''}:${part.module.name}`;
  // A WAR that another one only names is deployed beside it; of a project that applies `war`, Gradle takes the classes.
  if (part.kind === 'war' && whole.kind === 'war') return overlays.includes(maven) || dependencies.some((name) => isProjectAt(model, name, part.dir));
  return [...dependencies, ...provided].some((name) => name === maven || isProjectAt(model, name, part.dir));
}

/** Whether a dependency is the Gradle project in a folder: `:shop:core`. */
function isProjectAt(model: Model, name: string, dir: string): boolean {
  if (!name.startsWith(':')) return false;
  const path = name.slice(1).replaceAll(':', '/');
  return path === dir || model.facts('build.gradle-settings').some(({ file, value }) => join(dirname(file), value.moved?.[path] ?? path) === dir);
}

/** Every module that is started by itself; those packaged inside another one are left to it. */
export function deployables(model: Model): readonly Deployable[] {
  const index = indexOf(model);
  index.deployables ??= findDeployables(model);
  return index.deployables;
}

function findDeployables(model: Model): readonly Deployable[] {
  const all = model.modules.flatMap((module) => deployableIn(model, module.dir) ?? []);
  return all.filter((one) => !all.some((other) => other !== one && (other.kind === 'ear' || (one.kind === 'war' && other.kind === 'war') || one.kind === 'node') && isPartOf(model, one, other)));
}

/** Whether a module is started through another deployable module that contains it. */
export function contains(model: Model, whole: Deployable, part: Deployable): boolean {
  return whole.dir !== part.dir && isPartOf(model, part, whole);
}

/** The build file of a module, for findings about it. */
export function buildFileOf(model: Model, dir: string): string | undefined {
  return buildOf(model, dir)?.file;
}

/** The JVM application that a file is part of: its own module when that one is started, else the only started one; `undefined` when it may be several. */
export function deployableOf(path: string, model: Model): Deployable | undefined {
  const { dir, application } = model.moduleOf(path);
  const own = deployableIn(model, dir);
  const wanted = (each: Deployable | undefined): each is Deployable => each?.kind === 'war' || each?.kind === 'boot-jar';
  if (wanted(own)) return own;
  const others = deployables(model).filter((each) => wanted(each) && model.moduleOf(`${each.dir}/x`).application === application);
  return others.length === 1 ? others[0] : undefined;
}
