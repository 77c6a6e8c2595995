import { basename, dirname, extension } from '../base/paths.js';
import picomatch from 'picomatch';
import type { Problem } from '../contract/finding.js';
import type { Settings } from '../contract/workspace.js';
import { projectFacts, type ProjectFacts } from '../engine/dotnet-projects.js';
import { gwtSources, runsInBrowser } from '../engine/gwt-sources.js';
import { holdsTests } from '../engine/maven-tests.js';
import { packageFacts, type PackageFacts } from '../engine/modules.js';
import { makePlan, type Plan } from '../engine/plan.js';
import { defaultSettings, readSettings, settingsFile } from '../engine/settings.js';
import { skipProblem } from './analyze.js';
import { chartsIn, type ChartFiles } from './charts.js';
import type { Host } from './host.js';

export interface Prepared {
  readonly plan: Plan;
  readonly settings: Settings;
  /** Every file of the workspace, analysed or not. */
  readonly listed: readonly string[];
  readonly problems: readonly Problem[];
  /** Helm charts by folder. */
  readonly charts: ReadonlyMap<string, ChartFiles>;
}

const projectFiles = new Set(['csproj', 'vbproj', 'fsproj']);

/** Lists a workspace and decides what to read. */
export function prepare(host: Host): Prepared {
  const { paths, problems } = host.list();
  const { settings, problems: settingProblems } = paths.includes(settingsFile) ? readSettingsFile(host) : { settings: defaultSettings, problems: [] };
  const { packages, projects, apart } = readBuilds(host, paths);
  const exclude = settings.exclude.length > 0 ? picomatch([...settings.exclude], { dot: true }) : () => false;
  return { plan: makePlan(paths, packages, exclude, projects, apart), settings, listed: paths, problems: [...problems, ...settingProblems], charts: chartsIn(paths) };
}

interface Builds {
  readonly packages: ReadonlyMap<string, PackageFacts>;
  readonly projects: ReadonlyMap<string, ProjectFacts>;
  /** Folders, ending in a slash, of which nothing serves. */
  readonly apart: ReadonlySet<string>;
}

/** What the files of the builds say that decides what is read. */
function readBuilds(host: Host, paths: readonly string[]): Builds {
  const packages = new Map<string, PackageFacts>();
  const projects = new Map<string, ProjectFacts>();
  const apart = new Set<string>();
  for (const path of paths) {
    const name = basename(path);
    const isProject = projectFiles.has(extension(path));
    // The module at the root is what somebody wants to know about.
    const isModule = name === 'pom.xml' && path !== name;
    const isScript = name.endsWith('.gwt.xml');
    if (!isProject && !isModule && !isScript && name !== 'package.json') continue;
    const read = host.read(path);
    if (!('text' in read)) continue;
    if (isProject) projects.set(path, projectFacts(read.text));
    else if (isScript) gwtSources(path, read.text).filter((folder) => !apart.has(folder) && isForBrowser(host, paths, folder)).forEach((folder) => apart.add(folder));
    else if (!isModule) packages.set(path, packageFacts(read.text));
    else if (holdsTests(read.text)) apart.add(`${dirname(path)}/`);
  }
  return { packages, projects, apart };
}

function isForBrowser(host: Host, paths: readonly string[], folder: string): boolean {
  return runsInBrowser(paths.filter((path) => path.startsWith(folder) && path.endsWith('.java')).flatMap((path) => {
    const read = host.read(path);
    return 'text' in read ? [read.text] : [];
  }));
}

function readSettingsFile(host: Host): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const read = host.read(settingsFile);
  if ('text' in read) return readSettings(read.text);
  return { settings: defaultSettings, problems: skipProblem(settingsFile, read.skipped) };
}
