import type { ResourceNode } from '../../../facts/kubernetes/document.js';
import { below, items, pairOf, text, type YamlNode } from '../../../syntax/yaml/ask.js';

/** A field of the API with the minor versions of Kubernetes from which it is known, and works without a feature gate. */
export interface Feature {
  readonly field: string;
  readonly gate: string;
  readonly known: number;
  readonly on: number;
  /** The tokens that use it. */
  readonly uses: (resource: ResourceNode) => readonly (YamlNode | undefined)[];
  /** What it does where the field is not known. */
  readonly without: 'default' | 'hangs' | 'refused';
  /** The key may go, and Kubernetes' own behaviour takes its place. */
  readonly map?: (resource: ResourceNode) => readonly (readonly [path: readonly string[], key: string])[];
}

function key({ doc, node }: ResourceNode, path: readonly string[], last: string): YamlNode | undefined {
  return pairOf(doc, below(doc, node, ...path), last)?.key;
}

function ofKind(kind: string, uses: Feature['uses']): Feature['uses'] {
  return (resource) => (resource.kind === kind ? uses(resource) : []);
}

const podPaths: Readonly<Record<string, readonly string[]>> = { Pod: ['spec'], CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'] };

function podSpec({ doc, node, kind }: ResourceNode): YamlNode | undefined {
  return below(doc, node, ...(podPaths[kind] ?? ['spec', 'template', 'spec']));
}

function containers(resource: ResourceNode, list: string): readonly YamlNode[] {
  return items(resource.doc, below(resource.doc, podSpec(resource), list));
}

const tolerances = [['spec', 'behavior', 'scaleUp'], ['spec', 'behavior', 'scaleDown']];

/** From the pages of the feature gates at kubernetes.io/docs/reference/command-line-tools-reference/feature-gates, as of Kubernetes 1.37. */
export const features: readonly Feature[] = [
  {
    field: 'tolerance', gate: 'HPAConfigurableTolerance', known: 33, on: 35, without: 'default',
    uses: ofKind('HorizontalPodAutoscaler', (resource) => tolerances.map((path) => key(resource, path, 'tolerance'))),
    map: () => tolerances.map((path) => [path, 'tolerance'] as const),
  },
  {
    field: 'ContainerResource', gate: 'HPAContainerMetrics', known: 20, on: 27, without: 'refused',
    uses: ofKind('HorizontalPodAutoscaler', ({ doc, node }) => items(doc, below(doc, node, 'spec', 'metrics')).map((metric) => below(doc, metric, 'type')).filter((type) => text(type) === 'ContainerResource')),
  },
  {
    field: 'unhealthyPodEvictionPolicy', gate: 'PDBUnhealthyPodEvictionPolicy', known: 26, on: 27, without: 'default',
    uses: ofKind('PodDisruptionBudget', (resource) => [key(resource, ['spec'], 'unhealthyPodEvictionPolicy')]),
    map: () => [[['spec'], 'unhealthyPodEvictionPolicy']],
  },
  {
    field: 'restartPolicy: Always', gate: 'SidecarContainers', known: 28, on: 29, without: 'hangs',
    uses: (resource) => containers(resource, 'initContainers').map((container) => below(resource.doc, container, 'restartPolicy')).filter((policy) => text(policy) === 'Always'),
  },
  {
    field: 'preStop.sleep', gate: 'PodLifecycleSleepAction', known: 29, on: 30, without: 'refused',
    uses: (resource) => containers(resource, 'containers').map((container) => pairOf(resource.doc, below(resource.doc, container, 'lifecycle', 'preStop'), 'sleep')?.key),
  },
  {
    field: 'resizePolicy', gate: 'InPlacePodVerticalScaling', known: 27, on: 33, without: 'default',
    uses: (resource) => containers(resource, 'containers').map((container) => pairOf(resource.doc, container, 'resizePolicy')?.key),
  },
];

/** `autoscaling/v2` itself came with this version. */
export const currentApi = 23;
