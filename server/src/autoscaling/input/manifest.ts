import type { Behavior, HpaSpec, MetricSpec, MetricTarget, QuantityText, ResourceName } from '../controller/spec.js';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** Whether a document is a HorizontalPodAutoscaler. */
export function isHpa(document: unknown): boolean {
  const { apiVersion, kind } = fieldsOf(document);
  return kind === 'HorizontalPodAutoscaler' && typeof apiVersion === 'string' && apiVersion.startsWith('autoscaling/');
}

/** Without fields that are null, which the API takes for left out. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]: readonly [string, unknown]) => (each === null ? [] : [[name, given(each)]])));
}

/** The spec of a HorizontalPodAutoscaler of any version, as autoscaling/v2 says it. Whether it is whole is for others to check. */
export function specOf(document: unknown): HpaSpec {
  const { apiVersion, spec } = fieldsOf(document);
  const { minReplicas, maxReplicas, metrics, behavior, targetCPUUtilizationPercentage: cpu } = fieldsOf(given(spec));
  const written = Array.isArray(metrics) ? metrics.map((metric) => (apiVersion === 'autoscaling/v2beta1' ? fromBeta(fieldsOf(metric)) : (metric as MetricSpec))) : undefined;
  const plain = cpu === undefined ? written : [{ type: 'Resource' as const, resource: { name: 'cpu' as const, target: { type: 'Utilization' as const, averageUtilization: cpu as number } } }];
  return {
    ...(minReplicas === undefined ? {} : { minReplicas: minReplicas as number }),
    maxReplicas: maxReplicas as number,
    ...(plain ? { metrics: plain } : {}),
    ...(behavior ? { behavior: behavior as Behavior } : {}),
  };
}

/** autoscaling/v2beta1 wrote targets beside the names of metrics. */
function fromBeta(metric: Fields): MetricSpec {
  const type = metric['type'] as MetricSpec['type'];
  const part = type === 'ContainerResource' ? 'containerResource' : String(type).toLowerCase();
  const { name, metricName, container, targetAverageUtilization, targetAverageValue, targetValue, target: object } = fieldsOf(metric[part]);
  const target: MetricTarget = {
    type: targetAverageUtilization !== undefined ? 'Utilization' : targetAverageValue !== undefined ? 'AverageValue' : 'Value',
    ...(targetAverageUtilization === undefined ? {} : { averageUtilization: targetAverageUtilization as number }),
    ...(targetAverageValue === undefined ? {} : { averageValue: targetAverageValue as QuantityText }),
    ...(targetValue === undefined ? {} : { value: targetValue as QuantityText }),
  };
  const named = name === undefined ? { metric: { name: metricName as string } } : { name: name as ResourceName };
  return { type, [part]: { ...named, ...(container === undefined ? {} : { container }), ...(object === undefined ? {} : { describedObject: object }), target } } as unknown as MetricSpec;
}

/** Names of metrics of pods that count the requests that they answer, for example `http_requests_per_second`. */
const countsRequests = /request|\brps\b|(?:^|_)(?:rps|qps|tps)(?:$|_)/i;

/** Whether the plant can tell what a metric would be: CPU, or requests per second of a pod. */
export function isSimulated(metric: MetricSpec): boolean {
  switch (metric.type) {
    case 'Resource': return metric.resource.name === 'cpu';
    case 'ContainerResource': return metric.containerResource.name === 'cpu';
    case 'Pods': return countsRequests.test(metric.pods.metric.name);
    default: return false;
  }
}

/** A name for a metric that a person knows it by. */
export function nameOf(metric: MetricSpec): string {
  switch (metric.type) {
    case 'Resource': return metric.resource.name;
    case 'ContainerResource': return `${metric.containerResource.name} (${metric.containerResource.container})`;
    case 'Pods': return metric.pods.metric.name;
    case 'Object': return metric.object.metric.name;
    case 'External': return metric.external.metric.name;
  }
}
