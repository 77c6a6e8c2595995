import type { Fact, Model } from '../../../contract/workspace.js';
import { scalersOf, targetsOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { countedContainers } from '../../../facts/kubernetes/role.js';
import { inOneDeployment, isKeda } from '../../../facts/kubernetes/scaled.js';

/** Words that tell variants of a manifest apart: only one of them is deployed to a cluster. */
const variant = /(?:^|[/_.-])(dev\w*|test\w*|qa|uat|stag\w*|stg|prod\w*|live|canary|blue|green|eu|us|local)(?=$|[/_.-])/i;

function variantOf({ file, value }: ScalerFact): string {
  return (variant.exec(value.name ?? '')?.[1] ?? variant.exec(file)?.[1] ?? '').toLowerCase();
}

/** KEDA's object may name the HPA that it takes over from whoever made it. */
function takesOver(keda: ScalerFact, hpa: ScalerFact): boolean {
  if (!isKeda(keda) || hpa.kind !== 'k8s.hpa') return false;
  return keda.value.takesOver || keda.value.hpaName === hpa.value.name || hpa.value.name === `keda-hpa-${keda.value.name ?? ''}`;
}

function precedes(a: ScalerFact, b: ScalerFact): boolean {
  if (a.kind !== b.kind) return a.kind === 'k8s.scaled-object';
  return a.file === b.file ? a.range.start < b.range.start : a.file < b.file;
}

/** Autoscalers that were there before this one, act on the same workload and are deployed together with it. */
export function rivalsOf(model: Model, scaler: ScalerFact, workload: WorkloadFact): readonly ScalerFact[] {
  const known = (each: ScalerFact): boolean => each.kind === 'k8s.hpa' || isKeda(each);
  if (!known(scaler)) return [];
  return scalersOf(model, workload).filter((other) => {
    if (other === scaler || !known(other) || !precedes(other, scaler) || (other.kind === scaler.kind && other.value.name === scaler.value.name)) return false;
    return variantOf(other) === variantOf(scaler) && inOneDeployment(model, scaler.file, other.file) && !takesOver(other, scaler) && !takesOver(scaler, other);
  });
}

/** Horizontal autoscalers of the workload that a vertical one resizes, deployed together with it. */
export function scalersBeside(model: Model, vpa: Fact<'k8s.vpa'>): readonly ScalerFact[] {
  if (!/^(?:Auto|Recreate|InPlaceOrRecreate)$/.test(vpa.value.updateMode)) return [];
  const { target, namespace } = vpa.value;
  return [...model.facts('k8s.hpa'), ...model.facts('k8s.scaled-object')].filter((scaler) => {
    const same = scaler.value.target.name === target.name && scaler.value.target.kind === target.kind && (namespace === undefined || scaler.value.namespace === undefined || scaler.value.namespace === namespace);
    return target.name !== undefined && same && targetsOf(model, scaler).length > 0 && inOneDeployment(model, scaler.file, vpa.file);
  });
}

/** Resources whose requests the vertical autoscaler changes while the horizontal one measures a percentage of them. */
export function contested(vpa: Fact<'k8s.vpa'>, scaler: ScalerFact, workload: WorkloadFact): readonly string[] {
  const policyOf = (container: string | undefined): Fact<'k8s.vpa'>['value']['policies'][number] | undefined =>
    vpa.value.policies.find((policy) => policy.container === container) ?? vpa.value.policies.find((policy) => policy.container === '*');
  const resizes = (container: string | undefined, resource: string): boolean => {
    const policy = policyOf(container);
    return policy === undefined || (!policy.off && policy.resources.includes(resource));
  };
  const measured = scaler.value.metrics.filter(({ type, target }) => (type === 'Resource' || type === 'ContainerResource') && target === 'Utilization');
  return [...new Set(measured.flatMap(({ name, container }) => {
    const containers = countedContainers(workload).filter((each) => container === undefined || each.name === container);
    return name !== undefined && containers.some((each) => resizes(each.name, name)) ? [name] : [];
  }))];
}
