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

/** Ports that the code behind a workload is known to open, by its settings and its image; `undefined` where nothing is known. */
function openedPorts(model: Model, workload: WorkloadFact): readonly string[] | undefined {
  const joined = joinWorkload(model, workload);
  if (!joined) return undefined;
  const settings = joined.modules.flatMap(({ dir }) => portSettings.flatMap((key) => valuesOf(model, `${dir}/x`, key).map(({ value }) => value ?? '')));
  const images = model.facts('image.dockerfile').filter(({ value }) => joined.folders.includes(value.context)).flatMap(({ value }) => value.ports.map(String));
  // A port that the deployment sets may be any.
  return images.length === 0 || settings.some((value) => !/^\d+$/.test(value)) ? undefined : [...settings, ...images];
}

const portSettings = ['server.port', 'management.server.port'];

/** Whether a number that the pod does not list is none that its code opens either; lists of ports are optional, so that alone they prove nothing. */
function isMistyped(model: Model, workload: WorkloadFact, container: K8sContainer, port: string): boolean {
  const listed = workload.value.containers.flatMap(({ ports }) => ports.map((each) => each.port));
  if (container.ports.length === 0 || listed.includes(undefined) || listed.includes(Number(port))) return false;
  return openedPorts(model, workload)?.includes(port) === false;
}

/** Looks at the ports that probes ask: a name that is not there makes every probe fail, a number that nothing opens may be mistyped. */
export const probePorts: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...joinReads, ...settingReads, 'image.dockerfile'],
  check(workload, { model, report }) {
    const { value, file } = workload;
    if (value.templated || value.partial || copiesOf(model, workload)[0] !== workload) return;
    if (patchesOf(model, workload).length > 0 || isPatched(model, workload, value.kind, (path) => /\.(?:ports|\w+Probe)(?:\.|$)/.test(path))) return;
    for (const container of value.containers.filter(({ incomplete }) => !incomplete)) {
      for (const { key, probe, port } of portProbes(container)) {
        const named = !/^\d+$/.test(port);
        const wrong = named ? !container.ports.some(({ name, protocol }) => name === port && protocol !== 'UDP') : isMistyped(model, workload, container, port);
        if (!wrong) continue;
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
