import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { integer, known, rangeOf, settingOf, written } from './document.js';
import { writtenImage } from './image-name.js';
import type { K8sContainer, ProbeKind, Resources, VolumeKind, VolumeMount } from './kinds.js';
import { millicores, quantity } from './quantity.js';

interface PodReader {
  readonly cx: FactFileContext;
  readonly doc: Document.Parsed;
  readonly templated: boolean;
  readonly volumes: ReadonlyMap<string, { readonly kind: VolumeKind; readonly claim?: string | undefined }>;
}

/** Containers of a pod spec in the order they start: init containers first. */
export function containersOf(cx: FactFileContext, doc: Document.Parsed, spec: YamlNode | undefined, templated: boolean, claims: readonly string[]): readonly K8sContainer[] {
  const reader: PodReader = { cx, doc, templated, volumes: volumesOf(doc, spec, claims) };
  const init = items(doc, below(doc, spec, 'initContainers')).map((node) => readContainer(reader, node, known(below(doc, node, 'restartPolicy')) === 'Always' ? 'sidecar' : 'init'));
  return [...init, ...items(doc, below(doc, spec, 'containers')).map((node) => readContainer(reader, node, 'app'))];
}

function readContainer(reader: PodReader, node: YamlNode, role: K8sContainer['role']): K8sContainer {
  const { cx, doc, templated } = reader;
  const name = below(doc, node, 'name');
  const resources = pairOf(doc, node, 'resources');
  const readable = !resources?.value || entries(doc, resources.value).every(({ key }) => key !== '<<');
  return {
    name: known(name),
    role,
    image: writtenImage(written(below(doc, node, 'image'))),
    requests: amounts(reader, below(doc, node, 'resources', 'requests')),
    limits: amounts(reader, below(doc, node, 'resources', 'limits')),
    resourcesUnknown: templated || !readable || entries(doc, node).some(({ key }) => key === '<<'),
    ports: items(doc, below(doc, node, 'ports')).map((port) => ({ name: known(below(doc, port, 'name')), port: numberAt(doc, port, 'containerPort') })),
    probes: { liveness: probeOf(doc, node, 'livenessProbe'), readiness: probeOf(doc, node, 'readinessProbe'), startup: probeOf(doc, node, 'startupProbe') },
    livenessAllows: allowance(doc, below(doc, node, 'livenessProbe')),
    mounts: items(doc, below(doc, node, 'volumeMounts')).map((mount) => mountOf(reader, mount)),
    env: items(doc, below(doc, node, 'env')).flatMap((variable) => known(below(doc, variable, 'name')) ?? []),
    flags: flagsOf(doc, node),
    at: rangeOf(cx, name ? span(name) : { start: node.range[0], end: node.range[0] + 1 }),
  };
}

function numberAt(doc: Document.Parsed, node: YamlNode, key: string): number | undefined {
  const value = below(doc, node, key);
  return value && integer(value);
}

function amounts({ cx, doc }: PodReader, node: YamlNode | undefined): Resources {
  const read = (parse: (text: string) => number | undefined) => (value: YamlNode): number | undefined => {
    const written = known(value);
    return written === undefined ? undefined : parse(written);
  };
  return { cpu: settingOf(cx, doc, node, 'cpu', read(millicores)), memory: settingOf(cx, doc, node, 'memory', read(quantity)) };
}

function probeOf(doc: Document.Parsed, node: YamlNode, key: string): ProbeKind | undefined {
  const probe = below(doc, node, key);
  if (!probe) return undefined;
  if (below(doc, probe, 'httpGet')) return 'http';
  if (below(doc, probe, 'tcpSocket')) return 'tcp';
  if (below(doc, probe, 'grpc')) return 'grpc';
  return below(doc, probe, 'exec') ? 'exec' : 'unknown';
}

/** What Kubernetes takes where the probe says nothing: no delay, every 10 seconds, three failures. */
function allowance(doc: Document.Parsed, probe: YamlNode | undefined): number | undefined {
  if (!probe) return undefined;
  const part = (key: string, otherwise: number): number | undefined => (below(doc, probe, key) ? numberAt(doc, probe, key) : otherwise);
  const [delay, period, failures] = [part('initialDelaySeconds', 0), part('periodSeconds', 10), part('failureThreshold', 3)];
  return delay === undefined || period === undefined || failures === undefined ? undefined : delay + period * failures;
}

const volumeKinds: readonly VolumeKind[] = ['persistentVolumeClaim', 'hostPath', 'emptyDir', 'configMap', 'secret'];
/** File systems that several pods may mount at once. */
const networkVolumes = ['nfs', 'cephfs', 'glusterfs', 'azureFile', 'csi'];

function volumesOf(doc: Document.Parsed, spec: YamlNode | undefined, claims: readonly string[]): PodReader['volumes'] {
  const volumes = new Map<string, { kind: VolumeKind; claim?: string | undefined }>();
  for (const volume of items(doc, below(doc, spec, 'volumes'))) {
    const name = known(below(doc, volume, 'name'));
    if (name === undefined) continue;
    // A generic ephemeral volume is thrown away with the pod, like an emptyDir.
    const kind = volumeKinds.find((each) => pairOf(doc, volume, each)) ?? (pairOf(doc, volume, 'ephemeral') ? 'emptyDir' : networkVolumes.some((each) => pairOf(doc, volume, each)) ? 'network' : 'other');
    volumes.set(name, { kind, claim: known(below(doc, volume, 'persistentVolumeClaim', 'claimName')) });
  }
  for (const name of claims) volumes.set(name, { kind: 'persistentVolumeClaim' });
  return volumes;
}

function mountOf({ doc, volumes }: PodReader, mount: YamlNode): VolumeMount {
  const volume = volumes.get(known(below(doc, mount, 'name')) ?? '');
  return {
    path: known(below(doc, mount, 'mountPath')),
    readOnly: known(below(doc, mount, 'readOnly')) === 'true',
    volume: volume?.kind ?? 'unknown',
    claim: volume?.claim,
  };
}

function flagsOf(doc: Document.Parsed, node: YamlNode): readonly string[] {
  const words = [...items(doc, below(doc, node, 'command')), ...items(doc, below(doc, node, 'args'))].map((item) => text(item) ?? '');
  return words.flatMap((word) => /^--?[A-Za-z][\w.-]*/.exec(word)?.[0] ?? []);
}
