import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type { Backend, K8sService } from '../../../facts/kubernetes/kinds.js';
import { objectsByName, servicesByName } from '../../../facts/kubernetes/indexes.js';
import { mayBringMore, picksReads, sameNamespace } from '../../../facts/kubernetes/picks.js';
import { appliedTogether, isPatched, uses } from '../../../facts/kubernetes/relate.js';
import { isOneOfAKind, isProductImage } from '../../../facts/kubernetes/role.js';

type RouteFact = Fact<'k8s.route'>;
type ServiceFact = Fact<'k8s.service'>;

interface Target {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** The Service of the cluster that a backend names: bare, or in the way of the cluster's DNS. Names of the Internet are none, and some controllers have words of their own. */
function targetOf({ service = '', namespace, port }: Backend): Target | undefined {
  const [, name, suffix] = /^([a-z\d][a-z\d-]*)(?:\.([a-z\d-]+)\.svc(?:\.[a-z\d.-]+)?)?$/.exec(service) ?? [];
  return name === undefined || port === 'use-annotation' ? undefined : { name, namespace: namespace ?? suffix };
}

function renaming(cx: ProjectContext): readonly Fact<'kustomize.kustomization'>[] {
  return cx.facts('kustomize.kustomization').filter(({ value }) => `${value.prefix}${value.suffix}` !== '');
}

/** Names under which a Service may be there in the end: Kustomize renames Services, but not always who calls them. */
function namesOf(cx: ProjectContext, { file, value }: { readonly file: string; readonly value: { readonly name?: string | undefined } }): readonly string[] {
  const named = renaming(cx).filter((each) => uses(cx.model, each, file));
  return [value.name ?? '', ...named.map((each) => `${each.value.prefix}${value.name ?? ''}${each.value.suffix}`)];
}

function servicesNamed(cx: ProjectContext, route: RouteFact, { name, namespace }: Target): readonly ServiceFact[] {
  const asked = { file: route.file, value: namespace === undefined ? route.value : { ...route.value, namespace } };
  const candidates = renaming(cx).length > 0 ? cx.facts('k8s.service') : servicesByName.get(cx.model, name);
  return candidates.filter((service) => namesOf(cx, service).includes(name) && (namespace === undefined ? sameNamespace(cx.model, asked, service) : service.value.namespace === undefined || service.value.namespace === namespace));
}

/** Whether something else of that name answers: Knative and imports of other clusters make Services too. */
function isMadeOtherwise(cx: ProjectContext, name: string): boolean {
  return objectsByName.get(cx.model, name).some(({ value }) => /^Service(?:Import|Entry)?$/.test(value.kind) && value.apiVersion !== 'v1');
}

/** The part of a name that people vary: `shop`, `shop-service`, `shop_svc`. */
function stem(name: string | undefined): string {
  return (name ?? '').replace(/[-_]?(?:service|svc)$|^(?:service|svc)[-_]/, '').replaceAll(/[-_]/g, '');
}

function reportMissing(route: RouteFact, backend: Backend, { name, namespace }: Target, cx: ProjectContext): void {
  const beside = cx.facts('k8s.service').filter((service) => appliedTogether(cx.model, route.file, service.file));
  if (beside.length === 0 || beside.some(({ value }) => value.templated) || isMadeOtherwise(cx, name) || mayBringMore(cx.model, route.file)) return;
  const near = beside.filter(({ value }) => value.name === name || stem(value.name) === stem(name));
  const [meant] = new Set(near.map(({ value }) => value.name)).size === 1 ? near : [];
  // Tools and consoles of databases come from charts and operators of their own.
  if (!meant && (isOneOfAKind(name) || isProductImage(name))) return;
  const elsewhere = meant !== undefined && meant.value.name === name;
  cx.report({
    at: { file: route.file, range: backend.at },
    say: elsewhere ? 'namespace' : meant ? 'near' : 'missing',
    ...(meant ? {} : { severity: 'warning' as const, confidence: 'medium' as const }),
    args: { kind: route.value.kind, route: route.value.name ?? '', service: name, ...(elsewhere ? { namespace: meant.value.namespace ?? '', own: namespace ?? route.value.namespace ?? 'default' } : meant ? { meant: meant.value.name ?? '' } : {}) },
    also: meant ? [{ file: meant.file, range: meant.range, say: 'service', args: { service: meant.value.name ?? '' } }] : [],
    data: { at: backend.at.start, end: backend.at.end, text: meant && !elsewhere && backend.service === name ? (meant.value.name ?? '') : '' },
  });
}

/** Whether a Service has the port that a route asks for. OpenShift's routes name the port of the pods as well. */
function hasPort(kind: string, wanted: string) {
  return ({ ports }: K8sService): boolean => ports.length === 0 || ports.some(({ port, name, target }) => (port === undefined && name === undefined) || String(port) === wanted || name === wanted || (kind === 'Route' && target === wanted));
}

function reportPort(route: RouteFact, backend: Backend, services: readonly ServiceFact[], cx: ProjectContext): void {
  const [service] = services;
  const { port = '', portAt } = backend;
  if (!service || !portAt || services.some(({ value }) => value.templated || value.type === 'ExternalName' || hasPort(route.value.kind, port)(value))) return;
  if (services.some((each) => isPatched(cx.model, each, 'Service', (path) => path.startsWith('spec.ports')))) return;
  const { ports, name } = service.value;
  const [meant] = ports.length === 1 ? ports : ports.filter(({ target }) => target === port);
  const numeric = /^\d+$/.test(port);
  cx.report({
    at: { file: route.file, range: portAt },
    say: 'port',
    args: { kind: route.value.kind, route: route.value.name ?? '', service: name ?? '', port, ports: ports.map((each) => each.name ?? each.port ?? '?').join(', ') },
    also: [{ file: service.file, range: service.range, say: 'service', args: { service: name ?? '' } }],
    data: { at: portAt.start, end: portAt.end, text: numeric ? String(meant?.port ?? '') : (meant?.name ?? '') },
  });
}

const routes: ProjectCheck<'k8s.route'> = {
  subject: 'k8s.route',
  reads: picksReads,
  check(route, cx) {
    const { templated, kind, backends } = route.value;
    if (templated || isPatched(cx.model, route, kind, (path) => path.startsWith('spec.'), 'changes')) return;
    const told = new Set<string>();
    for (const backend of backends) {
      const target = targetOf(backend);
      const key = `${backend.service ?? ''} ${backend.port ?? ''}`;
      if (!target || told.has(key)) continue;
      told.add(key);
      const services = servicesNamed(cx, route, target);
      if (services.length === 0) reportMissing(route, backend, target, cx);
      else reportPort(route, backend, services, cx);
    }
  },
};

interface Data {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

const nameService: Fix = {
  key: 'name-service',
  title: { en: 'Lead to the Service and port that are there', ko: '실제로 있는 Service와 포트로 연결' },
  safety: 'review',
  applies: ({ data, file }) => (data as unknown as Data).text !== '' && /\.ya?ml$/.test(file),
  edits({ finding, text }) {
    const { at, end, text: name } = finding.data as unknown as Data;
    const written = text(finding.file)?.slice(at, end) ?? '';
    const [, quote = '', inner = ''] = /^(["']?)([\w.-]+)\1$/.exec(written) ?? [];
    return inner === finding.args[finding.say === 'port' ? 'port' : 'service'] ? [{ do: 'replace', file: finding.file, span: { start: at, end }, text: `${quote}${name}${quote}` }] : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/dangling-ingress',
    title: { en: 'Route to a Service that is not there', ko: '존재하지 않는 Service로 연결하는 라우트' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'network'],
  },
  messages: {
    near: {
      en: '{kind} {route} leads to the Service {service}, which is not there; there is {meant}. Users get an error (503) instead of an answer.',
      ko: '{kind} {route}에서 연결하는 Service {service}이(가) 없습니다. 이름이 비슷한 {meant}은(는) 있습니다. 사용자는 응답 대신 오류(503)를 받습니다.',
    },
    namespace: {
      en: '{kind} {route} leads to the Service {service} of its own namespace {own}, but that Service is in {namespace}: users get an error (503) instead of an answer.',
      ko: '{kind} {route}은(는) 자신의 네임스페이스 {own}에서 Service {service}을(를) 찾지만, 이 Service는 {namespace}에 있습니다. 사용자는 응답 대신 오류(503)를 받습니다.',
    },
    missing: {
      en: '{kind} {route} leads to the Service {service}, which the manifests that are applied with it do not have. Unless it comes from elsewhere, users get an error (503).',
      ko: '{kind} {route}에서 연결하는 Service {service}이(가) 함께 적용되는 매니페스트에 없습니다. 다른 곳에서 만들지 않는다면 사용자는 오류(503)를 받습니다.',
    },
    port: {
      en: '{kind} {route} asks for port {port} of the Service {service}, which has {ports}: users get an error (503) instead of an answer.',
      ko: '{kind} {route}은(는) Service {service}의 {port} 포트로 연결하지만 이 Service의 포트는 {ports}입니다. 사용자는 응답 대신 오류(503)를 받습니다.',
    },
    service: { en: 'The Service {service} is described here.', ko: 'Service {service}을(를) 여기에서 정의합니다.' },
  },
  project: [routes],
  fixes: [nameService],
};
