import { basename, isInside, join } from '../../base/paths.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { contains, deployables, type Deployable } from '../deployable.js';
import type {} from './kinds.js';
import type {} from '../compose/kinds.js';
import type {} from '../kubernetes/kinds.js';

type Dockerfile = Fact<'image.dockerfile'>;

/** What makes an image of a module: a file of the workspace, or a tool of its build. */
export interface ImageSource {
  readonly via: string;
  readonly file?: string;
  /** False when the workspace only runs an image of that name, so that something unseen must build it. */
  readonly certain: boolean;
}

/** Names that the module's artefact can have, without version and extension. */
function artefactNames({ dir, module }: Deployable): readonly string[] {
  const artifact = module.artifact?.replace(/-?\$\{[^}]*\}.*$/, '');
  return [...new Set([artifact, module.name, basename(dir)].filter((name): name is string => name !== undefined && name.length > 1))];
}

/** Extensions that a module's artefact cannot have: a JAR is not what a WAR module makes, whatever it is called. */
const otherKinds: Readonly<Partial<Record<Deployable['kind'], RegExp>>> = { war: /\.(?:jar|ear)$/, ear: /\.(?:jar|war)$/, 'boot-jar': /\.(?:war|ear)$/, 'fat-jar': /\.(?:war|ear)$/ };

/** Whether a copied path names the module's artefact: `target/shop-1.0.jar`, `shop*.war`, `build/libs/shop.jar`. */
function isArtefact(path: string, names: readonly string[], kind: Deployable['kind']): boolean {
  const name = basename(path);
  const stem = /^(.*?)\.(?:jar|war|ear|deb|zip|tar(?:\.gz)?|tgz)$/.exec(name)?.[1];
  if (stem === undefined || otherKinds[kind]?.test(name)) return false;
  const plain = stem.replace(/[-_.]?(?:\*|\$\{?\w*\}?|\d[\w.]*(?:-SNAPSHOT)?).*$/, '');
  return names.includes(plain) || names.includes(stem);
}

/** Path in the workspace of something copied from the context. */
function copied(dockerfile: Dockerfile, path: string): string | undefined {
  return join(dockerfile.value.context, path.replace(/[*?[{$].*$/, ''));
}

function copiesFrom(dockerfile: Dockerfile, dir: string): boolean {
  return dir !== '' && dockerfile.value.copies.some((path) => {
    const at = copied(dockerfile, path);
    return at !== undefined && at !== '' && isInside(at, dir);
  });
}

/** Whether the Dockerfile takes in the whole context, and so builds whatever stands there. */
function takesAll(dockerfile: Dockerfile): boolean {
  return dockerfile.value.copies.some((path) => /^(?:\.?\/?|\.\/\*|\*)$/.test(path));
}

function namesArtefactOf(dockerfile: Dockerfile, module: Deployable): boolean {
  const names = artefactNames(module);
  return dockerfile.value.copies.some((path) => isArtefact(path, names, module.kind)) || copiesFrom(dockerfile, module.dir);
}

/** A Dockerfile that is made for the module: beside it, copying its artefact, or taking in the folder it stands in. */
function dockerfileFor(model: Model, module: Deployable, others: readonly Deployable[]): Dockerfile | undefined {
  const files = model.facts('image.dockerfile').filter(({ value }) => value.purpose === 'application' || value.purpose === 'build');
  const elsewhere = others.filter((other) => other.dir !== module.dir && isInside(other.dir, module.dir));
  const own = files.find((file) => isInside(file.file, module.dir) && !elsewhere.some((other) => isInside(file.file, other.dir)));
  if (own) return own;
  const named = files.find((file) => namesArtefactOf(file, module));
  if (named) return named;
  const { application } = model.moduleOf(`${module.dir}/x`);
  // What is built from the root of a build, and for no other module by name, is taken to build this one.
  return files.find((file) => isInside(module.dir, file.value.context) && takesAll(file))
    ?? files.find((file) => isInside(file.file, application) && file.value.copies.length > 0 && !others.some((other) => other.dir !== module.dir && (namesArtefactOf(file, other) || (other.dir !== '' && isInside(file.file, other.dir)))) && isInside(module.dir, application));
}

/** Dockerfiles that are listed but hold nothing the reader understands still build something. */
function listedDockerfile(model: Model, dir: string): string | undefined {
  const inFolder = (name: string): string => join(dir, name) ?? name;
  return ['Dockerfile', 'Containerfile', 'project.toml', '.s2i/bin/assemble', 'nixpacks.toml'].map(inFolder).find((path) => model.hasFile(path));
}

function composeFor(model: Model, module: Deployable): Fact<'compose.service'> | undefined {
  return model.facts('compose.service').find(({ value }) => value.context !== undefined && (value.context === module.dir || (value.context === '' && module.dir === '')));
}

/** A workload or Compose service that runs an image named like the module. */
function runsImage(model: Model, module: Deployable): { readonly file: string; readonly image: string } | undefined {
  const words = (name: string): string[] => name.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const names = artefactNames(module).map(words);
  const fits = (image: string | undefined): image is string => {
    const own = words((image ?? '').split('@')[0]?.replace(/:[^/]*$/, '').split('/').at(-1) ?? '');
    const same = names.some((name) => name.length > 0 && (own.join('-') === name.join('-') || (own.length === 1 && (own[0]?.length ?? 0) > 3 && name.includes(own[0] ?? '')) || (own.length > 1 && `-${name.join('-')}-`.includes(`-${own.join('-')}-`))));
    return own.length > 0 && same;
  };
  for (const fact of model.facts('k8s.workload')) {
    const image = fact.value.containers.map((container) => container.image).find(fits);
    if (image) return { file: fact.file, image };
  }
  const service = model.facts('compose.service').find(({ value }) => value.context === undefined && fits(value.image));
  return service?.value.image === undefined ? undefined : { file: service.file, image: service.value.image };
}

function ownSource(model: Model, module: Deployable, all: readonly Deployable[]): ImageSource | undefined {
  if (module.module.imageBuild) return { via: module.module.imageBuild, certain: true };
  const dockerfile = dockerfileFor(model, module, all);
  if (dockerfile) return { via: 'Dockerfile', file: dockerfile.file, certain: true };
  const listed = listedDockerfile(model, module.dir);
  if (listed) return { via: basename(listed), file: listed, certain: true };
  const compose = composeFor(model, module);
  if (compose) return { via: 'Compose build', file: compose.file, certain: true };
  const built = model.facts('image.built').find(({ value }) => isInside(module.dir, value.context) && value.context === module.dir);
  if (built) return { via: 'Skaffold', file: built.file, certain: true };
  const pipeline = model.facts('image.pipeline')[0];
  return pipeline && { via: pipeline.value.via, file: pipeline.file, certain: true };
}

/** What builds an image of the module; `undefined` when nothing in the workspace does. */
export function imageSourceOf(model: Model, module: Deployable): ImageSource | undefined {
  const all = deployables(model);
  const own = ownSource(model, module, all);
  if (own) return own;
  // A module that another started one contains runs in that one's image.
  for (const whole of all.filter((other) => contains(model, other, module) || contains(model, module, other))) {
    const source = ownSource(model, whole, all);
    if (source) return source;
  }
  const run = runsImage(model, module);
  return run && { via: run.image, file: run.file, certain: false };
}
