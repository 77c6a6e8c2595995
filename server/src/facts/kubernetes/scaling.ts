import type { Document } from 'yaml';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, items, pairOf, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { amount, commonOf, integer, isOpen, known, nameSpan, rangeOf, resourcesOf, settingOf, type ResourceNode } from './document.js';
import { onJson } from './json.js';
import type { K8sScaler, ResizePolicy, ScalingBehavior, ScalingMetric, ScalingRules, TargetRef } from './kinds.js';

function targetOf(cx: FactFileContext, { doc, node, kindNode }: ResourceNode, key: string, defaultKind?: string): TargetRef {
  const ref = below(doc, node, 'spec', key);
  const name = below(doc, ref, 'name');
  const kind = below(doc, ref, 'kind');
  return {
    apiVersion: below(doc, ref, 'apiVersion') ? known(below(doc, ref, 'apiVersion')) : '',
    kind: kind ? known(kind) : defaultKind,
    kindAt: kind && rangeOf(cx, span(kind)),
    name: known(name),
    at: rangeOf(cx, span(name ?? ref ?? kindNode)),
  };
}

function rulesOf(cx: FactFileContext, doc: Document.Parsed, node: YamlNode | undefined): ScalingRules | undefined {
  if (!node) return undefined;
  const number = (of: YamlNode, key: string): number | undefined => {
    const value = below(doc, of, key);
    return value && integer(value);
  };
  return {
    window: settingOf(cx, doc, node, 'stabilizationWindowSeconds', integer),
    select: known(below(doc, node, 'selectPolicy')),
    policies: items(doc, below(doc, node, 'policies')).map((policy) => ({ type: known(below(doc, policy, 'type')), value: number(policy, 'value'), seconds: number(policy, 'periodSeconds') })),
    tolerance: settingOf(cx, doc, node, 'tolerance', amount),
  };
}

/** What stands at `behavior`: with it, the controller takes another way even where it is empty. */
function behaviorOf(cx: FactFileContext, doc: Document.Parsed, node: YamlNode | undefined): ScalingBehavior | undefined {
  return node && { up: rulesOf(cx, doc, below(doc, node, 'scaleUp')), down: rulesOf(cx, doc, below(doc, node, 'scaleDown')) };
}

function readHpa(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node } = resource;
  const spec = below(doc, node, 'spec');
  cx.emit('k8s.hpa', nameSpan(resource), {
    ...commonOf(cx, resource),
    target: targetOf(cx, resource, 'scaleTargetRef'),
    min: settingOf(cx, doc, spec, 'minReplicas', integer),
    max: settingOf(cx, doc, spec, 'maxReplicas', integer),
    metrics: hpaMetrics(cx, resource, spec),
    behavior: behaviorOf(cx, doc, below(doc, spec, 'behavior')),
    incomplete: isOpen(doc, spec, resource.templated),
  });
}

function hpaMetrics(cx: FactFileContext, { doc, kindNode }: ResourceNode, spec: YamlNode | undefined): readonly ScalingMetric[] {
  const listed = items(doc, below(doc, spec, 'metrics'));
  if (listed.length > 0) return listed.map((metric) => hpaMetric(cx, doc, metric));
  // A `metrics` key whose value is not a list here (a template, an alias) is no proof of the default.
  if (pairOf(doc, spec, 'metrics')) return [];
  const v1 = pairOf(doc, spec, 'targetCPUUtilizationPercentage');
  const at = rangeOf(cx, v1 ? span(v1.key) : span(kindNode));
  return [{ type: 'Resource', name: 'cpu', target: 'Utilization', value: v1?.value ? integer(v1.value) : 80, given: v1 !== undefined, at }];
}

/** Field of the metric's type, for example `containerResource`. */
function sourceKey(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}

function hpaMetric(cx: FactFileContext, doc: Document.Parsed, metric: YamlNode): ScalingMetric {
  const type = known(below(doc, metric, 'type')) ?? 'unknown';
  const source = below(doc, metric, sourceKey(type));
  const nameNode = below(doc, source, 'name') ?? below(doc, source, 'metric', 'name') ?? below(doc, source, 'metricName');
  return {
    type,
    name: known(nameNode),
    container: known(below(doc, source, 'container')),
    ...targetValue(doc, source),
    given: true,
    at: rangeOf(cx, span(nameNode ?? below(doc, metric, 'type') ?? metric)),
  };
}

/** Target of a metric in v2 (`target:`) and in the v2beta1 of older files (`targetAverageUtilization:`). */
function targetValue(doc: Document.Parsed, source: YamlNode | undefined): Pick<ScalingMetric, 'target' | 'value' | 'quantity'> {
  const at = (...path: string[]): YamlNode | undefined => below(doc, source, ...path);
  const utilization = at('target', 'averageUtilization') ?? at('targetAverageUtilization');
  if (utilization) return { target: 'Utilization', value: integer(utilization) };
  const average = at('target', 'averageValue') ?? at('targetAverageValue');
  if (average) return { target: 'AverageValue', quantity: amount(average) };
  const whole = at('target', 'value') ?? at('targetValue');
  return whole ? { target: 'Value', quantity: amount(whole) } : {};
}

/** KEDA's objects, and other custom autoscalers as far as they name their target the same way. */
function readScaledObject(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, kind } = resource;
  const spec = below(doc, node, 'spec');
  const scaler: K8sScaler = {
    ...commonOf(cx, resource),
    target: targetOf(cx, resource, 'scaleTargetRef', 'Deployment'),
    min: settingOf(cx, doc, spec, 'minReplicaCount', integer),
    max: settingOf(cx, doc, spec, 'maxReplicaCount', integer),
    metrics: items(doc, below(doc, spec, 'triggers')).map((trigger) => kedaTrigger(cx, doc, trigger)),
    behavior: behaviorOf(cx, doc, below(doc, spec, 'advanced', 'horizontalPodAutoscalerConfig', 'behavior')),
    incomplete: isOpen(doc, spec, resource.templated),
  };
  cx.emit('k8s.scaled-object', nameSpan(resource), {
    ...scaler,
    kind,
    hpaName: known(below(doc, spec, 'advanced', 'horizontalPodAutoscalerConfig', 'name')),
    takesOver: known(below(doc, node, 'metadata', 'annotations', 'scaledobject.keda.sh/transfer-hpa-ownership')) === 'true',
  });
}

function kedaTrigger(cx: FactFileContext, doc: Document.Parsed, trigger: YamlNode): ScalingMetric {
  const typeNode = below(doc, trigger, 'type');
  const type = known(typeNode) ?? 'unknown';
  const resource = type === 'cpu' || type === 'memory';
  // Until KEDA 2.9 the kind of target stood in the trigger's metadata.
  const target = known(below(doc, trigger, 'metricType')) ?? known(below(doc, trigger, 'metadata', 'type'));
  const value = below(doc, trigger, 'metadata', 'value');
  return {
    type: resource ? 'Resource' : type,
    name: resource ? type : undefined,
    container: known(below(doc, trigger, 'metadata', 'containerName')),
    ...(resource && target === 'Utilization' ? { target, value: value && integer(value) } : {}),
    given: true,
    at: rangeOf(cx, span(typeNode ?? trigger)),
  };
}

function readVpa(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node } = resource;
  const update = below(doc, node, 'spec', 'updatePolicy');
  const mode = settingOf(cx, doc, update, 'updateMode', known);
  cx.emit('k8s.vpa', nameSpan(resource), {
    ...commonOf(cx, resource),
    target: targetOf(cx, resource, 'targetRef'),
    updateMode: mode?.value ?? 'Auto',
    modeAt: mode?.at,
    policies: items(doc, below(doc, node, 'spec', 'resourcePolicy', 'containerPolicies')).map((policy) => resizePolicy(doc, policy)),
  });
}

function resizePolicy(doc: Document.Parsed, policy: YamlNode): ResizePolicy {
  const resources = items(doc, below(doc, policy, 'controlledResources')).flatMap((resource) => known(resource) ?? []);
  return { container: known(below(doc, policy, 'containerName')), off: known(below(doc, policy, 'mode')) === 'Off', resources: resources.length > 0 ? resources : ['cpu', 'memory'] };
}

function readScaler(cx: FactFileContext, resource: ResourceNode): void {
  const { doc, node, kind, apiVersion } = resource;
  if (kind === 'HorizontalPodAutoscaler' && apiVersion.startsWith('autoscaling/')) return readHpa(cx, resource);
  if (kind === 'VerticalPodAutoscaler') return readVpa(cx, resource);
  if (below(doc, node, 'spec', 'scaleTargetRef')) readScaledObject(cx, resource);
}

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  for (const resource of resourcesOf(document)) readScaler(cx, resource);
}

const needles = [['scaleTargetRef'], ['HorizontalPodAutoscaler'], ['VerticalPodAutoscaler']];

/** `k8s.hpa`, `k8s.scaled-object`, `k8s.vpa`: everything that changes the size of a workload. */
export const scalingFacts: FactExtractor = {
  kinds: ['k8s.hpa', 'k8s.scaled-object', 'k8s.vpa'],
  matchers: [factMatcher({ language: 'yaml', needles, on: { document: readDocument } }), onJson(needles, readDocument)],
};
