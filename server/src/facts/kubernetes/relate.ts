import { dirname, isInside } from '../../base/paths.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { isCompanion } from './companion.js';
import { imageName } from './image-name.js';
import { hpasByTarget, labelKeys, resizersByTarget, rootsUsing, scaledObjectsByTarget, servicesByLabel, workloadsByFile, workloadsByLabel, workloadsByName } from './indexes.js';
import type { K8sResource, KustomizePatch, ReplicaCount } from './kinds.js';

export type WorkloadFact = Fact<'k8s.workload'>;
export type ScalerFact = Fact<'k8s.hpa'> | Fact<'k8s.scaled-object'>;

/** What the functions of this file look at. */
export const relateReads = ['k8s.workload', 'k8s.hpa', 'k8s.scaled-object', 'k8s.vpa', 'k8s.service', 'k8s.limit-range', 'kustomize.kustomization', 'kustomize.json-patch'] as const satisfies readonly FactKind[];

/** A namespace that is left out is given at deployment, so it may be any. */
function sameNamespace(a: K8sResource, b: K8sResource): boolean {
  return a.namespace === undefined || b.namespace === undefined || a.namespace === b.namespace;
}

function sameObject(a: WorkloadFact, b: WorkloadFact): boolean {
  return a.value.name !== undefined && a.value.name === b.value.name && a.value.kind === b.value.kind && sameNamespace(a.value, b.value);
}

/** Images of the application; what accompanies it may differ between environments. */
function imagesOf({ value }: WorkloadFact): string {
  return value.containers.filter((container) => container.role === 'app' && !isCompanion(container)).map(({ image, name }) => imageName(image)?.last ?? name ?? '').sort().join(' ');
}

const copiesKey = {};

/**
 * The same workload written several times: a release file made from the single manifests, a base and its overlays. The
 * one a person would edit comes first: few workloads in its file, not in a folder of built things, short path.
 */
export function copiesOf(model: Model, workload: WorkloadFact): readonly WorkloadFact[] {
  const known = model.once(copiesKey, () => new Map<WorkloadFact, readonly WorkloadFact[]>());
  const copies = known.get(workload) ?? findCopies(model, workload);
  known.set(workload, copies);
  return copies;
}

function findCopies(model: Model, workload: WorkloadFact): readonly WorkloadFact[] {
  const copies = sameName(model, workload).filter((other) => other !== workload && other.file !== workload.file && !other.value.partial && sameObject(other, workload) && imagesOf(other) === imagesOf(workload));
  if (copies.length === 0) return [workload];
  const rank = (fact: WorkloadFact): readonly number[] => [
    builtFolder.test(`${dirname(fact.file)}/`) ? 1 : 0,
    fact.value.templated ? 1 : 0,
    workloadsByFile.get(model, fact.file).length,
    fact.file.split('/').length,
  ];
  return [workload, ...copies].sort((a, b) => compare(rank(a), rank(b)) || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
}

function sameName(model: Model, { value: { name } }: WorkloadFact): readonly WorkloadFact[] {
  return name === undefined ? [] : workloadsByName.get(model, name);
}

const builtFolder = /(?:^|\/)(?:releases?|dist|install|generated|rendered|bundle)\//i;

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Patches of a workload in other files. */
export function patchesOf(model: Model, workload: WorkloadFact): readonly WorkloadFact[] {
  return sameName(model, workload).filter((other) => other !== workload && other.value.partial && sameObject(other, workload));
}

/**
 * Whether a kustomization that brings in the resource patches a key whose path passes the test, for example
 * `spec.template.spec.containers.livenessProbe`. `changes`: or takes it away.
 */
export function isPatched(model: Model, resource: { readonly file: string; readonly value: K8sResource }, kind: string, test: (path: string) => boolean, how: 'sets' | 'changes' = 'sets'): boolean {
  // Names of targets are regular expressions; one that is more than a name may mean any.
  const fits = (pattern: string | undefined, value: string | undefined): boolean => pattern === undefined || value === undefined || pattern === value || /[^\w.-]/.test(pattern);
  return model.facts('kustomize.kustomization').some((kustomization) => {
    const patches = kustomization.value.patches.filter(({ target }) => fits(target.kind, kind) && fits(target.name, resource.value.name));
    return patches.some((patch) => pathsOf(model, patch, how).some(test)) && uses(model, kustomization, resource.file);
  });
}

/** What a kustomization sets the number of replicas to, in its field `replicas` or in patches of operations. */
export function replicaCounts(model: Model, { value }: Fact<'kustomize.kustomization'>): readonly ReplicaCount[] {
  const patched = value.patches.flatMap(({ target: { name }, replicas, file, at }): readonly ReplicaCount[] => {
    const count = file === undefined ? replicas : model.facts('kustomize.json-patch').find((patch) => patch.file === file)?.value.replicas;
    return name === undefined || count === undefined ? [] : [{ name, count, at }];
  });
  return [...value.replicas, ...patched];
}

function pathsOf(model: Model, patch: KustomizePatch, how: 'sets' | 'changes'): readonly string[] {
  const written = patch.file === undefined ? [patch] : model.facts('kustomize.json-patch').filter(({ file }) => file === patch.file).map(({ value }) => value);
  return written.flatMap(({ paths, removed }) => (how === 'sets' ? paths : [...paths, ...removed]));
}

/** The workloads that a patch changes: whole ones of its name that are applied together with it. */
export function wholeOf(model: Model, patch: WorkloadFact): readonly WorkloadFact[] {
  return sameName(model, patch).filter((other) => !other.value.partial && !other.value.templated && sameObject(other, patch) && appliedTogether(model, other.file, patch.file));
}

function names(scaler: { readonly value: K8sResource & { readonly target: { readonly kind?: string | undefined; readonly name?: string | undefined } } }, workload: WorkloadFact): boolean {
  const { target } = scaler.value;
  return target.name !== undefined && target.name === workload.value.name && (target.kind === undefined || target.kind === workload.value.kind) && sameNamespace(scaler.value, workload.value);
}

/** Every HPA, ScaledObject or custom autoscaler of the workspace that names the workload, wherever it stands. */
export function scalersNaming(model: Model, workload: WorkloadFact): readonly ScalerFact[] {
  const { name } = workload.value;
  return name === undefined ? [] : [...hpasByTarget.get(model, name), ...scaledObjectsByTarget.get(model, name)].filter((scaler) => names(scaler, workload));
}

/** Vertical autoscalers that set the requests of the workload's pods; those that only recommend do not. */
export function resizersOf(model: Model, workload: WorkloadFact): readonly Fact<'k8s.vpa'>[] {
  return resizersByTarget.get(model, workload.value.name ?? '').filter((vpa) => vpa.value.updateMode !== 'Off' && names(vpa, workload));
}

/** Workloads, fragments of such aside, whose pods have all of the labels. */
export function pickedBy(model: Model, labels: Readonly<Record<string, string>>, namespace: string | undefined): readonly WorkloadFact[] {
  const wanted = Object.entries(labels);
  const [first] = labelKeys(labels);
  const candidates = first === undefined ? model.facts('k8s.workload') : workloadsByLabel.get(model, first);
  return candidates.filter(({ value }) => !value.partial && (namespace === undefined || value.namespace === undefined || namespace === value.namespace) && wanted.every(([key, label]) => value.podLabels[key] === label));
}

/** Services that send requests to the workload's pods. */
export function servicesOf(model: Model, workload: WorkloadFact): readonly Fact<'k8s.service'>[] {
  return servicesByLabel.any(model, labelKeys(workload.value.podLabels)).filter(({ value }) => {
    const wanted = Object.entries(value.selector);
    return wanted.length > 0 && sameNamespace(value, workload.value) && wanted.every(([key, label]) => workload.value.podLabels[key] === label);
  });
}

/** Workloads that an autoscaler really acts on: those applied together with it, or else the only one of that name, its copies aside. Templates are left out. */
export function targetsOf(model: Model, scaler: ScalerFact): readonly WorkloadFact[] {
  if (scaler.value.templated) return [];
  const written = workloadsByName.get(model, scaler.value.target.name ?? '').filter((workload) => !workload.value.templated && names(scaler, workload));
  const named = written.filter(({ value }) => !value.partial);
  if (named.length === 0) return written.filter((workload) => isSketch(model, workload, scaler.file));
  const together = named.filter((workload) => appliedTogether(model, scaler.file, workload.file));
  if (together.length > 0 || !named[0]) return together;
  const copies = copiesOf(model, named[0]);
  return copies[0] && named.every((workload) => copies.includes(workload)) ? [copies[0]] : [];
}

/** Whether a workload that leaves out what makes it whole is meant as one beside another resource of its file; patches have files of their own. */
export function isSketch(model: Model, { file, value }: WorkloadFact, beside: string): boolean {
  return value.partial && file === beside && !model.facts('kustomize.kustomization').some((root) => root.value.uses.includes(file) && !root.value.resources.includes(file));
}

/** Autoscalers that act on the workload; see {@link targetsOf}. */
export function scalersOf(model: Model, workload: WorkloadFact): readonly ScalerFact[] {
  return scalersNaming(model, workload).filter((scaler) => targetsOf(model, scaler).includes(workload));
}

/** Autoscalers written several times for one target: the first of them, in the order of {@link copiesOf}. */
export function isFirstScaler(model: Model, scaler: ScalerFact): boolean {
  const [target] = targetsOf(model, scaler);
  if (!target) return true;
  const ordered = copiesOf(model, target).flatMap((workload) => scalersOf(model, workload)).filter(({ kind, value }) => kind === scaler.kind && value.name === scaler.value.name);
  return ordered[0] === undefined || ordered[0] === scaler;
}

/** Whether two manifests reach the cluster in one go: same folder, one folder inside the other, or one kustomization that uses both. */
export function appliedTogether(model: Model, a: string, b: string): boolean {
  const [here, there] = [dirname(a), dirname(b)];
  if (here === there) return true;
  const [roots, others] = [rootsUsing(model, a), rootsUsing(model, b)];
  if (roots.size > 0 || others.size > 0) return [...roots].some((root) => others.has(root));
  return isInside(here, there) || isInside(there, here);
}

/** Whether a kustomization brings in a file, directly or through the folders it uses. */
export function uses(model: Model, root: Fact<'kustomize.kustomization'>, file: string): boolean {
  return rootsUsing(model, file).has(root);
}
