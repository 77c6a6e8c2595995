import { dirname } from '../../../base/paths.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { withoutKey } from '../../../facts/compose/edit.js';
import { composeReads, declaredReplicas, dockerfileOf, isApplication, isFirstAt, isReset, severityIn, type ServiceFact } from '../../../facts/compose/project.js';
import { applied, difference } from '../../../syntax/difference.js';
import { at } from '../../../syntax/yaml/ask.js';
import { addItem } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

function places({ value }: ServiceFact): readonly number[] {
  return value.hostNetwork ? [value.hostNetwork.at.start] : [];
}

const onHost: ProjectCheck<'compose.service'> = {
  subject: 'compose.service',
  reads: composeReads,
  check(service, { model, report }) {
    const { name, hostNetwork, ports } = service.value;
    if (!hostNetwork || !isApplication(model, service) || isReset(model, service, 'network_mode') || !isFirstAt(model, service, hostNetwork.at.start, places)) return;
    const replicas = declaredReplicas(model, service);
    const image = dockerfileOf(model, service)?.value;
    const exposed = image?.ports ?? [];
    // An image that exposes nothing may well listen nowhere, as workers do.
    const listens = image === undefined || exposed.length > 0 || ports.length > 0;
    report({
      at: { file: service.file, range: hostNetwork.at },
      say: listens ? (replicas > 1 ? 'several' : 'listens') : 'worker',
      args: { service: name, ...(listens && replicas > 1 ? { replicas } : {}) },
      severity: severityIn(model, service, listens ? (replicas > 1 ? 'error' : 'warning') : 'info'),
      cause: `host network of ${dirname(service.file)}/${replicas > 1 ? name : ''}`,
      data: { service: name, fixable: hostNetwork.removable && !hostNetwork.mentionsLocalhost && (ports.length > 0 || exposed.length > 0), ports: ports.length > 0 ? [] : [...exposed] },
    });
  },
};

interface Data {
  readonly service: string;
  readonly fixable: boolean;
  /** Ports of the image that the host gave away by itself until now. */
  readonly ports: readonly number[];
}

/** Not safe: what the program reached at the host's own address has another name on the network of the project. */
const ownNetwork: Fix = {
  key: 'project-network',
  title: { en: 'Use the network of the project and publish the ports of the container', ko: '프로젝트 네트워크를 사용하고 컨테이너 포트 공개' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).fixable,
  edits(input) {
    const { finding, text } = input;
    const { service, ports } = finding.data as unknown as Data;
    const written = text(finding.file);
    const [removal] = withoutKey(input, 'network_mode') ?? [];
    if (written === undefined || !removal) return undefined;
    let next = applied(written, removal);
    for (const port of ports) {
      const doc = readStream(next).documents[0]?.doc;
      const edit = doc && addItem(finding.file, next, at(doc, 'services', service), 'ports', `"${port}"`);
      if (!edit) return undefined;
      next = applied(next, edit);
    }
    return difference(finding.file, written, next);
  },
};

export const rule: Rule = {
  meta: {
    id: 'compose/host-network',
    title: { en: 'Service on the network of its host', ko: '호스트 네트워크를 그대로 쓰는 서비스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['compose', 'network', 'scaling'],
  },
  messages: {
    listens: {
      en: '{service} listens on the ports of the host itself: a second copy on that host cannot bind them and does not start.',
      ko: '{service}이(가) 호스트의 포트를 직접 사용합니다. 같은 호스트의 두 번째 컨테이너는 포트를 열지 못해 시작되지 않습니다.',
    },
    several: {
      en: '{service} asks for {replicas} copies that all listen on the ports of the host itself: only the first on each host starts.',
      ko: '{service}은(는) 컨테이너 {replicas}개를 요청하는데 모두 호스트의 포트를 직접 사용합니다. 호스트마다 하나만 시작됩니다.',
    },
    worker: {
      en: '{service} runs on the network of its host: should it listen anywhere, a second copy on that host does not start, and other services cannot reach it by its name.',
      ko: '{service}이(가) 호스트 네트워크에서 실행됩니다. 포트를 사용한다면 같은 호스트의 두 번째 컨테이너는 시작되지 않고, 다른 서비스가 이름으로 접근할 수도 없습니다.',
    },
  },
  project: [onHost],
  fixes: [ownNetwork],
};
