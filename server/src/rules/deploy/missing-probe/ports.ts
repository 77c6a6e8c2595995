import type { ProjectCheck, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { joinReads, joinWorkload } from '../../../facts/join.js';
import type { K8sContainer, Probe } from '../../../facts/kubernetes/kinds.js';
import { copiesOf, isPatched, patchesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { settingReads, valuesOf } from '../../../facts/settings.js';
import { containerMap, portOf } from '../../../generators/probes.js';
import { isEditable, workloadData, workloadOf } from '../../../generators/workload-edit.js';
import { below, span } from '../../../syntax/yaml/ask.js';
import { readStream } from '../../../syntax/yaml/stream.js';

const kinds = ['liveness', 'readiness', 'startup'] as const;

/** Probes of a container that ask a port, each with its key. */
function portProbes({ probes }: K8sContainer): readonly { readonly key: string; readonly probe: Probe; readonly port: string }[] {
  return kinds.flatMap((kind) => {
    const probe = probes[kind];
    return probe?.port === undefined ? [] : [{ key: `${kind}Probe`, probe, port: probe.port }];
  });
}

/** A second port that the settings or the image name, such as that of Spring Boot's management endpoints. */
function isServedAside(model: Model, workload: WorkloadFact, port: string): boolean {
  const joined = joinWorkload(model, workload);
  const set = joined?.modules.some(({ dir }) => valuesOf(model, `${dir}/x`, 'management.server.port').some(({ value }) => value?.includes(port)));
  return set === true || model.facts('image.dockerfile').some(({ value }) => joined?.folders.includes(value.context) && value.ports.includes(Number(port)));
}

/** Looks at the ports that probes ask: a name that is not there makes every probe fail, a number that is not listed may be mistyped. */
export const probePorts: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...joinReads, ...settingReads, 'image.dockerfile'],
  check(workload, { model, report }) {
    const { value, file } = workload;
    if (value.templated || value.partial || copiesOf(model, workload)[0] !== workload) return;
    if (patchesOf(model, workload).length > 0 || isPatched(model, workload, value.kind, (path) => /\.(?:ports|\w+Probe)(?:\.|$)/.test(path))) return;
    const listed = value.containers.flatMap(({ ports }) => ports.flatMap(({ port }) => (port === undefined ? [] : [String(port)])));
    for (const container of value.containers.filter(({ incomplete }) => !incomplete)) {
      for (const { key, probe, port } of portProbes(container)) {
        const named = !/^\d+$/.test(port);
        const there = named ? container.ports.some(({ name, protocol }) => name === port && protocol !== 'UDP') : container.ports.length === 0 || container.ports.some((each) => each.port === undefined) || listed.includes(port);
        if (there || (!named && isServedAside(model, workload, port))) continue;
        report({
          at: { file, range: probe.at },
          say: named ? 'unknownPort' : 'unlistedPort',
          ...(named ? { severity: 'error' as const } : { severity: 'info' as const, confidence: 'medium' as const }),
          args: { probe: key, port, container: container.name ?? '?', kind: value.kind, name: value.name ?? '' },
          data: { ...workloadData(workload), probe: key, container: container.at.start, only: container.ports.length === 1 && container.ports[0]?.protocol !== 'UDP' && named },
        });
      }
    }
  },
};

interface Data {
  readonly probe: string;
  readonly container: number;
  readonly only: boolean;
}

/** Where the container has but one port, it is the one that is meant. */
export const usePort: Fix = {
  key: 'use-port',
  title: { en: 'Ask the port that the container has', ko: '컨테이너에 있는 포트로 변경' },
  safety: 'review',
  applies: (finding) => finding.say === 'unknownPort' && isEditable(finding) && (finding.data as unknown as Data).only,
  edits({ finding, model, text }) {
    const { probe, container: start } = finding.data as unknown as Data;
    const workload = workloadOf(finding, model);
    const container = workload?.value.containers.find(({ at }) => at.start === start);
    const written = text(finding.file);
    const port = container && portOf(container);
    if (!workload || !container || written === undefined || port === undefined) return undefined;
    const doc = readStream(written).documents[workload.value.where.document]?.doc;
    const asked = doc && ['httpGet', 'tcpSocket', 'grpc'].flatMap((how) => below(doc, containerMap(workload, container, written), probe, how, 'port') ?? [])[0];
    return asked && [{ do: 'replace', file: finding.file, span: span(asked), text: port }];
  },
};
