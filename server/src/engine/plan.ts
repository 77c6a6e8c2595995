import { basename, dirname } from '../base/paths.js';
import type { Language } from '../contract/nodes.js';
import type { BuildTool, Module } from '../contract/workspace.js';
import { languageOf } from '../syntax/languages.js';
import { isData, roleOf } from './roles.js';

export interface PlannedFile {
  readonly path: string;
  readonly language: Language;
}

/** Which files to read and which module each belongs to. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly modules: ModuleIndex;
}

const buildFiles: Readonly<Record<string, BuildTool>> = {
  'pom.xml': 'maven', 'build.gradle': 'gradle', 'build.gradle.kts': 'gradle', 'package.json': 'npm',
};

/** What the plan must know of a `package.json`, read before anything else. */
export interface PackageFacts {
  /** Declares npm workspaces: packages below belong to one application. */
  readonly workspaces: boolean;
  /** Depends on a browser framework and on nothing that listens: its code runs in the browser. */
  readonly browserOnly: boolean;
}

const browserPackages = /^(?:vue|react-dom|@angular\/core|svelte|preact|solid-js|lit|jquery|ember-source|@ionic\/\w+|react-scripts|element-plus|ant-design-vue)$/;
const serverPackages = /^(?:express|koa|fastify|@nestjs\/core|@hapi\/hapi|hapi|next|nuxt|@remix-run\/.*|@sveltejs\/kit|socket\.io|ws|restify|polka|meteor-node-stubs|connect|@adonisjs\/core|sails|loopback|@loopback\/core|apollo-server.*|@apollo\/server|mongoose|sequelize|typeorm|prisma|@prisma\/client|knex|pg|mysql2?|mongodb|redis|ioredis|better-sqlite3|sqlite3|hono|h3|elysia|moleculer|bull|bullmq)$/;

/** Reads what the plan needs from the text of a `package.json`; broken JSON tells nothing. */
export function packageFacts(text: string): PackageFacts {
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  } catch {
    return { workspaces: false, browserOnly: false };
  }
  const names = ['dependencies', 'devDependencies'].flatMap((key) => Object.keys((manifest?.[key] ?? {}) as object));
  const runtime = Object.keys((manifest?.['dependencies'] ?? {}) as object);
  return {
    workspaces: manifest?.['workspaces'] !== undefined,
    browserOnly: names.some((name) => browserPackages.test(name)) && !runtime.some((name) => serverPackages.test(name)),
  };
}

/** Modules of a workspace, found by their build files. */
export class ModuleIndex {
  private readonly byDir: ReadonlyMap<string, Module>;
  /** All modules, sorted by folder. */
  readonly all: readonly Module[];

  constructor(paths: readonly string[], private readonly packages: ReadonlyMap<string, PackageFacts>) {
    const builds = new Map<string, { tool: BuildTool; path: string }>();
    for (const path of paths) {
      const tool = buildFiles[basename(path)];
      const dir = dirname(path);
      // A JVM build decides over a package.json beside it, which then only builds the front end.
      if (tool && (!builds.has(dir) || tool !== 'npm')) builds.set(dir, { tool, path });
    }
    const byDir = new Map<string, Module>([['', { dir: '', tool: undefined, buildFile: undefined, application: '' }]]);
    for (const dir of [...builds.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const build = builds.get(dir);
      if (build) byDir.set(dir, { dir, tool: build.tool, buildFile: build.path, application: this.application(dir, build.tool, byDir) });
    }
    this.byDir = byDir;
    this.all = [...byDir.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1));
  }

  private application(dir: string, tool: BuildTool, known: ReadonlyMap<string, Module>): string {
    for (let above = dir; above !== ''; ) {
      above = dirname(above);
      const module = known.get(above);
      if (!module?.tool) continue;
      const sameFamily = (module.tool === 'npm') === (tool === 'npm');
      if (sameFamily && (tool !== 'npm' || this.packages.get(module.buildFile ?? '')?.workspaces)) return module.application;
      return dir;
    }
    return dir;
  }

  /** The module whose folder is nearest above the path. */
  of(path: string): Module {
    for (let dir = dirname(path); ; dir = dirname(dir)) {
      const module = this.byDir.get(dir);
      if (module) return module;
      if (dir === '') throw new Error('the workspace root is always a module');
    }
  }

  /** Whether the code of the path's package runs in the browser only. */
  isBrowserOnly(path: string): boolean {
    for (let dir = dirname(path); ; dir = dirname(dir)) {
      const facts = this.packages.get(dir === '' ? 'package.json' : `${dir}/package.json`);
      if (facts) return facts.browserOnly;
      if (dir === '') return false;
    }
  }
}

/** Folders `client/` that stand beside a `server/` in one package: what they hold goes to the browser. */
function clientFolders(paths: readonly string[], packages: ReadonlyMap<string, PackageFacts>): ReadonlySet<string> {
  const folders = new Set(paths.flatMap((path) => [...path.matchAll(/(?<![^/])(?:client|server)\//g)].map((match) => path.slice(0, match.index) + match[0])));
  return new Set([...folders].filter((folder) => folder.endsWith('client/') && folders.has(folder.replace(/client\/$/, 'server/')) && !packages.has(`${folder}package.json`)));
}

/** Folders `client/` that stand beside a module of GWT: their Java is compiled to a script that runs in the browser. */
function compiledClients(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter((path) => path.endsWith('.gwt.xml')).map((path) => (dirname(path) === '' ? 'client/' : `${dirname(path)}/client/`)));
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let dir = dirname(path); dir !== ''; dir = dirname(dir)) if (folders.has(`${dir}/`)) return true;
  return false;
}

/**
 * Decides by path which files are read. `packages` maps the path of every `package.json` to what it says.
 * `exclude` is the user's own filter.
 */
export function makePlan(paths: readonly string[], packages: ReadonlyMap<string, PackageFacts>, exclude: (path: string) => boolean): Plan {
  const modules = new ModuleIndex(paths, packages);
  const clients = clientFolders(paths, packages);
  const compiled = compiledClients(paths);
  const files: PlannedFile[] = [];
  for (const path of paths) {
    const language = languageOf(path);
    if (!language || isData(path) || exclude(path)) continue;
    if (roleOf(path, language) !== 'product') continue;
    if (language === 'typescript' && (modules.isBrowserOnly(path) || isBelow(path, clients))) continue;
    if (language === 'java' && compiled.size > 0 && isBelow(path, compiled)) continue;
    files.push({ path, language });
  }
  return { files, modules };
}

