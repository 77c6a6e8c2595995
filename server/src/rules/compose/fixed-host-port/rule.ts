import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { dirname } from '../../../base/paths.js';
import type { ComposePort } from '../../../facts/compose/kinds.js';
import type { Model } from '../../../contract/workspace.js';
import { composeReads, declaredReplicas, isApplication, isFirstAt, isForSwarm, isFrontDoor, isReset, severityIn, togetherWith, type ServiceFact } from '../../../facts/compose/project.js';
import { containerOnly, ranged } from './edits.js';

/** Ports of a range that stays free for copies. */
const room = 10;

function places({ value }: ServiceFact): readonly number[] {
  return value.ports.map(({ at }) => at.start);
}

/** Whether the host has a port for each copy. */
function suffices({ host }: ComposePort, replicas: number): boolean {
  return host !== undefined && host[1] - host[0] + 1 >= Math.max(2, replicas);
}

/** Whether other services of the folder take none of the ports that a range would. */
function isFree(model: Model, service: ServiceFact, port: ComposePort): boolean {
  const [first] = port.host ?? [];
  if (first === undefined || first + room > 65536 || port.variable !== undefined) return false;
  const others = model.facts('compose.service').filter(({ file }) => file === service.file).flatMap(({ value }) => value.ports).filter((other) => other.at.start !== port.at.start);
  return !others.some(({ host }) => host === undefined || (host[1] >= first && host[0] < first + room));
}

function sayOf({ host, variable }: ComposePort, replicas: number): string {
  if (replicas > 1) return 'several';
  return host === undefined ? 'setting' : variable === undefined ? 'fixed' : 'default';
}

const published: ProjectCheck<'compose.service'> = {
  subject: 'compose.service',
  reads: composeReads,
  check(service, { model, report }) {
    const { name, ports } = service.value;
    if (ports.length === 0 || !isApplication(model, service) || isFrontDoor(model, service) || isReset(model, service, 'ports')) return;
    // A swarm spreads one port over all copies; on the host's network nothing is published.
    if (isForSwarm(model, service) || togetherWith(model, service).some(({ value }) => value.hostNetwork)) return;
    const replicas = declaredReplicas(model, service);
    for (const port of ports) {
      if (suffices(port, replicas) || (port.host === undefined && port.variable === undefined) || !isFirstAt(model, service, port.at.start, places)) continue;
      report({
        at: { file: service.file, range: port.at },
        say: sayOf(port, replicas),
        args: { service: name, port: port.host?.[0] ?? port.variable ?? '', ...(replicas > 1 ? { replicas } : {}), ...(port.variable === undefined ? {} : { variable: port.variable }) },
        severity: severityIn(model, service, replicas > 1 ? 'error' : 'warning'),
        cause: `host ports of ${dirname(service.file)}/${replicas > 1 ? name : ''}`,
        data: { form: port.form, ...(isFree(model, service, port) ? { last: (port.host?.[0] ?? 0) + room - 1 } : {}) },
      });
    }
  },
};

/** Not safe: whoever asks for the fixed port today has to ask a proxy, or `docker compose port`, from then on. */
const containerPortOnly: Fix = {
  key: 'container-port-only',
  title: { en: 'Publish the container port only: Docker chooses free ports of the host', ko: '컨테이너 포트만 공개(호스트 포트는 Docker가 빈 포트로 선택)' },
  safety: 'review',
  edits: (input) => containerOnly(input),
};

const portRange: Fix = {
  key: 'port-range',
  title: { en: 'Publish a range of host ports, one for each copy', ko: '컨테이너마다 하나씩 쓰도록 호스트 포트를 범위로 공개' },
  safety: 'review',
  applies: ({ data }) => (data as { last?: number }).last !== undefined,
  edits: (input) => ranged(input, (input.finding.data as { last: number }).last),
};

export const rule: Rule = {
  meta: {
    id: 'compose/fixed-host-port',
    title: { en: 'Port of the host that only one copy can bind', ko: '컨테이너 하나만 쓸 수 있는 고정 호스트 포트' },
    severity: 'warning',
    confidence: 'high',
    fix: 'always',
    tags: ['compose', 'network', 'scaling'],
  },
  messages: {
    fixed: {
      en: 'Only one container of a host can bind port {port}: a second copy of {service} (`--scale {service}=2`) does not start.',
      ko: '호스트의 {port} 포트는 컨테이너 하나만 쓸 수 있습니다. {service}의 두 번째 컨테이너(`--scale {service}=2`)는 시작되지 않습니다.',
    },
    default: {
      en: 'Only one container of a host can bind port {port}: a second copy of {service} (`--scale {service}=2`) does not start unless {variable} names a range of ports.',
      ko: '호스트의 {port} 포트는 컨테이너 하나만 쓸 수 있습니다. {variable}에 포트 범위를 지정하지 않으면 {service}의 두 번째 컨테이너(`--scale {service}=2`)는 시작되지 않습니다.',
    },
    setting: {
      en: '{variable} names the port of the host: unless it is a range, a second copy of {service} (`--scale {service}=2`) cannot bind it and does not start.',
      ko: '{variable}이(가) 호스트 포트를 정합니다. 값이 포트 범위가 아니면 {service}의 두 번째 컨테이너(`--scale {service}=2`)는 포트를 열지 못해 시작되지 않습니다.',
    },
    several: {
      en: '{service} asks for {replicas} copies, but only one container of a host can bind port {port}: the others do not start.',
      ko: '{service}은(는) 컨테이너 {replicas}개를 요청하지만 호스트의 {port} 포트는 하나만 쓸 수 있습니다. 나머지 컨테이너는 시작되지 않습니다.',
    },
  },
  project: [published],
  fixes: [containerPortOnly, portRange],
};
