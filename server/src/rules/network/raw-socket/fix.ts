import { isMap, isSeq } from 'yaml';
import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Finding } from '../../../contract/finding.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { workloadsRunning } from '../../../facts/join.js';
import { servicesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { containerMap } from '../../../generators/probes.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { addEntries, mapAt } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

type Service = Fact<'k8s.service'>;

interface Target {
  readonly workload: WorkloadFact;
  readonly service: Service;
}

/** What the finding knows of its socket; `undefined` when the port is only known at run time. */
function socketOf({ data }: Finding): { readonly port: number; readonly udp: boolean } | undefined {
  const { port, udp } = (data ?? {}) as { readonly port?: string; readonly udp?: boolean };
  const number = Number(port ?? '');
  return port !== undefined && Number.isInteger(number) && number > 0 && number < 65_536 ? { port: number, udp: udp === true } : undefined;
}

/** The one workload that runs the code, and the one Service in front of it. */
function targetOf(model: Model, finding: Finding): Target | undefined {
  const [workload, ...others] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
  const services = workload ? servicesOf(model, workload).filter(({ file, value }) => /\.ya?ml$/.test(file) && !value.templated && value.ports.length > 0) : [];
  const [service] = services;
  return workload && service && others.length === 0 && services.length === 1 ? { workload, service } : undefined;
}

function entryLines(key: string, port: number, udp: boolean, more: readonly string[] = []): readonly string[] {
  return [`name: ${udp ? 'udp' : 'tcp'}-${port}`, `${key}: ${port}`, ...more, ...(udp ? ['protocol: UDP'] : [])];
}

/** A Service with several ports has to name each of them; the one it had is that of the HTTP server. */
function nameEdit(file: string, text: string, entry: unknown, port: number | undefined): Edit | undefined {
  if (!isMap(entry) || entry.flow || !entry.range) return undefined;
  const [start] = entry.range;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return { do: 'replace', file, span: { start, end: start }, text: `name: ${port === 443 || port === 8443 ? 'https' : 'http'}${lineEnding(text)}${' '.repeat(column)}` };
}

function serviceEdits({ file, value }: Service, text: string, port: number, udp: boolean): readonly Edit[] | undefined {
  const doc = readStream(text).documents[value.where.document]?.doc;
  const spec = doc && mapAt(doc, [...value.where.path, 'spec']);
  const list = doc && spec && pairOf(doc, spec, 'ports')?.value;
  if (!doc || !spec || !isSeq(list) || list.flow || value.ports.filter(({ name }) => name === undefined).length > 1) return undefined;
  if (value.ports.some((each) => each.port === port || each.target === String(port))) return undefined;
  const unnamed = value.ports.findIndex(({ name }) => name === undefined);
  const naming = unnamed < 0 ? [] : [nameEdit(file, text, list.items[unnamed], value.ports[unnamed]?.port)];
  const edits = [...naming, addEntries(file, text, spec, 'ports', [entryLines('port', port, udp, [`targetPort: ${port}`])])];
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

function containerEdits(workload: WorkloadFact, text: string, port: number, udp: boolean): readonly Edit[] | undefined {
  const container = mainContainer(workload);
  if (!container) return undefined;
  if (container.ports.some((each) => each.port === port)) return [];
  const edit = addEntries(workload.file, text, containerMap(workload, container, text), 'ports', [entryLines('containerPort', port, udp)], ['name', 'image', 'imagePullPolicy', 'command', 'args', 'workingDir']);
  return edit && [edit];
}

/** The socket's port in the container and in the Service, so that others reach it. */
export const servicePort: Fix = {
  key: 'service-port',
  title: { en: 'Add the port to the Service and the workload', ko: 'Service와 워크로드에 포트 추가' },
  safety: 'review',
  applies: (finding, model) => finding.severity !== 'info' && socketOf(finding) !== undefined && targetOf(model, finding) !== undefined,
  edits({ finding, model, text }: FixInput) {
    const socket = socketOf(finding);
    const target = targetOf(model, finding);
    const manifest = target && text(target.workload.file);
    const service = target && text(target.service.file);
    if (!socket || !target || manifest === undefined || service === undefined) return undefined;
    const inside = containerEdits(target.workload, manifest, socket.port, socket.udp);
    const outside = serviceEdits(target.service, service, socket.port, socket.udp);
    return inside && outside && [...inside, ...outside];
  },
};
