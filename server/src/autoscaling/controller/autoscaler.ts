import { quantity } from '../../base/quantity.js';
import type { ControllerSettings, Features, HpaSpec, MetricSpec, MetricTarget, QuantityText, ResourceName, ScalingPolicy, ScalingRules } from './spec.js';

/** What a metric is kept at: per cent of the request, or an amount in thousandths (of a core, a byte, a request). */
export type Target =
  | { readonly kind: 'utilization'; readonly percent: number }
  | { readonly kind: 'average' | 'value'; readonly amount: number };

/** A metric with its target worked out. */
export type Metric =
  | { readonly source: 'resource'; readonly resource: ResourceName; readonly container?: string; readonly target: Target | undefined }
  | { readonly source: 'pods' | 'object' | 'external'; readonly name: string; readonly target: Target | undefined };

/** Scaling rules with the defaults of the API filled in. */
export interface Rules {
  readonly window: number;
  readonly select: 'Max' | 'Min' | 'Disabled';
  readonly policies: readonly ScalingPolicy[];
}

/** An autoscaler as the controller sees it after the API has filled in defaults. */
export interface Autoscaler {
  readonly min: number;
  readonly max: number;
  readonly metrics: readonly Metric[];
  /** Absent where the manifest has no `behavior`, which is another algorithm than its defaults. */
  readonly behavior?: { readonly up: Rules; readonly down: Rules };
  readonly tolerance: { readonly up: number; readonly down: number };
  readonly controller: ControllerSettings;
  readonly features: Features;
}

const upDefaults: readonly ScalingPolicy[] = [{ type: 'Pods', value: 4, periodSeconds: 15 }, { type: 'Percent', value: 100, periodSeconds: 15 }];
const downDefaults: readonly ScalingPolicy[] = [{ type: 'Percent', value: 100, periodSeconds: 15 }];
const defaultMetrics: readonly MetricSpec[] = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }];

/** Fills in what a spec leaves out, as the API server and the controller do. */
export function autoscalerOf(spec: HpaSpec, controller: ControllerSettings, features: Features): Autoscaler {
  const { behavior } = spec;
  const toleranceOf = (rules: ScalingRules | undefined): number => (features.behaviorTolerance && rules?.tolerance !== undefined ? quantity(String(rules.tolerance)) : undefined) ?? controller.tolerance;
  return {
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    metrics: (spec.metrics?.length ? spec.metrics : defaultMetrics).map(metricOf),
    ...(behavior ? { behavior: { up: rulesOf(behavior.scaleUp, 0, upDefaults), down: rulesOf(behavior.scaleDown, controller.downscaleStabilizationSeconds, downDefaults) } } : {}),
    tolerance: { up: toleranceOf(behavior?.scaleUp), down: toleranceOf(behavior?.scaleDown) },
    controller, features,
  };
}

function rulesOf(rules: ScalingRules | undefined, window: number, policies: readonly ScalingPolicy[]): Rules {
  return { window: rules?.stabilizationWindowSeconds ?? window, select: rules?.selectPolicy ?? 'Max', policies: rules?.policies ?? policies };
}

function metricOf(spec: MetricSpec): Metric {
  switch (spec.type) {
    case 'Resource': return { source: 'resource', resource: spec.resource.name, target: resourceTarget(spec.resource.target) };
    case 'ContainerResource': return { source: 'resource', resource: spec.containerResource.name, container: spec.containerResource.container, target: resourceTarget(spec.containerResource.target) };
    case 'Pods': return { source: 'pods', name: spec.pods.metric.name, target: averageTarget(spec.pods.target) };
    case 'Object': return { source: 'object', name: spec.object.metric.name, target: objectTarget(spec.object.target) };
    case 'External': return { source: 'external', name: spec.external.metric.name, target: averageTarget(spec.external.target) ?? valueTarget(spec.external.target) };
  }
}

function resourceTarget(target: MetricTarget): Target | undefined {
  return averageTarget(target) ?? (target.averageUtilization === undefined ? undefined : { kind: 'utilization', percent: target.averageUtilization });
}

/** Only of an object may both values be given; the type tells which one counts. */
function objectTarget(target: MetricTarget): Target | undefined {
  return target.type === 'Value' ? valueTarget(target) : target.type === 'AverageValue' ? averageTarget(target) : undefined;
}

function averageTarget({ averageValue }: MetricTarget): Target | undefined {
  return averageValue === undefined ? undefined : { kind: 'average', amount: thousandths(averageValue) };
}

function valueTarget({ value }: MetricTarget): Target | undefined {
  return value === undefined ? undefined : { kind: 'value', amount: thousandths(value) };
}

/** A quantity in thousandths, rounded up as Kubernetes does; the rounding of binary fractions is taken off before. */
function thousandths(text: QuantityText): number {
  return Math.ceil(Number(((quantity(String(text)) ?? Number.NaN) * 1000).toPrecision(15)));
}
