import { dirname } from '../base/paths.js';
import type { Language } from '../contract/nodes.js';
import { languageOf } from '../syntax/languages.js';
import { clientProjects, type ProjectFacts } from './dotnet-projects.js';
import { ModuleIndex, type PackageFacts } from './modules.js';
import { isData, isReadByName, roleOf } from './roles.js';

export interface PlannedFile {
  readonly path: string;
  readonly language: Language;
}

/** Which files to read and which module each belongs to. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly modules: ModuleIndex;
}

/** Files that only pages need. */
const pageFile = /\.(?:[jt]sx|vue|svelte|html?|css|s[ac]ss|less)$/i;
const sides = /(?<![^/])(?:client|server|front-?end)\//g;

/**
 * Folders whose scripts go to the browser although the package around them serves: `frontend/` without a package of its
 * own, and `client/` beside a `server/`. Deeper than the package's own folder that is a client only with pages or styles
 * in it: `src/client/` may as well hold what calls other servers.
 */
function clientFolders(paths: readonly string[], packages: ReadonlyMap<string, PackageFacts>): ReadonlySet<string> {
  const folders = new Set(paths.flatMap((path) => [...path.matchAll(sides)].map((match) => path.slice(0, match.index) + match[0])));
  const isBesideServer = (folder: string): boolean => {
    const parent = folder.slice(0, -'client/'.length);
    return folders.has(`${parent}server/`) && paths.some((path) => path === `${parent}package.json` || (path.startsWith(folder) && pageFile.test(path)));
  };
  const isClient = (folder: string): boolean => /front-?end\/$/.test(folder) || (folder.endsWith('client/') && isBesideServer(folder));
  return new Set([...folders].filter((folder) => isClient(folder) && ![...packages.keys()].some((file) => file.startsWith(folder))));
}

/** Folders `client/` that stand beside a module of GWT: their Java is compiled to a script that runs in the browser. */
function compiledClients(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter((path) => path.endsWith('.gwt.xml')).map((path) => (dirname(path) === '' ? 'client/' : `${dirname(path)}/client/`)));
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let dir = dirname(path); dir !== ''; dir = dirname(dir)) if (folders.has(`${dir}/`)) return true;
  return false;
}

/** Projects of .NET whose programs do not serve; those that test or build do not say what is a server. */
function clientsOf(paths: readonly string[], projects: ReadonlyMap<string, ProjectFacts>): ReadonlySet<string> {
  if (projects.size === 0) return new Set();
  const images = new Set(paths.filter((path) => languageOf(path) === 'dockerfile').map(dirname));
  return clientProjects(new Map([...projects].filter(([path]) => roleOf(path, 'xml') === 'product')), (dir) => images.has(dir));
}

/**
 * Decides by path which files are read. `packages` maps the path of every `package.json` to what it says, `projects`
 * that of every project file of .NET. `exclude` is the user's own filter. `apart` are folders, ending in a slash, of which
 * the build says that nothing below serves: modules of tests, and sources of a script for the browser.
 */
export function makePlan(paths: readonly string[], packages: ReadonlyMap<string, PackageFacts>, exclude: (path: string) => boolean, projects: ReadonlyMap<string, ProjectFacts> = new Map(), apart: ReadonlySet<string> = new Set()): Plan {
  const modules = new ModuleIndex(paths, packages);
  const clients = clientFolders(paths, packages);
  const compiled = compiledClients(paths);
  const programs = clientsOf(paths, projects);
  const files: PlannedFile[] = [];
  for (const path of paths) {
    const language = languageOf(path);
    if (!language || isData(path) || exclude(path)) continue;
    if (roleOf(path, language) !== 'product' || isBelow(path, apart)) continue;
    if (language === 'typescript' && !isReadByName(path) && (modules.runsElsewhere(path) || isBelow(path, clients))) continue;
    if (language === 'java' && compiled.size > 0 && isBelow(path, compiled)) continue;
    if (programs.size > 0 && /^(?:csharp|xml|json)$/.test(language) && programs.has(modules.of(path).dir)) continue;
    files.push({ path, language });
  }
  return { files, modules };
}

