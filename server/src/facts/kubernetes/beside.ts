import type { Model } from '../../contract/workspace.js';
import { isCompanion } from './companion.js';
import { countedContainers, mainContainer } from './role.js';
import type { WorkloadFact } from './relate.js';

/** Whether the namespace lets Istio add its proxy to every pod. A namespace that is given at deployment may be any. */
function isMeshed(model: Model, { value: { namespace } }: WorkloadFact): boolean {
  return namespace !== undefined && model.facts('k8s.object').some(({ value }) => value.kind === 'Namespace' && value.name === namespace && value.labels['istio-injection'] === 'enabled');
}

/** Containers that run beside the application in each pod, by name: written ones and those that an admission webhook adds. */
export function companionsOf(model: Model, workload: WorkloadFact): readonly string[] {
  const main = mainContainer(workload);
  const beside = countedContainers(workload).filter((container) => container !== main && (container.role === 'sidecar' || isCompanion(container)));
  const { injected, refused } = workload.value.pod;
  const added = [...injected, ...(isMeshed(model, workload) ? ['istio-proxy'] : [])].filter((name) => !refused.includes(name));
  return [...new Set([...beside.flatMap(({ name }) => name ?? []), ...added])];
}
