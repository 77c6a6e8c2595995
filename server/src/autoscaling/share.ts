import { simulate, type Outcome, type Simulation } from './plant/simulate.js';

/** Workloads on nodes that they share, and what each would take by itself. */
export interface Shared {
  readonly outcomes: readonly Outcome[];
  /** Most pods that each workload wants when nobody is in its way, in the order of the workloads. */
  readonly alone: readonly number[];
  /** Most pods that run at a time on the shared nodes. */
  readonly together: number;
}

/** Runs workloads on a pool, and each again with room without end: the same service without sharing takes the sum of these. */
export function share(simulation: Simulation): Shared {
  const outcomes = simulate(simulation);
  const { pool: _pool, ...unbounded } = simulation;
  const alone = simulation.workloads.flatMap((workload) => simulate({ ...unbounded, workloads: [workload] })).map(({ moments }) => moments.reduce((most, { wanted }) => Math.max(most, wanted), 0));
  const running = (outcomes[0]?.moments ?? []).map((_, index) => outcomes.reduce((sum, { moments }) => sum + (moments[index]?.wanted ?? 0) - (moments[index]?.pending ?? 0), 0));
  return { outcomes, alone, together: running.reduce((most, pods) => Math.max(most, pods), 0) };
}
