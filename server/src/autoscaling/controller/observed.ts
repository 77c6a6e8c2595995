/** What the metrics API tells of a pod. CPU in millicores and memory in bytes by container, other metrics in thousandths. */
export interface Sample {
  /** Seconds on the clock of the observation. */
  readonly takenAt: number;
  /** Seconds over which it was measured. */
  readonly window: number;
  readonly cpu?: Readonly<Record<string, number>>;
  readonly memory?: Readonly<Record<string, number>>;
  readonly custom?: Readonly<Record<string, number>>;
}

/** A pod as the controller sees it; times in seconds on the clock of the observation. */
export interface ObservedPod {
  readonly phase: string;
  readonly deleting: boolean;
  /** `undefined` before the kubelet has taken the pod. */
  readonly startedAt: number | undefined;
  /** The Ready condition; `undefined` when there is none yet. */
  readonly ready: { readonly is: boolean; readonly changedAt: number } | undefined;
  /** `undefined` when the metrics API has none. */
  readonly sample: Sample | undefined;
}

/** What each container of every pod requests: CPU in millicores, memory in bytes. */
export interface Requests {
  readonly container: string;
  readonly cpu?: number;
  readonly memory?: number;
}

/** Everything that one reconcile looks at. */
export interface Observation {
  /** Seconds. */
  readonly now: number;
  /** `spec.replicas` of the target. */
  readonly replicas: number;
  readonly pods: readonly ObservedPod[];
  readonly requests: readonly Requests[];
  /** Series of external metrics and values of object metrics by name, in thousandths; a name that is absent cannot be read. */
  readonly external: Readonly<Record<string, readonly number[]>>;
  readonly object: Readonly<Record<string, number>>;
}
