import { dirname, join } from '../../../base/paths.js';
import type { AnyProjectCheck, Fix, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { isPatched, relateReads } from '../../../facts/kubernetes/relate.js';
import { isOfService, stickyAdvice, stickyMessages, stickyReads } from '../../../facts/sticky/advice.js';
import { stickyInYaml } from '../../../facts/sticky/yaml.js';
import { chartFolderOf } from '../../../syntax/helm/place.js';
import { readStream } from '../../../syntax/yaml/stream.js';

type StickyFact = Fact<'server.sticky'>;

/** The Service whose setting this is; absent for values of a chart. */
function serviceOf(model: Model, sticky: StickyFact): Fact<'k8s.service'> | undefined {
  return model.facts('k8s.service').find(({ file, value: { sessionAffinity } }) => file === sticky.file && sessionAffinity !== undefined && sessionAffinity.at.start <= sticky.range.start && sticky.range.end <= sessionAffinity.at.end);
}

/** Whether the values of the chart that a template belongs to ask for it, which is where it is told of. */
function isToldInValues(model: Model, sticky: StickyFact): boolean {
  const chart = chartFolderOf(sticky.file, (folder) => model.hasFile(join(folder, 'Chart.yaml') ?? ''));
  return chart !== undefined && model.facts('server.sticky').some((other) => isOfService(other) && dirname(other.file) === chart);
}

/** Whether the setting has an effect as the workspace stands: without an address of its own, or without pods, a Service balances nothing. */
function acts(model: Model, service: Fact<'k8s.service'>): boolean {
  return !service.value.headless && service.value.picks !== undefined && !isPatched(model, service, 'Service', (path) => path.startsWith('spec.sessionAffinity'), 'changes');
}

const services: AnyProjectCheck = {
  subject: 'server.sticky',
  reads: [...stickyReads, ...relateReads],
  last: true,
  check(sticky, cx) {
    if (!isOfService(sticky)) return;
    const service = serviceOf(cx.model, sticky);
    if (service && (!acts(cx.model, service) || isToldInValues(cx.model, sticky))) return;
    const found = stickyAdvice(sticky, cx);
    if (found) cx.report({ ...found, args: { ...found.args, service: service?.value.name ?? '' }, data: { removable: found.say !== 'hides' && found.say !== 'longPolling' && /\.ya?ml$/.test(sticky.file) && service?.value.templated !== true } });
  },
};

/** Not offered while the code behind it keeps state of its users, who would lose it at once. */
const anyPod: Fix = {
  key: 'any-pod',
  title: { en: 'Let the Service send requests to any pod', ko: 'Service가 모든 파드로 요청을 나누도록 변경' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly removable: boolean }).removable,
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
  messages: stickyMessages,
  project: [services],
  fixes: [anyPod],
};
