import type { Model } from '../../contract/workspace.js';
import type { K8sContainer, ScalingMetric } from './kinds.js';
import { isPatched, patchesOf, resizersOf, type WorkloadFact } from './relate.js';
import { countedContainers } from './role.js';

export type Measured = 'cpu' | 'memory';

/** The resource whose requests a metric divides by; `undefined` for metrics that need none. */
export function dividesBy({ type, name, target }: ScalingMetric): Measured | undefined {
  const ofPods = type === 'Resource' || type === 'ContainerResource';
  return ofPods && target === 'Utilization' && (name === 'cpu' || name === 'memory') ? name : undefined;
}

/**
 * Counted containers for which the cluster will know no request of a resource: a limit stands in for it, and so do the
 * namespace's LimitRange, a vertical autoscaler and a patch. Where any of those could supply it, nothing is missing.
 */
export function withoutRequest(model: Model, workload: WorkloadFact, resource: Measured): readonly K8sContainer[] {
  if (resizersOf(model, workload).length > 0 || givenByNamespace(model, workload, resource) || isResourcePatched(model, workload)) return [];
  const patched = patchesOf(model, workload).flatMap(({ value }) => value.containers);
  return countedContainers(workload).filter((container) => {
    if (container.resourcesUnknown) return false;
    return ![container, ...patched.filter(({ name }) => name === undefined || name === container.name)].some(({ requests, limits }) => requests[resource] ?? limits[resource]);
  });
}

function isResourcePatched(model: Model, workload: WorkloadFact): boolean {
  return isPatched(model, workload, workload.value.kind, (path) => /\.resources(?:\.|$)/.test(path));
}

function givenByNamespace(model: Model, { value }: WorkloadFact, resource: Measured): boolean {
  return model.facts('k8s.limit-range').some((range) => range.value[resource] && (range.value.namespace === undefined || value.namespace === undefined || range.value.namespace === value.namespace));
}

/** Containers whose memory nothing bounds, as {@link withoutRequest}; a vertical autoscaler moves only limits that are there. */
export function withoutMemoryLimit(model: Model, workload: WorkloadFact): readonly K8sContainer[] {
  if (givenByNamespace(model, workload, 'memory') || isResourcePatched(model, workload)) return [];
  const patched = patchesOf(model, workload).flatMap(({ value }) => value.containers);
  return countedContainers(workload).filter((container) => !container.resourcesUnknown
    && ![container, ...patched.filter(({ name }) => name === undefined || name === container.name)].some(({ limits }) => limits.memory));
}
