import type { Autoscaler } from './autoscaler.js';
import { History } from './history.js';
import { normalize } from './normalize.js';
import type { Observation } from './observed.js';
import { propose } from './propose.js';

/** Conditions of an autoscaler by type, each as `Status/Reason`. */
export type Conditions = Readonly<Record<string, string>>;

export interface Reconciled {
  readonly replicas: number;
  /** Whether some metric could not be worked out. */
  readonly metricError: boolean;
  readonly conditions: Conditions;
}

const failureOf = { cpu: 'FailedGetResourceMetric', container: 'FailedGetContainerResourceMetric', pods: 'FailedGetPodsMetric', object: 'FailedGetObjectMetric', external: 'FailedGetExternalMetric' } as const;

function reasonOf(metric: Autoscaler['metrics'][number]): string {
  if (metric.source !== 'resource') return failureOf[metric.source];
  return metric.container === undefined ? failureOf.cpu : failureOf.container;
}

/**
 * The horizontal pod autoscaler controller for one autoscaler, exact to the pod: integer arithmetic, readiness, missing
 * samples, tolerance, stabilization and rates. Source: pkg/controller/podautoscaler of Kubernetes 1.32 and, for what
 * features switch on, of later releases.
 */
export class Controller {
  private readonly history = new History();
  private conditions: Record<string, string> = {};

  constructor(private readonly autoscaler: Autoscaler) {}

  /** One sync. The caller sets the number of replicas, as the API server would. */
  reconcile(seen: Observation): Reconciled {
    const { now, replicas: current } = seen;
    this.conditions = { ...this.conditions, AbleToScale: 'True/SucceededGetScale' };
    if (this.history.isEmpty) this.history.recommend(now, current);
    if (this.isDisabled(current)) {
      this.conditions['ScalingActive'] = 'False/ScalingDisabled';
      return this.told(current, false);
    }
    const { min, max } = this.autoscaler;
    if (current > max) return this.scaled(now, current, max, false);
    if (current !== 0 && current < min) return this.scaled(now, current, min, false);
    return this.byMetrics(seen);
  }

  /** No pods at all means that somebody switched the workload off, unless the controller itself did. */
  private isDisabled(current: number): boolean {
    if (current !== 0) return false;
    const { min, features } = this.autoscaler;
    return features.scaleToZero ? this.conditions['ScaledToZero'] !== 'True/ScaledToZero' || (min === 0 && !this.startsFromZero) : min !== 0;
  }

  private get startsFromZero(): boolean {
    return this.autoscaler.metrics.some(({ source }) => source === 'object' || source === 'external');
  }

  private byMetrics(seen: Observation): Reconciled {
    const { now, replicas: current } = seen;
    const { min, metrics, features } = this.autoscaler;
    const proposals = metrics.map((metric) => propose(metric, seen, this.autoscaler));
    const failed = metrics.filter((_, index) => proposals[index] === undefined);
    const recommended = Math.max(0, ...proposals.flatMap((each) => each ?? []));
    const [first] = failed;
    if (first && (failed.length === metrics.length || recommended < current)) {
      this.conditions['ScalingActive'] = `False/${reasonOf(first)}`;
      return this.told(current, true);
    }
    this.conditions['ScalingActive'] = 'True/ValidMetricFound';
    const { pods, stabilized, limited } = normalize(now, current, recommended, this.autoscaler, this.history);
    this.conditions['AbleToScale'] = `True/${stabilized}`;
    this.conditions['ScalingLimited'] = `${limited.is ? 'True' : 'False'}/${limited.reason}`;
    // Only a controller that scaled to zero itself comes here with nothing; a raised minimum counts at once then.
    const wanted = current === 0 && features.scaleToZero ? Math.max(min, pods) : pods;
    return wanted === current ? this.told(current, failed.length > 0) : this.scaled(now, current, wanted, failed.length > 0);
  }

  private scaled(now: number, from: number, to: number, metricError: boolean): Reconciled {
    this.conditions['AbleToScale'] = 'True/SucceededRescale';
    const { behavior } = this.autoscaler;
    if (behavior) this.history.scaled(now, from, to, (to > from ? behavior.up : behavior.down).policies);
    if (this.autoscaler.features.scaleToZero) this.conditions['ScaledToZero'] = to === 0 && this.startsFromZero ? 'True/ScaledToZero' : 'False/NotScaledToZero';
    return this.told(to, metricError);
  }

  private told(replicas: number, metricError: boolean): Reconciled {
    return { replicas, metricError, conditions: this.conditions };
  }
}
