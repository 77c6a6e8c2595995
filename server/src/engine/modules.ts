import { basename, dirname, extension } from '../base/paths.js';
import type { BuildTool, Module } from '../contract/workspace.js';

/** Build files by name, the one that decides first: a package.json beside another build only builds its front end. */
const buildFiles: readonly (readonly [name: string, tool: BuildTool])[] = [
  ['pom.xml', 'maven'], ['build.gradle', 'gradle'], ['build.gradle.kts', 'gradle'],
  ['go.mod', 'go'], ['composer.json', 'composer'],
  ['pyproject.toml', 'python'], ['requirements.txt', 'python'], ['Pipfile', 'python'], ['setup.py', 'python'], ['manage.py', 'python'],
  ['package.json', 'npm'],
];
const dotnetProjects = new Set(['csproj', 'vbproj', 'fsproj']);

interface Build {
  readonly tool: BuildTool;
  readonly path: string;
  /** Place in the order of what decides; lower wins. */
  readonly rank: number;
}

function buildOf(path: string): Build | undefined {
  const name = basename(path);
  if (dotnetProjects.has(extension(path))) return { tool: 'dotnet', path, rank: -1 };
  const rank = buildFiles.findIndex(([file]) => file === name);
  const tool = buildFiles[rank]?.[1];
  return tool && { tool, path, rank };
}

/** Builds of one family hold each other's modules. */
function family(tool: BuildTool): string {
  return tool === 'maven' || tool === 'gradle' ? 'jvm' : tool;
}

/** Python files that name no dependencies: the folder belongs to the project around it. */
const partsOfProject = new Set(['manage.py', 'setup.py']);

/** What the plan must know of a `package.json`, read before anything else. */
export interface PackageFacts {
  /** Declares npm workspaces: packages below belong to one application. */
  readonly workspaces: boolean;
  /** Depends on a browser framework and on nothing that listens: its code runs in the browser. */
  readonly browserOnly: boolean;
  /** Is installed as a command that asks people at a terminal, and depends on nothing that serves. */
  readonly terminalOnly: boolean;
}

const browserPackages = /^(?:vue|react-dom|@angular\/core|svelte|preact|solid-js|lit|jquery|ember-source|@ionic\/\w+|react-scripts|element-plus|ant-design-vue)$/;
const serverPackages = /^(?:express|koa|fastify|@nestjs\/core|@hapi\/hapi|hapi|next|nuxt|@remix-run\/.*|@sveltejs\/kit|socket\.io|ws|restify|polka|meteor-node-stubs|connect|@adonisjs\/core|sails|loopback|@loopback\/core|apollo-server.*|@apollo\/server|mongoose|sequelize|typeorm|prisma|@prisma\/client|knex|pg|mysql2?|mongodb|redis|ioredis|better-sqlite3|sqlite3|hono|h3|elysia|moleculer|bull|bullmq)$/;

const promptPackages = /^(?:inquirer|@inquirer\/[\w-]+|prompts|enquirer|@clack\/[\w-]+|readline-sync)$/;
/** Commands talk to servers by these as well, and preview pages with them. */
const clientPackages = /^(?:ws|connect|socket\.io)$/;

/** Reads what the plan needs from the text of a `package.json`; broken JSON tells nothing. */
export function packageFacts(text: string): PackageFacts {
  let manifest: Record<string, unknown>;
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  } catch {
    return { workspaces: false, browserOnly: false, terminalOnly: false };
  }
  const names = ['dependencies', 'devDependencies'].flatMap((key) => Object.keys((manifest?.[key] ?? {}) as object));
  const runtime = Object.keys((manifest?.['dependencies'] ?? {}) as object);
  // What is bundled for the image as a whole lists all that it needs as needed to build it.
  const needed = runtime.length > 0 ? runtime : names;
  return {
    workspaces: manifest?.['workspaces'] !== undefined,
    terminalOnly: manifest?.['bin'] !== undefined && runtime.some((name) => promptPackages.test(name)) && !runtime.some((name) => serverPackages.test(name) && !clientPackages.test(name)),
    browserOnly: names.some((name) => browserPackages.test(name)) && !needed.some((name) => serverPackages.test(name)),
  };
}

/** What MSBuild and its tools look for above a project. */
const sharedByProjects = /(?:^|\/)(?:global\.json|Directory\.(?:Build|Packages)\.props)$/i;

/** Modules of a workspace, found by their build files. */
export class ModuleIndex {
  private readonly byDir: ReadonlyMap<string, Module>;
  /** Folders with a solution of .NET. */
  private readonly solutions: ReadonlySet<string>;
  /** Folders whose packages pnpm installs together, which it says in a file of its own. */
  private readonly pnpm: ReadonlySet<string>;
  /** Folders with settings of .NET for all projects below. */
  private readonly shared: ReadonlySet<string>;
  /** All modules, sorted by folder. */
  readonly all: readonly Module[];

  constructor(paths: readonly string[], private readonly packages: ReadonlyMap<string, PackageFacts>) {
    const builds = new Map<string, Build>();
    for (const path of paths) {
      const build = buildOf(path);
      const dir = dirname(path);
      if (build && build.rank < (builds.get(dir)?.rank ?? Infinity)) builds.set(dir, build);
    }
    this.shared = new Set(paths.filter((path) => sharedByProjects.test(path)).map(dirname));
    this.pnpm = new Set(paths.filter((path) => basename(path) === 'pnpm-workspace.yaml').map(dirname));
    this.solutions = new Set(paths.filter((path) => /\.slnx?$/.test(path)).map(dirname));
    const byDir = new Map<string, Module>([['', { dir: '', tool: undefined, buildFile: undefined, application: '' }]]);
    for (const dir of [...builds.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
      const build = builds.get(dir);
      if (build) byDir.set(dir, { dir, tool: build.tool, buildFile: build.path, application: this.application(dir, build, byDir) });
    }
    this.byDir = byDir;
    this.all = [...byDir.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1));
  }

  private application(dir: string, build: Build, known: ReadonlyMap<string, Module>): string {
    // Projects of .NET stand side by side; what holds them together is the solution above them.
    if (build.tool === 'dotnet') return this.solutionAbove(dir) ?? dir;
    for (let above = dir; above !== ''; ) {
      above = dirname(above);
      const module = known.get(above);
      if (!module?.tool) continue;
      return family(module.tool) === family(build.tool) && this.holds(module, build) ? module.application : dir;
    }
    return dir;
  }

  private holds(module: Module, inner: Build): boolean {
    switch (inner.tool) {
      case 'npm':
        return this.packages.get(module.buildFile ?? '')?.workspaces === true || this.pnpm.has(module.dir);
      case 'python':
        return partsOfProject.has(basename(inner.path));
      case 'go':
        // A module of its own is built and released on its own.
        return false;
      default:
        return true;
    }
  }

  private solutionAbove(dir: string): string | undefined {
    for (let above = dir; ; above = dirname(above)) {
      if (this.solutions.has(above)) return above;
      if (above === '') return this.sharedAbove(dir);
    }
  }

  /** Without a solution, the outermost folder with settings that all projects below it are built by. */
  private sharedAbove(dir: string): string | undefined {
    let found: string | undefined;
    for (let above = dir; ; above = dirname(above)) {
      if (this.shared.has(above)) found = above;
      if (above === '') return found;
    }
  }

  /** The module whose folder is nearest above the path. */
  of(path: string): Module {
    for (let dir = dirname(path); ; dir = dirname(dir)) {
      const module = this.byDir.get(dir);
      if (module) return module;
      if (dir === '') throw new Error('the workspace root is always a module');
    }
  }

  /** Whether the code of the path's package runs in no server: in the browser only, or at somebody's terminal. */
  runsElsewhere(path: string): boolean {
    for (let dir = dirname(path); ; dir = dirname(dir)) {
      const facts = this.packages.get(dir === '' ? 'package.json' : `${dir}/package.json`);
      if (facts) return facts.browserOnly || facts.terminalOnly;
      if (dir === '') return false;
    }
  }
}
