import { basename, dirname, isInside, join } from '../../base/paths.js';
import type { BuildTool, Model } from '../../contract/workspace.js';
import { buildOf, buildLine } from '../../facts/build/effective.js';
import { deployables, type Deployable } from '../../facts/deployable.js';

/** Where an image is built: everything below `context` can be copied. */
export interface Layout {
  /** Folder that `docker build` runs in. */
  readonly context: string;
  /** Folder of the module, relative to the context; '' when they are the same. */
  readonly module: string;
  /** Path of the Dockerfile. */
  readonly dockerfile: string;
  /** Build files below the context that the build reads first, relative to it. */
  readonly manifests: readonly string[];
}

/** Path below a folder; '' for the folder itself. */
export function relative(path: string, dir: string): string {
  return dir === '' ? path : path === dir ? '' : path.slice(dir.length + 1);
}

/** Folder names that a Maven parent lists, resolved; a build may list modules of modules. */
function lists(model: Model, parent: string, child: string): boolean {
  const fact = buildOf(model, parent);
  const direct = (fact?.value.modules ?? []).map((name) => join(parent, name.replace(/\/?pom\.xml$/, '')));
  return direct.includes(child) || direct.some((dir) => dir !== undefined && dir !== parent && isInside(child, dir) && lists(model, dir, child));
}

/** Where pnpm installs for all packages of a workspace, unless the package has a lock file of its own. */
function pnpmWorkspace(model: Model, dir: string): string | undefined {
  if (['pnpm-lock.yaml', 'package-lock.json', 'yarn.lock'].some((name) => model.hasFile(join(dir, name) ?? name))) return undefined;
  for (let above = dir; above !== ''; ) {
    above = dirname(above);
    if (model.hasFile(join(above, 'pnpm-workspace.yaml') ?? '')) return above;
  }
  return undefined;
}

/** The folder above which the module's build does not reach. */
function contextOf(model: Model, { dir, module }: Deployable): string {
  const { application } = model.moduleOf(join(dir, 'x') ?? 'x');
  if (module.tool === 'gradle') {
    const settings = model.facts('build.gradle-settings').find((fact) => isInside(dir, dirname(fact.file)) && fact.value.projects.includes(relative(dir, dirname(fact.file))));
    return settings ? dirname(settings.file) : dir;
  }
  if (module.tool === 'npm') return pnpmWorkspace(model, dir) ?? application;
  const own = buildOf(model, dir);
  const parents = own ? buildLine(model, own).slice(1).map((fact) => dirname(fact.file)) : [];
  const outermost = [application, ...parents].filter((above) => above !== dir && isInside(dir, above) && (parents.includes(above) || lists(model, above, dir))).sort((a, b) => a.length - b.length)[0];
  return outermost ?? dir;
}

/** Build files of a whole build; test modules count, because the build reads them as well. Those among sources are templates and samples. */
function manifestsIn(model: Model, context: string, tool: BuildTool, module: string): readonly string[] {
  const inBuild = tool === 'maven'
    ? model.files.filter((file) => basename(file) === 'pom.xml')
    : model.facts('build.module').filter((fact) => fact.value.tool === tool).map((fact) => fact.file);
  const paths = inBuild.filter((file) => isInside(file, context)).map((file) => relative(file, context)).filter((path) => !/(?:^|\/)src\/(?:main|test|it)\//.test(path));
  return (module === '' ? paths.filter((path) => !path.includes('/')) : paths).sort();
}

/** Where the image of a module is built. The Dockerfile stands at the context unless several modules share it. */
export function layoutOf(model: Model, deployable: Deployable): Layout {
  const context = contextOf(model, deployable);
  const module = relative(deployable.dir, context);
  const shared = module !== '' && deployables(model).filter((other) => other.kind !== 'ear' && contextOf(model, other) === context).length > 1;
  const place = shared ? deployable.dir : context;
  return { context, module, dockerfile: join(place, 'Dockerfile') ?? 'Dockerfile', manifests: manifestsIn(model, context, deployable.module.tool, module) };
}
