import { compare, type Case } from '../autoscaling/compare.js';
import { autoscalerOf } from '../autoscaling/controller/autoscaler.js';
import { defaultController, featuresOf, type HpaSpec } from '../autoscaling/controller/spec.js';
import { shapedLoad } from '../autoscaling/input/load.js';
import type { Outcome } from '../autoscaling/plant/simulate.js';
import type { Load, PodModel } from '../autoscaling/plant/workload.js';
import { say, type Locale, type Localized } from '../contract/words.js';

/** An autoscaler that is tried. */
export interface TriedAutoscaler {
  readonly name: string;
  readonly spec: HpaSpec;
  /** Replicas at the beginning; `minReplicas` without it. */
  readonly replicas?: number;
}

/** A pod in the units that people know it by: CPU in millicores, latency in ms, start-up in seconds. */
export interface TriedPod {
  readonly request: number;
  readonly limit: number;
  /** Requests per second that it answers at its limit. */
  readonly capacity: number;
  /** Time that a request waits for databases and other services. */
  readonly latency: number;
  readonly startUp: number;
}

/** A form of a load between two rates in requests per second, as `shapedLoad` knows it, or the load itself. */
export type TriedLoad = { readonly kind: 'shape'; readonly shape: string; readonly low: number; readonly high: number } | Load;

/** Everything that a simulation is told. It is JSON: commands, the editor and its page hand it to each other. */
export interface Setup {
  readonly autoscalers: readonly TriedAutoscaler[];
  /** Numbers of replicas to compare with. */
  readonly fixed: readonly number[];
  readonly pod: TriedPod;
  readonly load: TriedLoad;
  /** Seconds. */
  readonly duration: number;
  /** Mean response time in ms that should not be exceeded. */
  readonly goal?: number;
  /** Pods that fit on the nodes. */
  readonly pool?: number;
  /** Release of the cluster, for example 1.32. */
  readonly clusterVersion: string;
}

const fixedName: Localized = { en: '{replicas} fixed', ko: '고정 {replicas}개' };

/** What becomes of each number of replicas and each autoscaler, in that order. */
export function run(setup: Setup, lang: Locale): readonly Outcome[] {
  const { autoscalers, fixed, pod, duration, goal, pool, clusterVersion } = setup;
  const cases = [...fixed.map((replicas): Case => ({ name: say(fixedName, lang, { replicas }), replicas })), ...autoscalers.map((each) => caseOf(each, clusterVersion))];
  return compare({ cases, pod: podModel(pod), load: loadOf(setup), duration, ...(pool === undefined ? {} : { pool: { pods: pool } }), ...(goal === undefined ? {} : { goal }) });
}

function caseOf({ name, spec, replicas }: TriedAutoscaler, clusterVersion: string): Case {
  const autoscaler = autoscalerOf(spec, defaultController, featuresOf(clusterVersion));
  return { name: `${name} ${autoscaler.min}–${autoscaler.max}`, autoscaler, replicas: replicas ?? autoscaler.min };
}

export function podModel({ request, limit, capacity, latency, startUp }: TriedPod): PodModel {
  // While it starts, a runtime takes what it is given.
  return { cpuRequest: request, cpuLimit: limit, cpuPerRequest: limit / capacity, latency, startUp, startUpCpu: limit };
}

function loadOf({ load, duration }: Setup): Load {
  if (load.kind !== 'shape') return load;
  return shapedLoad(load.shape, load.low, load.high, duration) ?? { kind: 'open', rate: [[0, load.high]] };
}

/** Whether the load counts requests per second; else it counts users. */
export function loadIsRate({ load }: Setup): boolean {
  return load.kind !== 'closed';
}
