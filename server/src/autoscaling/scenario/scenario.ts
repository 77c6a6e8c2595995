import type { ControllerSettings, HpaSpec } from '../controller/spec.js';

/** What a container of every pod requests. */
export interface ContainerRequests {
  readonly name: string;
  readonly cpuRequestMillicores?: number;
  readonly memoryRequestMebibytes?: number;
}

interface Common {
  readonly id: string;
  readonly hpa: HpaSpec;
  readonly controller?: Partial<ControllerSettings>;
  /** Release of the cluster, such as `1.37`; 1.32 when left out. */
  readonly clusterVersion?: string;
}

/** One reconcile with empty history. */
export interface StepScenario extends Common {
  readonly kind: 'step';
  readonly currentReplicas: number;
  readonly containers: readonly ContainerRequests[];
  /** None when left out. */
  readonly pods?: readonly StepPod[];
  /** Series of each external metric, in thousandths. */
  readonly externalMetrics?: Readonly<Record<string, readonly number[]>>;
  /** Value of each object metric, in thousandths. */
  readonly objectMetrics?: Readonly<Record<string, number | readonly number[]>>;
}

export interface StepPod {
  readonly name: string;
  readonly phase: string;
  readonly deleting?: boolean;
  readonly startedSecondsAgo?: number;
  readonly ready?: boolean;
  readonly readyChangedSecondsAgo?: number;
  readonly metricAgeSeconds?: number;
  readonly metricWindowSeconds?: number;
  readonly cpuMillicores?: Readonly<Record<string, number>>;
  readonly memoryMebibytes?: Readonly<Record<string, number>>;
  /** In thousandths. */
  readonly podMetrics?: Readonly<Record<string, number>>;
}

/** A closed loop of the controller and pods that share a demand of CPU. */
export interface TraceScenario extends Common {
  readonly kind: 'trace';
  readonly workload: TraceWorkload;
  /** Time in seconds and demand in millicores from then on. */
  readonly demand: readonly (readonly [number, number])[];
  readonly durationSeconds: number;
}

export interface TraceWorkload {
  readonly initialReplicas: number;
  readonly containers: readonly ContainerRequests[];
  /** 0 or left out when there is none. */
  readonly cpuLimitMillicores?: number;
  readonly readyAfterSeconds: number;
  /** Age from which the metrics API knows a pod. */
  readonly metricsAfterSeconds: number;
  readonly metricWindowSeconds: number;
  /** What a pod uses until it is ready; 0 when left out. */
  readonly startupCpuMillicores?: number;
}

export type Scenario = StepScenario | TraceScenario;

export interface StepAnswer {
  readonly replicas: number;
  readonly metricError: boolean;
  readonly conditions: Readonly<Record<string, string>>;
}

/** Points of time, in seconds, and the number of replicas from then on. */
export interface TraceAnswer {
  readonly replicaChanges: readonly (readonly [number, number])[];
}

export interface Answer {
  readonly id: string;
  readonly expected: StepAnswer | TraceAnswer;
}
