import type { Edit } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import { joinWorkload } from '../facts/join.js';
import type { K8sContainer } from '../facts/kubernetes/kinds.js';
import { copiesOf, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { mainContainer } from '../facts/kubernetes/role.js';
import type { YamlNode } from '../syntax/yaml/ask.js';
import { addLines, mapAt } from '../syntax/yaml/edit.js';
import { readStream } from '../syntax/yaml/stream.js';

/** What a probe asks: a path over HTTP, or only whether the port is open. */
export interface Ask {
  readonly path?: string;
  /** Number or name of the port. */
  readonly port: string;
  /** Name that the request is sent for, where the application answers no other; the address of the pod when left out. */
  readonly host?: string;
}

export type Probes = Readonly<Partial<Record<'readiness' | 'liveness', Ask>>>;

/** Long-running workloads whose image holds the module in a folder: of copies, the one a person would edit. */
export function workloadsOf(model: Model, dir: string): readonly WorkloadFact[] {
  const running = model.facts('k8s.workload').filter(({ value }) => !['Job', 'CronJob'].includes(value.kind));
  return running.filter((workload) => copiesOf(model, workload)[0] === workload && joinWorkload(model, workload)?.modules.some((module) => module.dir === dir));
}

/** Port by which a container is asked: the first it names. */
export function portOf({ ports }: K8sContainer): string | undefined {
  const [first] = ports;
  return first?.name ?? (first?.port === undefined ? undefined : String(first.port));
}

/** The map of a container in the text of its manifest; `undefined` when the text no longer fits. */
export function containerMap(workload: WorkloadFact, container: K8sContainer, text: string): YamlNode | undefined {
  const { where, containers } = workload.value;
  const doc = readStream(text).documents[where.document]?.doc;
  const list = container.role === 'app' ? 'containers' : 'initContainers';
  const index = containers.filter(({ role }) => (role === 'app') === (container.role === 'app')).indexOf(container);
  return doc && mapAt(doc, [...where.path, 'spec', 'template', 'spec', list, index]);
}

function askLines({ path, port, host }: Ask): readonly string[] {
  if (path === undefined) return ['  tcpSocket:', `    port: ${port}`];
  const headers = host === undefined ? [] : ['    httpHeaders:', '      - name: Host', `        value: ${host}`];
  return ['  httpGet:', `    path: ${path}`, `    port: ${port}`, ...headers];
}

/** Adds the probes that the workload's own container lacks; `undefined` when it has them, or its manifest cannot be edited. */
export function probeEdit(workload: WorkloadFact, probes: (container: K8sContainer) => Probes | undefined, read: (path: string) => string | undefined): Edit | undefined {
  const container = mainContainer(workload);
  const text = /\.ya?ml$/.test(workload.file) ? read(workload.file) : undefined;
  const wanted = container && probes(container);
  if (!container || text === undefined || !wanted) return undefined;
  const missing = (['readiness', 'liveness'] as const).flatMap((kind) => {
    const ask = container.probes[kind] === undefined ? wanted[kind] : undefined;
    return ask ? [{ key: `${kind}Probe`, lines: [`${kind}Probe:`, ...askLines(ask)] }] : [];
  });
  if (missing.length === 0) return undefined;
  return addLines(workload.file, text, containerMap(workload, container, text), missing.map(({ key }) => key), missing.flatMap(({ lines }) => lines), ['name', 'image', 'ports', 'resources', 'env']);
}
