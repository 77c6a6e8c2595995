import { basename, dirname, isInside, join } from '../base/paths.js';
import type { Confidence, Place } from '../contract/finding.js';
import type { FactKind, Model, Module } from '../contract/workspace.js';
import type { Args, Localized } from '../contract/words.js';
import { imageName, sameImage } from './kubernetes/image-name.js';
import { FactIndex } from './fact-index.js';
import { dockerfilesByPath } from './kubernetes/indexes.js';
import { isProduct, isProductImage, mainContainer } from './kubernetes/role.js';
import { copiesOf, relateReads, uses, type WorkloadFact } from './kubernetes/relate.js';
import { isChartTemplate } from '../syntax/helm/place.js';
import { codeOf, deployables, dockerFolder, dockerfiles, namesOf, normal, onlyDeployable } from './code.js';

/** How a workload was joined to code, from the surest to the least sure. */
export type JoinHow = 'compose' | 'skaffold' | 'dockerfile' | 'image' | 'label' | 'folder' | 'only';

/** The code that an image holds. */
export interface JoinedCode {
  /** Modules whose code is in the image; empty when the image is built from a folder without a build file. */
  readonly modules: readonly Module[];
  /** Folders of that code. */
  readonly folders: readonly string[];
}

/** The code that a workload runs. */
export interface Join extends JoinedCode {
  readonly how: JoinHow;
  readonly confidence: Confidence;
  /** What {@link joinPhrases} need. */
  readonly args: Args;
  /** The place that says so, when there is one. */
  readonly place?: Place;
}

/** Fact kinds that a join looks at. */
export const joinReads: readonly FactKind[] = [...relateReads, 'build.module', 'build.gradle-settings', 'build.entry-point', 'image.dockerfile', 'compose.service', 'image.built'];

/** How the join was made, as a phrase for messages. */
export const joinPhrases: Readonly<Record<JoinHow, Localized>> = {
  compose: { en: 'joined by the Compose file, which builds the image {image} from {folder}', ko: 'Compose 파일이 {folder}에서 이미지 {image}을(를) 빌드하는 것으로 연결' },
  skaffold: { en: 'joined by Skaffold, which builds the image {image} from {folder}', ko: 'Skaffold가 {folder}에서 이미지 {image}을(를) 빌드하는 것으로 연결' },
  dockerfile: { en: 'joined by the Dockerfile in {folder}, the folder named like the image {image}', ko: '이미지 {image}과(와) 이름이 같은 폴더 {folder}의 Dockerfile로 연결' },
  image: { en: 'joined by the image name {image}, which is the name of the module in {build}', ko: '이미지 이름 {image}이(가) {build}의 모듈 이름과 같은 것으로 연결' },
  label: { en: 'joined by the name {name}, which is the name of the module in {build}', ko: '이름 {name}이(가) {build}의 모듈 이름과 같은 것으로 연결' },
  folder: { en: 'joined by the folder {folder}, which holds the code and the manifest', ko: '코드와 매니페스트가 함께 있는 폴더 {folder} 기준으로 연결' },
  only: { en: 'joined because {build} builds the only application of this repository', ko: '{build}이(가) 이 저장소의 유일한 애플리케이션을 빌드하므로 연결' },
};

const confidences: Readonly<Record<JoinHow, Confidence>> = { compose: 'high', skaffold: 'high', dockerfile: 'high', image: 'high', label: 'medium', folder: 'medium', only: 'medium' };

interface Found {
  readonly folder: string;
  readonly how: JoinHow;
  readonly place?: Place;
}

const joinKey = {};

/**
 * The code behind a workload: through a build of its image that the workspace describes, else by names, else because
 * nothing else can be meant. `undefined` when the image is a ready product, or when several answers are possible.
 */
export function joinWorkload(model: Model, workload: WorkloadFact): Join | undefined {
  const known = model.once(joinKey, () => new Map<WorkloadFact, Join | undefined>());
  if (!known.has(workload)) known.set(workload, findJoin(model, workload));
  return known.get(workload);
}

function findJoin(model: Model, workload: WorkloadFact): Join | undefined {
  if (workload.value.templated || workload.value.partial) return undefined;
  const container = mainContainer(workload);
  const written = renamed(model, workload, container?.image);
  const image = imageName(written);
  if (!container || isForeign(written)) return undefined;
  const found = (image && (byBuild(model, written, image.last) ?? byDockerfile(model, image.last) ?? byName(model, [image.last], 'image')))
    ?? byName(model, namesOfWorkload(workload), 'label') ?? byFolder(model, workload) ?? byOnly(model, workload);
  if (!found) return undefined;
  const { modules, folders } = codeOf(model, found.folder);
  return {
    modules, folders, how: found.how, confidence: confidences[found.how],
    args: { image: image?.last ?? '', name: workload.value.name ?? '', folder: found.folder === '' ? './' : found.folder, build: model.moduleOf(`${found.folder}/x`).buildFile ?? (found.folder || './') },
    ...(found.place ? { place: found.place } : {}),
  };
}

/** Folder of the workspace whose code an image of this name holds; `undefined` for ready products and for images of others. */
export function folderOfImage(model: Model, image: string | undefined): string | undefined {
  const name = imageName(image);
  if (!name || isForeign(image)) return undefined;
  return (byBuild(model, image, name.last) ?? byDockerfile(model, name.last) ?? byName(model, [name.last], 'image'))?.folder;
}

/** The image that a kustomization puts in the place of the one in the manifest. */
function renamed(model: Model, workload: WorkloadFact, image: string | undefined): string | undefined {
  const [here, ...others] = [...new Set(model.facts('kustomize.kustomization').filter((kustomization) => uses(model, kustomization, workload.file))
    .flatMap(({ value }) => value.images).filter(({ name, newName }) => newName !== undefined && sameImage(name, image)).map(({ newName }) => newName))];
  return others.length === 0 && here !== undefined ? here : image;
}

/** Bare web servers and runtimes as well as ready products: what they run is not said by their name. */
function isForeign(image: string | undefined): boolean {
  return isProductImage(image) || /^(?:library\/)?(?:nginx|httpd|caddy|tomcat|jetty|wildfly|node|openjdk|eclipse-temurin|php|python|alpine|debian|ubuntu)$/.test(imageName(image)?.repository ?? '');
}

function agreed(found: readonly Found[]): Found | undefined {
  return new Set(found.map(({ folder }) => folder)).size === 1 ? found[0] : undefined;
}

/** A Dockerfile further down than the build context says which part of a common tree it packs. */
function builtFolder(context: string, dockerfile: string | undefined): string {
  const folder = dockerfile === undefined ? context : join(context, dirname(dockerfile));
  return folder === undefined || dockerFolder.test(basename(folder)) ? context : folder;
}

/** Whether the Dockerfile makes a container for developers, which may bear the name of the product it is for. */
function isForDevelopers(model: Model, context: string, dockerfile: string | undefined): boolean {
  const path = join(context, dockerfile ?? 'Dockerfile');
  return path !== undefined && dockerfilesByPath.get(model, path).some(({ value }) => value.purpose === 'development');
}

const builtImages = new FactIndex('image.built', ({ value }) => imageName(value.image)?.last ?? []);
const buildingServices = new FactIndex('compose.service', ({ value }) => (value.context === undefined ? [] : value.image === undefined ? value.name.toLowerCase() : imageName(value.image)?.last ?? []));

/** A Compose or Skaffold file that builds this image. A service without `image` makes one named after itself. */
function byBuild(model: Model, image: string | undefined, last: string): Found | undefined {
  const skaffold = builtImages.get(model, last).filter(({ value }) => sameImage(value.image, image))
    .map(({ file, range, value }): Found => ({ folder: builtFolder(value.context, value.dockerfile), how: 'skaffold', place: { file, range } }));
  const compose = buildingServices.get(model, last).flatMap(({ file, range, value }): Found[] => {
    if (value.context === undefined || isForDevelopers(model, value.context, value.dockerfile)) return [];
    const named = value.image === undefined || sameImage(value.image, image);
    return named ? [{ folder: builtFolder(value.context, value.dockerfile), how: 'compose', place: { file, range } }] : [];
  });
  return skaffold.length > 0 ? agreed(skaffold) : agreed(compose);
}

/** A Dockerfile in the folder that is named like the image, or in its `src`. */
function byDockerfile(model: Model, last: string): Found | undefined {
  return agreed(dockerfiles(model).flatMap(({ file, range, value }): Found[] => {
    const named = basename(value.context) === 'src' ? dirname(value.context) : value.context;
    return named !== '' && normal(basename(named)) === normal(last) ? [{ folder: named, how: 'dockerfile', place: { file, range } }] : [];
  }));
}

/** The one module that has one of the names: its artefact, its package or its folder. */
function byName(model: Model, names: readonly string[], how: 'image' | 'label'): Found | undefined {
  const wanted = new Set(names.map(normal));
  const named = model.modules.filter((module) => module.tool !== undefined && namesOf(model, module).some((name) => wanted.has(normal(name))));
  if (named.length === 0) return undefined;
  const running = deployables(model);
  const runnable = named.filter((module) => running.includes(module));
  const [only, ...others] = runnable.length > 0 ? runnable : named;
  return only && others.length === 0 ? { folder: only.dir, how } : undefined;
}

function namesOfWorkload({ value }: WorkloadFact): readonly string[] {
  const labels = [value.podLabels, value.labels].flatMap((each) => [each['app.kubernetes.io/name'], each['app'], each['k8s-app'], each['app.kubernetes.io/component']]);
  return [value.name, ...labels].flatMap((name) => name ?? []);
}

/** The manifest lies in the folder of a module that is not the root, and no other workload does. */
function byFolder(model: Model, workload: WorkloadFact): Found | undefined {
  const module = model.moduleOf(workload.file);
  if (module.tool === undefined || module.dir === '') return undefined;
  const others = unexplained(model).filter((other) => isInside(other.file, module.dir) && !sameWorkload(model, other, workload));
  return others.length === 0 ? { folder: module.dir, how: 'folder' } : undefined;
}

/** One application in the repository, and one workload that could be it. */
function byOnly(model: Model, workload: WorkloadFact): Found | undefined {
  const folder = onlyDeployable(model);
  if (folder === undefined) return undefined;
  return unexplained(model).every((other) => sameWorkload(model, other, workload)) ? { folder, how: 'only' } : undefined;
}

function sameWorkload(model: Model, a: WorkloadFact, b: WorkloadFact): boolean {
  return a === b || copiesOf(model, a).includes(b);
}

/** Long-running workloads whose image is no ready product. */
function unexplained(model: Model): readonly WorkloadFact[] {
  return model.once(unexplainedKey, () => model.facts('k8s.workload').filter((workload) => {
    const { value } = workload;
    return !value.partial && !value.templated && !['Job', 'CronJob', 'DaemonSet'].includes(value.kind) && !isForeign(mainContainer(workload)?.image) && !isProduct(workload);
  }));
}

const unexplainedKey = {};

/** Whether a place lies in the code that was joined. */
export function isInJoin(join: JoinedCode, place: { readonly file: string; readonly module: string }): boolean {
  if (join.modules.length > 0) return join.modules.some(({ dir }) => dir === place.module);
  return join.folders.some((folder) => isInside(place.file, folder));
}

/** Long-running workloads of plain manifests that run the code a place lies in, without the copies of one workload. */
export function workloadsRunning(model: Model, place: { readonly file: string; readonly module: string }): readonly WorkloadFact[] {
  return model.facts('k8s.workload').filter((workload) => {
    if (['Job', 'CronJob'].includes(workload.value.kind) || !/\.ya?ml$/.test(workload.file) || isChartTemplate(workload.file, (path) => model.hasFile(path)) || copiesOf(model, workload)[0] !== workload) return false;
    const join = joinWorkload(model, workload);
    return join !== undefined && isInJoin(join, place);
  });
}
