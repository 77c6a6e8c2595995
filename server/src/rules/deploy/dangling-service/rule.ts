import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type { ServicePort } from '../../../facts/kubernetes/kinds.js';
import { objectsByKind, servicesByName } from '../../../facts/kubernetes/indexes.js';
import { selectorText } from '../../../facts/kubernetes/selector.js';
import { pickedWorkloads, picksNothing, picksReads } from '../../../facts/kubernetes/picks.js';
import { isPatched, patchesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isOneOfAKind, isProductImage } from '../../../facts/kubernetes/role.js';
import { meantLabels } from '../../../generators/labels.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { items, pairOf } from '../../../syntax/yaml/ask.js';
import { setValue } from '../../../syntax/yaml/edit.js';

type ServiceFact = Fact<'k8s.service'>;

/** The first of several places that say the same. */
function isFirst(cx: ProjectContext, service: ServiceFact): boolean {
  const same = (other: ServiceFact): boolean => other.value.name === service.value.name && other.value.namespace === service.value.namespace && JSON.stringify(other.value.selector) === JSON.stringify(service.value.selector);
  return servicesByName.get(cx.model, service.value.name ?? '').find(same) === service;
}

const hasEndpoints = (cx: ProjectContext, name: string): boolean => [...objectsByKind.get(cx.model, 'Endpoints'), ...objectsByKind.get(cx.model, 'EndpointSlice')].some(({ value }) => value.name?.startsWith(name) ?? false);

function checkPorts(service: ServiceFact, behind: readonly WorkloadFact[], cx: ProjectContext): void {
  const containers = behind.flatMap((workload) => [workload, ...patchesOf(cx.model, workload)]).flatMap(({ value }) => value.containers.filter(({ role }) => role !== 'init'));
  const patched = behind.some((workload) => isPatched(cx.model, workload, workload.value.kind, (path) => path.startsWith('spec.template.spec.containers.ports')));
  if (behind.length === 0 || patched || behind.some(({ value }) => value.partial || value.pod.incomplete) || containers.some(({ incomplete }) => incomplete)) return;
  const ports = containers.flatMap((container) => container.ports);
  const isMissing = ({ target }: ServicePort): boolean => target !== undefined && /^[a-z\d-]*[a-z][a-z\d-]*$/.test(target) && !ports.some(({ name }) => name === target);
  const [only, ...others] = behind.length === 1 ? ports : [];
  for (const port of service.value.ports.filter(isMissing)) {
    cx.report({
      at: { file: service.file, range: port.at },
      say: 'port',
      args: { service: service.value.name ?? '', port: port.target ?? '', workload: behind[0]?.value.name ?? '' },
      also: behind.slice(0, 5).map((workload) => ({ file: workload.file, range: workload.range, say: 'pods', args: { workload: workload.value.name ?? '' } })),
      data: { ref: refOf(service) as never, at: port.at.start, target: only && others.length === 0 ? (only.name ?? String(only.port ?? '')) : '' },
    });
  }
}

function check(service: ServiceFact, cx: ProjectContext): void {
  const { templated, name, picks, type } = service.value;
  if (templated || name === undefined || !picks || picks.open || type === 'ExternalName' || Object.keys(picks.labels).length === 0 || !isFirst(cx, service)) return;
  if (hasEndpoints(cx, name) || isPatched(cx.model, service, 'Service', (path) => path.startsWith('spec.selector'), 'changes')) return;
  const nothing = picksNothing(cx.model, service, picks);
  if (!nothing) return checkPorts(service, pickedWorkloads(cx.model, service, picks), cx);
  const { meant } = nothing;
  // Databases, brokers and what watches the cluster come from charts and operators of their own.
  if (!meant && [name, ...Object.values(picks.labels)].some((each) => isOneOfAKind(each) || isProductImage(each))) return;
  cx.report({
    at: { file: service.file, range: picks.at },
    say: meant ? 'near' : 'none',
    ...(meant ? {} : { severity: 'warning' as const, confidence: 'medium' as const }),
    args: { service: name, labels: selectorText(picks), ...(meant ? { workload: meant.value.name ?? '' } : {}) },
    also: meant ? [{ file: meant.file, range: meant.range, say: 'pods', args: { workload: meant.value.name ?? '' } }] : [],
    data: { ref: refOf(service) as never, labels: meant && !meant.value.podLabelsOpen ? { ...meantLabels(picks.labels, meant.value.podLabels) } : {} },
  });
}

const services: ProjectCheck<'k8s.service'> = { subject: 'k8s.service', reads: picksReads, check };

interface Data {
  readonly labels?: Readonly<Record<string, string>>;
  readonly at?: number;
  readonly target?: string;
}

const selectPods: Fix = {
  key: 'select-pods',
  title: { en: 'Select the pods of the workload that is meant', ko: '의도한 워크로드의 파드를 선택하도록 변경' },
  safety: 'review',
  applies: ({ data, say }) => say === 'near' && isYaml(refIn(data).file) && Object.keys((data as unknown as Data).labels ?? {}).length > 0,
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const selector = manifest?.map('spec', 'selector');
    if (!manifest || !selector) return undefined;
    return Object.entries((finding.data as unknown as Data).labels ?? {}).flatMap(([key, value]) => {
      const node = pairOf(manifest.doc, selector, key)?.value;
      return node ? [setValue(manifest.file, node, value)] : [];
    });
  },
};

const targetPort: Fix = {
  key: 'target-port',
  title: { en: 'Send requests to the port that the pods have', ko: '파드에 있는 포트로 요청을 보내도록 변경' },
  safety: 'review',
  applies: ({ data, say }) => say === 'port' && isYaml(refIn(data).file) && (data as unknown as Data).target !== '',
  edits({ finding, ...input }) {
    const { at, target } = finding.data as unknown as Data;
    const manifest = manifestOf(input, refIn(finding.data));
    const nodes = manifest ? items(manifest.doc, manifest.node('spec', 'ports')).map((port) => pairOf(manifest.doc, port, 'targetPort')?.value) : [];
    const node = nodes.find((each) => each?.range[0] === at);
    return manifest && node && target ? [setValue(manifest.file, node, target)] : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/dangling-service',
    title: { en: 'Service that leads to no pod', ko: '연결된 파드가 없는 Service' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'network'],
  },
  messages: {
    near: {
      en: 'The Service {service} leads to no pod: nothing here has the labels {labels}, and those of {workload} are others, so every request to it fails.',
      ko: 'Service {service}에 연결되는 파드가 없습니다. 레이블이 {labels}인 파드가 없고 {workload}의 레이블은 이와 달라 모든 요청이 실패합니다.',
    },
    none: {
      en: 'The Service {service} leads to no pod of the manifests that are applied with it: none has the labels {labels}. Unless such pods come from elsewhere, every request to it fails.',
      ko: '함께 적용되는 매니페스트에는 Service {service}에 연결되는 파드가 없습니다. 레이블이 {labels}인 파드를 다른 곳에서 만들지 않는다면 모든 요청이 실패합니다.',
    },
    port: {
      en: 'The Service {service} sends requests to the port "{port}", which no container of {workload} names: they fail.',
      ko: 'Service {service}은(는) 요청을 "{port}" 포트로 보내지만 {workload}의 컨테이너에는 이 이름의 포트가 없어 요청이 실패합니다.',
    },
    pods: { en: 'The pods of {workload} are described here.', ko: '{workload}의 파드를 여기에서 정의합니다.' },
  },
  project: [services],
  fixes: [selectPods, targetPort],
};
