import type { Finding } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import { blockersOf, firstToFix } from '../facts/blockers.js';
import { deployables } from '../facts/deployable.js';
import { joinWorkload } from '../facts/join.js';
import { scalersNaming, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { withoutRequest } from '../facts/kubernetes/requests.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import type { Known } from './known.js';
import type { Evidence } from './statement.js';

/** Whether an autoscaler may add replicas of something that runs. */
export interface WorkloadReadiness {
  readonly name: string;
  /** `Deployment` and the like; `application` for a program without a manifest. */
  readonly kind: string;
  readonly at: Evidence;
  /** `ready`: nothing is in the way; `blocked`: open errors in its code; `incomplete`: its manifest lacks what an autoscaler needs; `unknown`: its code was not found. */
  readonly verdict: 'ready' | 'blocked' | 'incomplete' | 'unknown';
  /** In the order to fix them. */
  readonly blockers: readonly Finding[];
  /** What its manifest lacks. */
  readonly lacks: readonly ('manifest' | 'request' | 'probe' | 'autoscaler')[];
}

/** Every own workload that serves for long, and programs that no manifest runs. */
export function readinessOf(model: Model, { workloads }: Known): readonly WorkloadReadiness[] {
  const serving = workloads.filter(({ value }) => ['Deployment', 'StatefulSet', 'Rollout', 'DeploymentConfig', 'ReplicaSet'].includes(value.kind) && value.name !== undefined);
  const joined = serving.flatMap((workload) => joinWorkload(model, workload)?.folders ?? []);
  const alone = deployables(model).filter(({ dir }) => !joined.some((folder) => folder === dir || dir.startsWith(`${folder}/`) || folder === ''));
  return [...serving.map((workload) => ofWorkload(model, workload)), ...alone.map(({ dir, module }) => ofProgram(model, dir, module.name))];
}

function ofWorkload(model: Model, workload: WorkloadFact): WorkloadReadiness {
  const { name = '', kind } = workload.value;
  const found = joinWorkload(model, workload);
  const blockers = found ? firstToFix(blockersOf(model, found, workload)) : [];
  const probes = mainContainer(workload)?.probes ?? {};
  const lacks: WorkloadReadiness['lacks'] = [
    ...(withoutRequest(model, workload, 'cpu').length > 0 ? ['request' as const] : []),
    ...(probes.readiness || probes.startup ? [] : ['probe' as const]),
    ...(scalersNaming(model, workload).length > 0 ? [] : ['autoscaler' as const]),
  ];
  const verdict = blockers.length > 0 ? 'blocked' : !found ? 'unknown' : lacks.some((lack) => lack !== 'autoscaler') ? 'incomplete' : 'ready';
  return { name, kind, at: { file: workload.file, line: workload.range.startLine }, verdict, blockers, lacks };
}

function ofProgram(model: Model, dir: string, name: string): WorkloadReadiness {
  const { application } = model.moduleOf(`${dir}/x`);
  const blockers = firstToFix(model.facts('finding').map(({ value }) => value).filter(({ severity, rule, module }) => severity === 'error' && /^(?:state|storage|work|network)\//.test(rule) && model.moduleOf(`${module}/x`).application === application));
  const file = model.moduleOf(`${dir}/x`).buildFile ?? dir;
  return { name, kind: 'application', at: { file, line: 1 }, verdict: blockers.length > 0 ? 'blocked' : 'incomplete', blockers, lacks: ['manifest'] };
}
