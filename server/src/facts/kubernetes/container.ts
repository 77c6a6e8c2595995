import { hash } from '../../base/hash.js';
import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import type { Range } from '../../base/text.js';
import { flag, integer, isChosen, isOpen, known, rangeOf, settingOf, written } from './document.js';
import { writtenImage } from './image-name.js';
import type { ContainerPort, K8sContainer, PodVolume, Probe, ProbeKind, Resources, RunsAs, Setting, VolumeKind, VolumeMount } from './kinds.js';
import { drainOption } from '../drain-time.js';
import { millicores, quantity } from '../../base/quantity.js';

interface PodReader {
  readonly cx: FactFileContext;
  readonly doc: Document.Parsed;
  readonly templated: boolean;
  readonly volumes: ReadonlyMap<string, Pick<PodVolume, 'kind' | 'claim'>>;
}

/** Containers of a pod spec in the order they start: init containers first. */
export function containersOf(cx: FactFileContext, doc: Document.Parsed, spec: YamlNode | undefined, templated: boolean, volumes: readonly PodVolume[], claims: readonly string[]): readonly K8sContainer[] {
  const reader: PodReader = { cx, doc, templated, volumes: mountable(volumes, claims) };
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
    reference: referenceOf(reader, node),
    pullPolicy: known(below(doc, node, 'imagePullPolicy')),
    requests: amounts(reader, below(doc, node, 'resources', 'requests')),
    limits: amounts(reader, below(doc, node, 'resources', 'limits')),
    resourcesUnknown: templated || !readable || isOpen(doc, node, templated),
    incomplete: isOpen(doc, node, templated),
    ports: items(doc, below(doc, node, 'ports')).map((port) => portOf(reader, port)),
    probes: { liveness: probeOf(reader, node, 'livenessProbe'), readiness: probeOf(reader, node, 'readinessProbe'), startup: probeOf(reader, node, 'startupProbe') },
    preStop: keyAt(reader, below(doc, node, 'lifecycle'), 'preStop'),
    preStopSeconds: sleepOf(doc, below(doc, node, 'lifecycle', 'preStop')),
    drain: drainOption([...items(doc, below(doc, node, 'command')), ...items(doc, below(doc, node, 'args'))].map((item) => known(item) ?? '').join(' ')),
    runsAs: runsAs(cx, doc, node),
    livenessAllows: allowance(doc, below(doc, node, 'livenessProbe')),
    mounts: items(doc, below(doc, node, 'volumeMounts')).map((mount) => mountOf(reader, mount)),
    env: items(doc, below(doc, node, 'env')).flatMap((variable) => known(below(doc, variable, 'name')) ?? []),
    flags: flagsOf(doc, node),
    at: rangeOf(cx, name ? span(name) : { start: node.range[0], end: node.range[0] + 1 }),
  };
}

function portOf({ cx, doc }: PodReader, port: YamlNode): ContainerPort {
  const protocol = known(below(doc, port, 'protocol'));
  return { name: known(below(doc, port, 'name')), port: numberAt(doc, port, 'containerPort'), hostPort: settingOf(cx, doc, port, 'hostPort', integer), ...(protocol === undefined ? {} : { protocol }) };
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

function keyAt({ cx, doc }: PodReader, map: YamlNode | undefined, key: string): Range | undefined {
  const pair = pairOf(doc, map, key);
  return pair?.value ? rangeOf(cx, span(pair.key)) : undefined;
}

/** The reference as it stands in the file; a value of a template is none. */
function referenceOf({ cx, doc }: PodReader, node: YamlNode): Setting<string> | undefined {
  const image = below(doc, node, 'image');
  return image && text(image)?.trim() ? { value: text(image), at: rangeOf(cx, span(image)), ...(isChosen(cx, doc, image.range[0]) ? { chosen: true as const } : {}) } : undefined;
}

/** The `securityContext` of a pod or of a container, as far as it names a user. */
export function runsAs(cx: FactFileContext, doc: Document.Parsed, node: YamlNode | undefined): RunsAs {
  const context = below(doc, node, 'securityContext');
  return { user: settingOf(cx, doc, context, 'runAsUser', integer), nonRoot: settingOf(cx, doc, context, 'runAsNonRoot', flag) };
}

const asks = { httpGet: 'http', tcpSocket: 'tcp', grpc: 'grpc', exec: 'exec' } as const satisfies Readonly<Record<string, ProbeKind>>;

function probeOf(reader: PodReader, node: YamlNode, key: string): Probe | undefined {
  const { doc } = reader;
  const probe = below(doc, node, key);
  const at = keyAt(reader, node, key);
  if (!probe || !at) return undefined;
  const how = (Object.keys(asks) as (keyof typeof asks)[]).find((each) => pairOf(doc, probe, each));
  const asked = how && below(doc, probe, how);
  const [delay, period, failures] = timingOf(doc, probe);
  return { kind: how ? asks[how] : 'unknown', port: known(below(doc, asked, 'port')), path: known(below(doc, asked, 'path')), same: hash(JSON.stringify(probe.toJS(doc))), delay, period, failures, at };
}

/** The wait of a hook: the `sleep` action, or a command that does nothing else of length. */
function sleepOf(doc: Document.Parsed, hook: YamlNode | undefined): number | undefined {
  const action = below(doc, hook, 'sleep');
  if (action) return numberAt(doc, action, 'seconds');
  const command = items(doc, below(doc, hook, 'exec', 'command')).map((item) => known(item) ?? '').join(' ');
  const match = /\bsleep\s+(\d+)(m?)(?![\w.])/.exec(command);
  return match ? Number(match[1]) * (match[2] === 'm' ? 60 : 1) : undefined;
}

/** Delay, period and failures; where the probe says nothing, Kubernetes takes no delay, every 10 seconds, three failures. */
function timingOf(doc: Document.Parsed, probe: YamlNode): readonly [number | undefined, number | undefined, number | undefined] {
  const part = (key: string, otherwise: number): number | undefined => (below(doc, probe, key) ? numberAt(doc, probe, key) : otherwise);
  return [part('initialDelaySeconds', 0), part('periodSeconds', 10), part('failureThreshold', 3)];
}

/** Seconds until a probe that never succeeds has failed for good. */
function allowance(doc: Document.Parsed, probe: YamlNode | undefined): number | undefined {
  if (!probe) return undefined;
  const [delay, period, failures] = timingOf(doc, probe);
  return delay === undefined || period === undefined || failures === undefined ? undefined : delay + period * failures;
}

const volumeKinds: readonly VolumeKind[] = ['persistentVolumeClaim', 'hostPath', 'emptyDir', 'configMap', 'secret'];
/** File systems that several pods may mount at once. */
const networkVolumes = ['nfs', 'cephfs', 'glusterfs', 'azureFile', 'csi'];

/** The volumes that a pod names. */
export function volumesOf(cx: FactFileContext, doc: Document.Parsed, spec: YamlNode | undefined): readonly PodVolume[] {
  return items(doc, below(doc, spec, 'volumes')).map((volume) => {
    // A generic ephemeral volume is thrown away with the pod, like an emptyDir.
    const kind = volumeKinds.find((each) => pairOf(doc, volume, each)) ?? (pairOf(doc, volume, 'ephemeral') ? 'emptyDir' : networkVolumes.some((each) => pairOf(doc, volume, each)) ? 'network' : 'other');
    const [name, claim, path] = [below(doc, volume, 'name'), below(doc, volume, 'persistentVolumeClaim', 'claimName'), below(doc, volume, 'hostPath', 'path')];
    return { name: known(name), kind, claim: known(claim), path: known(path), readOnly: known(below(doc, volume, 'persistentVolumeClaim', 'readOnly')) === 'true', at: rangeOf(cx, span(claim ?? path ?? name ?? volume)), ...(isChosen(cx, doc, volume.range[0]) ? { chosen: true as const } : {}) };
  });
}

function mountable(volumes: readonly PodVolume[], claims: readonly string[]): PodReader['volumes'] {
  const named = volumes.flatMap(({ name, kind, claim }) => (name === undefined ? [] : [[name, { kind, claim }] as const]));
  return new Map([...named, ...claims.map((name) => [name, { kind: 'persistentVolumeClaim' as const, claim: undefined }] as const)]);
}

function mountOf({ doc, volumes }: PodReader, mount: YamlNode): VolumeMount {
  const volume = volumes.get(known(below(doc, mount, 'name')) ?? '');
  return {
    name: known(below(doc, mount, 'name')),
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
