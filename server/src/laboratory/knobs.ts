import type { HpaSpec, MetricSpec, ScalingRules } from '../autoscaling/controller/spec.js';
import { defaultController } from '../autoscaling/controller/spec.js';

/** What people turn at an autoscaler. */
export interface Knobs {
  readonly min: number;
  readonly max: number;
  /** Per cent of the request; `undefined` where CPU is not measured in this way. */
  readonly target: number | undefined;
  /** Stabilization windows in seconds. */
  readonly upWindow: number;
  readonly downWindow: number;
}

const defaultTarget = 80;

/** The target of CPU, of all containers or of one. */
function cpuTarget(metric: MetricSpec): number | undefined {
  const source = metric.type === 'Resource' ? metric.resource : metric.type === 'ContainerResource' ? metric.containerResource : undefined;
  return source?.name === 'cpu' ? source.target.averageUtilization : undefined;
}

export function knobsOf({ minReplicas = 1, maxReplicas, metrics = [], behavior }: HpaSpec): Knobs {
  return {
    min: minReplicas, max: maxReplicas,
    target: metrics.length === 0 ? defaultTarget : metrics.map(cpuTarget).find((target) => target !== undefined),
    upWindow: behavior?.scaleUp?.stabilizationWindowSeconds ?? 0,
    downWindow: behavior?.scaleDown?.stabilizationWindowSeconds ?? defaultController.downscaleStabilizationSeconds,
  };
}

/** The autoscaler with its knobs turned. What nobody turned stays as it was written: an empty `behavior` already changes how the controller goes about it. */
export function withKnobs(spec: HpaSpec, knobs: Knobs): HpaSpec {
  const before = knobsOf(spec);
  const behavior = {
    ...(spec.behavior ?? {}),
    ...windowed('scaleUp', spec.behavior?.scaleUp, before.upWindow, knobs.upWindow),
    ...windowed('scaleDown', spec.behavior?.scaleDown, before.downWindow, knobs.downWindow),
  };
  return {
    ...spec, minReplicas: knobs.min, maxReplicas: knobs.max,
    ...(knobs.target === before.target || knobs.target === undefined ? {} : { metrics: retargeted(spec.metrics ?? [], knobs.target) }),
    ...(spec.behavior || Object.keys(behavior).length > 0 ? { behavior } : {}),
  };
}

function windowed(key: 'scaleUp' | 'scaleDown', rules: ScalingRules | undefined, before: number, now: number): Partial<Record<typeof key, ScalingRules>> {
  return now === before ? {} : { [key]: { ...rules, stabilizationWindowSeconds: now } };
}

function retargeted(metrics: readonly MetricSpec[], target: number): readonly MetricSpec[] {
  const utilization = { type: 'Utilization', averageUtilization: target } as const;
  if (metrics.length === 0) return [{ type: 'Resource', resource: { name: 'cpu', target: utilization } }];
  const turned = metrics.find((metric) => cpuTarget(metric) !== undefined);
  return metrics.map((metric): MetricSpec => {
    if (metric !== turned) return metric;
    if (metric.type === 'Resource') return { ...metric, resource: { ...metric.resource, target: utilization } };
    return metric.type === 'ContainerResource' ? { ...metric, containerResource: { ...metric.containerResource, target: utilization } } : metric;
  });
}
