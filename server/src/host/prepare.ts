import { basename, dirname, extension } from '../base/paths.js';
import picomatch from 'picomatch';
import type { Problem } from '../contract/finding.js';
import type { Settings } from '../contract/workspace.js';
import { projectFacts, type ProjectFacts } from '../engine/dotnet-projects.js';
import { holdsTests } from '../engine/maven-tests.js';
import { packageFacts, type PackageFacts } from '../engine/modules.js';
import { makePlan, type Plan } from '../engine/plan.js';
import { defaultSettings, readSettings, settingsFile } from '../engine/settings.js';
import { skipProblem } from './analyze.js';
import type { Host } from './host.js';

export interface Prepared {
  readonly plan: Plan;
  readonly settings: Settings;
  /** Every file of the workspace, analysed or not. */
  readonly listed: readonly string[];
  readonly problems: readonly Problem[];
}

const projectFiles = new Set(['csproj', 'vbproj', 'fsproj']);

/** Lists a workspace and decides what to read. */
export function prepare(host: Host): Prepared {
  const { paths, problems } = host.list();
  const { settings, problems: settingProblems } = paths.includes(settingsFile) ? readSettingsFile(host) : { settings: defaultSettings, problems: [] };
  const { packages, projects, tests } = readBuilds(host, paths);
  const exclude = settings.exclude.length > 0 ? picomatch([...settings.exclude], { dot: true }) : () => false;
  return { plan: makePlan(paths, packages, exclude, projects, tests), settings, listed: paths, problems: [...problems, ...settingProblems] };
}

interface Builds {
  readonly packages: ReadonlyMap<string, PackageFacts>;
  readonly projects: ReadonlyMap<string, ProjectFacts>;
  readonly tests: ReadonlySet<string>;
}

/** What the files of the builds say that decides what is read. */
function readBuilds(host: Host, paths: readonly string[]): Builds {
  const packages = new Map<string, PackageFacts>();
  const projects = new Map<string, ProjectFacts>();
  const tests = new Set<string>();
  for (const path of paths) {
    const name = basename(path);
    const isProject = projectFiles.has(extension(path));
    // The module at the root is what somebody wants to know about.
    const isModule = name === 'pom.xml' && path !== name;
    if (!isProject && !isModule && name !== 'package.json') continue;
    const read = host.read(path);
    if (!('text' in read)) continue;
    if (isProject) projects.set(path, projectFacts(read.text));
    else if (!isModule) packages.set(path, packageFacts(read.text));
    else if (holdsTests(read.text)) tests.add(`${dirname(path)}/`);
  }
  return { packages, projects, tests };
}

function readSettingsFile(host: Host): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const read = host.read(settingsFile);
  if ('text' in read) return readSettings(read.text);
  return { settings: defaultSettings, problems: skipProblem(settingsFile, read.skipped) };
}
