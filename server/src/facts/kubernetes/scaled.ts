import { dirname } from '../../base/paths.js';
import type { ProjectCheck, ProjectContext } from '../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import { appliedTogether, isFirstScaler, isPatched, targetsOf, uses, type ScalerFact, type WorkloadFact } from './relate.js';

/** The same check of both kinds of autoscalers. */
export function scalerChecks(reads: readonly FactKind[], check: (scaler: ScalerFact, cx: ProjectContext) => void, last?: true): readonly [ProjectCheck<'k8s.hpa'>, ProjectCheck<'k8s.scaled-object'>] {
  const when = last ? { last } : {};
  return [{ subject: 'k8s.hpa', reads, check, ...when }, { subject: 'k8s.scaled-object', reads, check, ...when }];
}

/** The workload that a plain autoscaler acts on; `undefined` for templates, patches, and for all but the first of its copies. */
export function scaledWorkload(model: Model, scaler: ScalerFact): WorkloadFact | undefined {
  if (scaler.value.templated || scaler.value.target.name === undefined || !isFirstScaler(model, scaler)) return undefined;
  return targetsOf(model, scaler)[0];
}

/** Whether KEDA's own object is meant, not that of another autoscaler whose fields are called alike. */
export function isKeda(scaler: ScalerFact): scaler is Fact<'k8s.scaled-object'> {
  return scaler.kind === 'k8s.scaled-object' && scaler.value.apiVersion.startsWith('keda.sh/');
}

/** Whether an overlay gives the autoscaler another value at a key of its `spec`, so that what stands here does not hold everywhere. */
export function isOverridden(model: Model, scaler: ScalerFact, ...keys: readonly string[]): boolean {
  if (scaler.kind === 'k8s.scaled-object') return false;
  const hpa = scaler as Fact<'k8s.hpa'>;
  if (isPatched(model, hpa, 'HorizontalPodAutoscaler', (path) => keys.some((key) => path === `spec.${key}` || path.startsWith(`spec.${key}.`)))) return true;
  return model.facts('k8s.hpa').some((patch) => patch !== hpa && patch.value.target.name === undefined && patch.value.name === hpa.value.name && sets(patch, keys) && appliedTogether(model, patch.file, hpa.file));
}

function sets({ value }: Fact<'k8s.hpa'>, keys: readonly string[]): boolean {
  return keys.some((key) => (key === 'minReplicas' ? value.min : key === 'maxReplicas' ? value.max : key === 'metrics' ? value.metrics.some(({ given }) => given) : value.behavior) !== undefined);
}

/** Words by which people name what is not production. */
const trial = /(?:^|[/_.-])(?:dev(?:el(?:opment)?)?|test(?:ing|s)?|qa|uat|stag(?:e|ing)|stg|sandbox|local|minikube|kind|k3d|ci|preview|demo|playground)(?=$|[/_.-])/i;

/** Whether a manifest is for an environment in which availability does not count, by its folders, its name or its namespace. */
export function isForTrial({ file, value }: ScalerFact): boolean {
  return trial.test(file) || trial.test(value.namespace ?? '');
}

/** Whether one deployment brings both files to the cluster: of one folder with a kustomization, only what that uses. */
export function inOneDeployment(model: Model, a: string, b: string): boolean {
  if (a === b) return true;
  const roots = model.facts('kustomize.kustomization');
  const managed = roots.filter(({ file, value }) => value.uses.includes(a) || value.uses.includes(b) || dirname(file) === dirname(a) || dirname(file) === dirname(b));
  return managed.length > 0 ? roots.some((root) => uses(model, root, a) && uses(model, root, b)) : appliedTogether(model, a, b);
}
