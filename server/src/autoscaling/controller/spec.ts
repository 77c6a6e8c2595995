/** The part of an autoscaling/v2 HorizontalPodAutoscaler spec that decides how many pods there are; the target is known. */
export interface HpaSpec {
  /** 1 when left out. */
  readonly minReplicas?: number;
  readonly maxReplicas: number;
  /** CPU at 80 % of its request when left out or empty. */
  readonly metrics?: readonly MetricSpec[];
  readonly behavior?: Behavior;
}

/** A quantity as manifests write it: `100m`, `1Gi`, `5`. */
export type QuantityText = string | number;

export interface MetricTarget {
  readonly type: 'Utilization' | 'Value' | 'AverageValue';
  /** Per cent of the request. */
  readonly averageUtilization?: number;
  readonly value?: QuantityText;
  readonly averageValue?: QuantityText;
}

interface NamedMetric {
  readonly metric: { readonly name: string };
  readonly target: MetricTarget;
}

/** The API takes other names than `cpu` and `memory` too, but the metrics API knows nothing of them. */
export type ResourceName = string;

export type MetricSpec =
  | { readonly type: 'Resource'; readonly resource: { readonly name: ResourceName; readonly target: MetricTarget } }
  | { readonly type: 'ContainerResource'; readonly containerResource: { readonly name: ResourceName; readonly container: string; readonly target: MetricTarget } }
  | { readonly type: 'Pods'; readonly pods: NamedMetric }
  | { readonly type: 'Object'; readonly object: NamedMetric }
  | { readonly type: 'External'; readonly external: NamedMetric };

export interface Behavior {
  readonly scaleUp?: ScalingRules;
  readonly scaleDown?: ScalingRules;
}

export interface ScalingRules {
  readonly stabilizationWindowSeconds?: number;
  readonly selectPolicy?: 'Max' | 'Min' | 'Disabled';
  readonly policies?: readonly ScalingPolicy[];
  /** Since Kubernetes 1.35 (beta): in place of the controller's own. */
  readonly tolerance?: QuantityText;
}

export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
}

/** Flags of kube-controller-manager; times in seconds. */
export interface ControllerSettings {
  readonly syncPeriodSeconds: number;
  /** Share by which usage may differ from the target without any change. */
  readonly tolerance: number;
  readonly downscaleStabilizationSeconds: number;
  readonly cpuInitializationPeriodSeconds: number;
  readonly initialReadinessDelaySeconds: number;
}

/** Values without any flags. Source: the reference of kube-controller-manager. */
export const defaultController: ControllerSettings = {
  syncPeriodSeconds: 15, tolerance: 0.1, downscaleStabilizationSeconds: 300, cpuInitializationPeriodSeconds: 300, initialReadinessDelaySeconds: 30,
};

/** What the release of a cluster brings. */
export interface Features {
  /** Whether `behavior` may set tolerances: on by default since 1.35. */
  readonly behaviorTolerance: boolean;
  /**
   * Whether the ratio itself is compared with 1 ± tolerance: since 1.33. Before, the distance from 1 was compared with the
   * tolerance, which binary fractions let 110 % of the target miss by a hair.
   */
  readonly toleranceAsBounds: boolean;
  /** Whether a pod whose sample lacks the container of a metric only counts as missing, in place of failing the metric: since 1.33. */
  readonly missesContainers: boolean;
  /** Whether a proposal for the average of an external metric that is too large becomes the largest number: since 1.34. */
  readonly capsExternalAverages: boolean;
  /** The same for values that all pods work on together: since 1.35. */
  readonly capsValues: boolean;
  /** Whether `minReplicas` may be 0 and the controller starts again by itself: on by default since 1.37. */
  readonly scaleToZero: boolean;
}

/** Features of a release such as `1.32`, as they are switched by default. */
export function featuresOf(version: string): Features {
  const [major = 1, minor = 0] = version.split('.').map(Number);
  const since = (release: number): boolean => major > 1 || minor >= release;
  return { behaviorTolerance: since(35), toleranceAsBounds: since(33), missesContainers: since(33), capsExternalAverages: since(34), capsValues: since(35), scaleToZero: since(37) };
}
