import type { Autoscaler } from './controller/autoscaler.js';
import { simulate, type Outcome, type Simulation } from './plant/simulate.js';
import type { Load, PodModel } from './plant/workload.js';

/** One way to run a workload: with an autoscaler, or a fixed number of replicas. */
export interface Case {
  readonly name: string;
  readonly autoscaler?: Autoscaler;
  /** At the beginning. */
  readonly replicas: number;
}

/** The same pods under the same load, run in several ways. */
export interface Comparison extends Pick<Simulation, 'duration' | 'metrics' | 'pool' | 'goal'> {
  readonly cases: readonly Case[];
  readonly pod: PodModel;
  readonly load: Load;
}

/** What each way comes to, in the order of the cases. */
export function compare({ cases, pod, load, ...simulation }: Comparison): readonly Outcome[] {
  return cases.flatMap((each) => simulate({ ...simulation, workloads: [{ ...each, pod, load }] }));
}
