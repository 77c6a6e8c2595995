import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { basename, dirname, join } from '../../../base/paths.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { isPatched, pickedBy, relateReads } from '../../../facts/kubernetes/relate.js';
import { isApplication, isProductImage, isProductPort } from '../../../facts/kubernetes/role.js';
import type {} from '../../../facts/sticky/kinds.js';
import { stickyInYaml } from '../../../facts/sticky/yaml.js';
import { chartFolderOf } from '../../../syntax/helm/place.js';
import { readStream } from '../../../syntax/yaml/stream.js';

/** The Service whose setting this is; absent for values of a chart. */
function serviceOf(model: Model, sticky: Fact<'server.sticky'>): Fact<'k8s.service'> | undefined {
  return model.facts('k8s.service').find(({ file, value: { sessionAffinity } }) => file === sticky.file && sessionAffinity !== undefined && sessionAffinity.at.start <= sticky.range.start && sticky.range.end <= sessionAffinity.at.end);
}

/** Whether users of an application reach it through the Service; clients of databases and brokers have reasons of their own to stay. */
function servesUsers(model: Model, service: Fact<'k8s.service'>): boolean {
  const { headless, selector, ports, namespace } = service.value;
  if (headless || Object.keys(selector).length === 0) return false;
  const behind = pickedBy(model, selector, namespace);
  return behind.length > 0 ? behind.some(isApplication) : !ports.some(({ port }) => port !== undefined && isProductPort(port));
}

/** Whether the values of the chart that a template belongs to ask for it, which is where it is told of. */
function toldInValues(model: Model, sticky: Fact<'server.sticky'>): boolean {
  const chart = chartFolderOf(sticky.file, (folder) => model.hasFile(join(folder, 'Chart.yaml') ?? ''));
  return chart !== undefined && model.facts('server.sticky').some((other) => other.value.balancer === sticky.value.balancer && dirname(other.file) === chart);
}

const services: ProjectCheck<'server.sticky'> = {
  subject: 'server.sticky',
  reads: [...relateReads, 'server.sticky'],
  check(sticky, { model, report }) {
    if (sticky.value.balancer !== 'Kubernetes Service') return;
    const service = serviceOf(model, sticky);
    const editable = /\.ya?ml$/.test(sticky.file) && service?.value.templated !== true;
    // Charts are named after what they install.
    if (!service) return isProductImage(basename(dirname(sticky.file))) ? undefined : report({ say: 'values', data: { editable } });
    if (!servesUsers(model, service) || toldInValues(model, sticky) || isPatched(model, service, 'Service', (path) => path.startsWith('spec.sessionAffinity'), 'changes')) return;
    report({ say: 'service', args: { service: service.value.name ?? '' }, data: { editable } });
  },
};

const anyPod: Fix = {
  key: 'any-pod',
  title: { en: 'Let the Service send requests to any pod', ko: 'Service가 모든 파드로 요청을 나누도록 변경' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly editable: boolean }).editable,
  edits({ finding, text }) {
    const written = text(finding.file);
    if (written === undefined) return undefined;
    const places = readStream(written).documents.flatMap((document) => stickyInYaml(finding.file, written, document));
    return places.find(({ at }) => at.start === finding.range.start)?.remove?.(finding.file, written);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/sticky-service',
    title: { en: 'Service that keeps each client at one pod', ko: '클라이언트를 한 파드에 고정하는 Service' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'session'],
  },
  messages: {
    service: {
      en: 'The Service {service} sends every client address to the same pod (`sessionAffinity: ClientIP`): users behind one proxy or Ingress all meet one replica while others idle, and lose what it remembers of them when it restarts.',
      ko: 'Service {service}이(가) 같은 클라이언트 주소를 항상 같은 파드로 보냅니다(`sessionAffinity: ClientIP`). 하나의 프록시나 Ingress를 거쳐 오는 사용자는 모두 한 레플리카에 몰리고, 그 파드가 재시작되면 파드가 기억하던 내용을 잃습니다.',
    },
    values: {
      en: 'These values make the Service send every client address to the same pod (`sessionAffinity: ClientIP`): users behind one proxy or Ingress all meet one replica while others idle, and lose what it remembers of them when it restarts.',
      ko: '이 값 때문에 Service가 같은 클라이언트 주소를 항상 같은 파드로 보냅니다(`sessionAffinity: ClientIP`). 하나의 프록시나 Ingress를 거쳐 오는 사용자는 모두 한 레플리카에 몰리고, 그 파드가 재시작되면 파드가 기억하던 내용을 잃습니다.',
    },
  },
  project: [services],
  fixes: [anyPod],
};
