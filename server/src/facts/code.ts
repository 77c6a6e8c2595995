import { basename, isInside, join } from '../base/paths.js';
import type { Fact, Model, Module } from '../contract/workspace.js';
import { namesModule, effectiveModule } from './build/effective.js';
import { deployables as started } from './deployable.js';
import './image/kinds.js';

/** Names are compared without case, scope and the choice of separator. */
export function normal(name: string): string {
  return name.toLowerCase().replace(/^@[^/]+\//, '').replace(/[_.\s]+/g, '-');
}

/** Names under which a module is known: artefact, file name, package, project, folder. */
export function namesOf(model: Model, module: Module): readonly string[] {
  const build = effectiveModule(model, module.dir);
  // `acme/shop` of Composer, `github.com/acme/shop/v2` of Go.
  const own = build?.name?.replace(/\/v\d+$/, '').replace(/^.*\//, '');
  return [build?.name, own, build?.artifact, module.dir === '' ? undefined : basename(module.dir)]
    .filter((name): name is string => name !== undefined && name !== '' && !/[${}]/.test(name));
}

/** Folders of examples, tests and tools: what they build is not the product. */
const asideFolder = /(?:^|\/)(?:tests?|e2e|examples?|samples?|demos?|docs?|tools?|scripts?|benchmarks?|[\w-]+-tests?)(?:\/|$)/i;

/** Whether a path lies aside of the product; where everything does (a repository of examples), nothing is aside. */
function isAside(model: Model, path: string): boolean {
  return asideFolder.test(path) && model.modules.some(({ tool, dir }) => tool !== undefined && !asideFolder.test(dir));
}

/** Dockerfiles that make the product, each with the folder it is built in. */
export function dockerfiles(model: Model): readonly Fact<'image.dockerfile'>[] {
  return model.facts('image.dockerfile').filter(({ value, file }) => value.purpose === 'application' && !isAside(model, file));
}

/** Modules that are started by themselves, and those that a Dockerfile packs. */
export function deployables(model: Model): readonly Module[] {
  const dirs = new Set([...started(model).map(({ dir }) => dir), ...dockerfiles(model).map(({ value }) => value.context)]);
  return model.modules.filter((module) => module.tool !== undefined && dirs.has(module.dir) && !isAside(model, module.dir));
}

/** Folder of the one thing that the repository deploys; `undefined` when there are several or none. */
export function onlyDeployable(model: Model): string | undefined {
  const runnable = deployables(model);
  const candidates = runnable.length > 0 ? runnable : model.modules.filter((module) => module.tool !== undefined && !isAside(model, module.dir));
  // The Dockerfile of an aggregator packs what its modules build.
  const [first, ...others] = candidates.filter((module) => !candidates.some((outer) => outer !== module && outer.application === module.application && isInside(module.dir, outer.dir)));
  return first && others.length === 0 ? first.dir : undefined;
}

/** Folders that hold a Dockerfile for the module above them. */
export const dockerFolder = /^\.?(?:docker|dockerfiles?|containers?|build|deploy|deployment|infra|ops|ci)$/i;

/**
 * Modules whose code goes into an image that is built in a folder. `folders` says the same for code that has no build
 * file of its own.
 */
export function codeOf(model: Model, folder: string): { readonly modules: readonly Module[]; readonly folders: readonly string[] } {
  const inside = model.modules.filter((module) => module.tool !== undefined && isInside(module.dir, folder) && !isAside(model, module.dir));
  const own = inside.find((module) => module.dir === folder);
  if (own) {
    const modules = withDependencies(model, startOf(model, own));
    return { modules, folders: modules.map(({ dir }) => dir) };
  }
  if (inside.length > 0) return { modules: inside, folders: inside.map(({ dir }) => dir) };
  const holder = model.moduleOf(`${folder}/x`);
  if (holder.tool === undefined || !dockerFolder.test(basename(folder))) return { modules: [], folders: [folder] };
  const modules = withDependencies(model, startOf(model, holder));
  return { modules, folders: modules.map(({ dir }) => dir) };
}

/** An aggregator builds others: those whose output its Dockerfile copies, else the one that runs, else all. */
function startOf(model: Model, module: Module): readonly Module[] {
  const children = model.modules.filter((other) => other !== module && other.application === module.application && isInside(other.dir, module.dir) && !isAside(model, other.dir));
  if (children.length === 0 || effectiveModule(model, module.dir)?.packaging === 'war') return [module];
  const copies = dockerfiles(model).filter(({ value }) => value.context === module.dir).flatMap(({ value }) => value.copies.flatMap((path) => join(module.dir, path) ?? []));
  const copied = children.filter((child) => copies.some((path) => path !== child.dir && isInside(path, child.dir) && /\/(?:target|build|dist)(?:\/|$)/.test(path)));
  if (copied.length > 0) return copied;
  const running = deployables(model).filter((each) => children.includes(each));
  return running.length === 1 ? running : [module, ...children];
}

/** Modules and those of the same application that they depend on, directly or not. */
function withDependencies(model: Model, start: readonly Module[]): readonly Module[] {
  const reached = new Set(start);
  for (const module of reached) {
    const siblings = model.modules.filter((other) => other.application === module.application);
    for (const dependency of effectiveModule(model, module.dir)?.dependencies ?? []) {
      const needed = siblings.find((other) => namesModule(model, dependency, other));
      if (needed) reached.add(needed);
    }
  }
  return [...reached];
}
