import type { Model } from '../../../contract/workspace.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { workloadsOf } from '../../../generators/probes.js';

/** Whether a manifest already asks the program of a module whether it works; that a port is open tells nothing of that. */
export function isAsked(model: Model, dir: string): boolean {
  return workloadsOf(model, dir).some((workload) => {
    const probes = mainContainer(workload)?.probes;
    return [probes?.liveness, probes?.readiness].some((probe) => probe !== undefined && ['http', 'grpc', 'exec'].includes(probe.kind));
  });
}
