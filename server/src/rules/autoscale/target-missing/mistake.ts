import { nearest } from '../../../base/near.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { objectsByName } from '../../../facts/kubernetes/indexes.js';
import { appliedTogether, isSketch, uses, type WorkloadFact } from '../../../facts/kubernetes/relate.js';

export type TargetingFact = Fact<'k8s.hpa' | 'k8s.scaled-object' | 'k8s.vpa'>;

export interface Mistake {
  readonly say: 'near' | 'kind' | 'group' | 'groupless' | 'namespace' | 'unscalable' | 'missing';
  readonly meant?: WorkloadFact;
  /** Nothing outside the workspace could make it right. */
  readonly certain: boolean;
}

const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout', 'DeploymentConfig'];
const unscalable = ['DaemonSet', 'CronJob', 'Job', 'Pod'];

/** The kind that is meant by a word: its case, and one letter more, do not matter to a reader but to the cluster. */
function kindOf(written: string, kinds: readonly string[]): string | undefined {
  return kinds.find((kind) => kind.toLowerCase() === written.toLowerCase() || `${kind.toLowerCase()}s` === written.toLowerCase());
}

function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Kinds of the group `apps`: the controller looks them up by group and kind, whatever the version, and finds none in `extensions` or without a group. */
function isOfOtherGroup({ kind, value: { target } }: TargetingFact): boolean {
  if (kind !== 'k8s.hpa' || target.apiVersion === undefined || !/^(?:Deployment|StatefulSet|ReplicaSet)$/.test(target.kind ?? '')) return false;
  return !target.apiVersion.startsWith('apps/');
}

/** Whether something of the workspace may be what the reference names, under any name that is given to it later. */
function exists(model: Model, { value }: TargetingFact): boolean {
  const { kind, name = '' } = value.target;
  const given = model.facts('kustomize.kustomization').flatMap(({ value: { prefix, suffix } }) => (name.startsWith(prefix) && name.endsWith(suffix) ? [name.slice(prefix.length, name.length - suffix.length)] : []));
  return objectsByName.any(model, [...new Set([name, ...given])]).some((object) => object.value.kind === kind && sameNamespace(object.value.namespace, value.namespace));
}

/** Whether what is applied with the autoscaler is known to its end: nothing remote, no name that a template or a parameter gives. */
function isClosed(model: Model, scaler: TargetingFact, around: readonly WorkloadFact[]): boolean {
  const templates = model.facts('k8s.workload').some((workload) => (workload.value.templated || workload.value.name === undefined) && appliedTogether(model, scaler.file, workload.file));
  const open = model.facts('kustomize.kustomization').some((root) => root.value.open && uses(model, root, scaler.file));
  return around.length > 0 && !templates && !open;
}

function isScaled(model: Model, workload: WorkloadFact): boolean {
  return model.facts('k8s.hpa').some(({ value }) => value.target.name === workload.value.name && value.target.kind === workload.value.kind);
}

/** The workload that a wrong name stands for: one of a similar name, or the only one beside the autoscaler. */
function meantBy(model: Model, scaler: TargetingFact, kind: string, around: readonly WorkloadFact[]): WorkloadFact | undefined {
  const free = around.filter((workload) => workload.value.kind === kind && !isScaled(model, workload) && sameNamespace(workload.value.namespace, scaler.value.namespace));
  const names = [...new Set(free.map(({ value }) => value.name ?? ''))];
  const near = nearest(scaler.value.target.name ?? '', names);
  const inFile = free.filter(({ file }) => file === scaler.file);
  const onlyOne = inFile.length === 1 && around.filter(({ file }) => file === scaler.file).length === 1 ? inFile[0] : undefined;
  return free.find(({ value }) => value.name === near) ?? onlyOne;
}

/** What is wrong with the target of an autoscaler; `undefined` when it exists, or may exist. */
export function mistakeIn(model: Model, scaler: TargetingFact): Mistake | undefined {
  const { target, templated, namespace, apiVersion } = scaler.value;
  if (templated || target.name === undefined || target.kind === undefined || (scaler.kind === 'k8s.scaled-object' && !apiVersion.startsWith('keda.sh/'))) return undefined;
  const kind = kindOf(target.kind, scaler.kind === 'k8s.vpa' ? [...scalable, ...unscalable] : scalable);
  if (kind === undefined) return scaler.kind !== 'k8s.vpa' && unscalable.includes(target.kind) ? { say: 'unscalable', certain: true } : undefined;
  if (exists(model, scaler)) return isOfOtherGroup(scaler) ? { say: target.apiVersion === '' ? 'groupless' : 'group', certain: true } : undefined;
  const around = model.facts('k8s.workload').filter((workload) => (!workload.value.partial || isSketch(model, workload, scaler.file)) && appliedTogether(model, scaler.file, workload.file));
  if (!isClosed(model, scaler, around)) return undefined;
  const named = around.filter(({ value }) => value.name === target.name);
  const otherKind = named.find(({ value }) => value.kind !== target.kind && scalable.includes(value.kind) && sameNamespace(value.namespace, namespace));
  if (otherKind) return { say: 'kind', meant: otherKind, certain: true };
  const elsewhere = named.find(({ value }) => value.kind === target.kind);
  if (elsewhere) return model.facts('kustomize.kustomization').some((root) => root.value.namespace !== undefined && uses(model, root, scaler.file)) ? undefined : { say: 'namespace', meant: elsewhere, certain: true };
  const ofKind = around.filter((workload) => workload.value.kind === kind);
  if (ofKind.length === 0) return undefined;
  const meant = meantBy(model, scaler, kind, around);
  return meant ? { say: 'near', meant, certain: true } : { say: 'missing', certain: ofKind.some(({ file }) => file === scaler.file) };
}
