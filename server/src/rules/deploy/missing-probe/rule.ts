import type { Finding } from '../../../contract/finding.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/python/app.js';
import { webReads } from '../../../facts/java/web-application.js';
import { isInJoin, joinReads, joinWorkload, type Join } from '../../../facts/join.js';
import { availabilityReads, broughtElsewhere } from '../../../facts/kubernetes/availability.js';
import type { K8sContainer } from '../../../facts/kubernetes/kinds.js';
import { copiesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { answersRequests, mainContainer } from '../../../facts/kubernetes/role.js';
import { probeEdit, type Probes } from '../../../generators/probes.js';
import { isEditable, workloadData, workloadOf } from '../../../generators/workload-edit.js';
import { asJson, asksFor } from '../../../generators/probe-asks.js';
import { probePorts, usePort } from './ports.js';

type Kind = 'liveness' | 'readiness';
const kinds: readonly Kind[] = ['readiness', 'liveness'];

/** Probes that neither the manifest nor a patch or a copy of it brings. */
function lacking(model: Model, workload: WorkloadFact, container: K8sContainer): readonly Kind[] {
  return kinds.filter((kind) => container.probes[kind] === undefined
    && !broughtElsewhere(model, workload, ({ containers }) => containers.some(({ probes }) => probes[kind] !== undefined), (path) => path.includes(`.${kind}Probe`)));
}

/** The place in the code that says there is nothing to ask. */
function withoutRoute(model: Model, joined: Join | undefined): readonly Finding[] {
  return joined ? model.facts('finding').map(({ value }) => value).filter((finding) => finding.rule === 'lifecycle/no-health-endpoint' && isInJoin(joined, finding)) : [];
}

const missingProbes: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...availabilityReads, ...joinReads, ...webReads, 'health.route', 'python.app', 'finding'],
  check(workload, { model, report }) {
    const container = mainContainer(workload);
    if (!container || container.incomplete || !answersRequests(model, workload) || copiesOf(model, workload)[0] !== workload) return;
    const missing = lacking(model, workload, container);
    const { liveness, readiness } = container.probes;
    const { kind, name = '' } = workload.value;
    if (missing.length === 0) {
      if (liveness && liveness.same === readiness?.same) report({ at: { file: workload.file, range: liveness.at }, say: 'identical', severity: 'info', args: { kind, name }, data: { ...workloadData(workload), add: {} } });
      return;
    }
    const joined = joinWorkload(model, workload);
    const unanswered = withoutRoute(model, joined);
    // Where the code has no route yet, the fix of that finding adds both.
    const asks = unanswered.length === 0 ? asksFor(model, joined, container) : {};
    report({
      at: { file: workload.file, range: container.at },
      say: missing.length === 2 ? 'none' : missing[0] ?? 'none',
      ...(missing.includes('readiness') && unanswered.length === 0 ? {} : { severity: 'info' as const }),
      args: { kind, name },
      also: unanswered.slice(0, 1).map(({ file, range }) => ({ file, range, say: 'route' })),
      data: { ...workloadData(workload), add: Object.fromEntries(missing.flatMap((each) => { const ask = asks[each]; return ask ? [[each, asJson(ask)]] : []; })) },
    });
  },
};

const addProbes: Fix = {
  key: 'add-probes',
  title: { en: 'Add probes', ko: '프로브 추가' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && finding.say !== 'unknownPort' && Object.keys((finding.data as { add?: object }).add ?? {}).length > 0,
  edits({ finding, model, text }) {
    const workload = workloadOf(finding, model);
    const edit = workload && probeEdit(workload, () => (finding.data as unknown as { readonly add: Probes }).add, text);
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/missing-probe',
    title: { en: 'Service without working probes', ko: '프로브가 없거나 동작하지 않는 서비스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'probe', 'health'],
  },
  messages: {
    none: {
      en: '{kind} {name} has no probes: a new replica gets requests before it can answer them, and one that hangs keeps getting them.',
      ko: '{kind} {name}에 프로브가 없습니다. 새 레플리카는 응답할 준비가 되기 전에 요청을 받고, 멈춘 레플리카에도 요청이 계속 전달됩니다.',
    },
    readiness: {
      en: '{kind} {name} has no readiness probe: with each update and each new replica, requests go to a pod that cannot answer them yet.',
      ko: '{kind} {name}에 readiness 프로브가 없습니다. 배포하거나 레플리카를 늘릴 때마다 아직 응답할 수 없는 파드에 요청이 전달됩니다.',
    },
    liveness: {
      en: '{kind} {name} has no liveness probe: a replica that hangs is never restarted.',
      ko: '{kind} {name}에 liveness 프로브가 없습니다. 멈춘 레플리카가 재시작되지 않고 그대로 남습니다.',
    },
    identical: {
      en: 'Liveness and readiness of {kind} {name} ask the same in the same way: replicas that should only be left alone for a moment, under load or while a back end is away, are restarted together.',
      ko: '{kind} {name}의 liveness 프로브와 readiness 프로브가 같습니다. 부하가 높거나 백엔드가 잠시 응답하지 않을 때 요청만 잠시 끊으면 될 레플리카가 한꺼번에 재시작됩니다.',
    },
    unknownPort: {
      en: 'The {probe} of {kind} {name} can never succeed: container {container} has no TCP port named "{port}".',
      ko: '컨테이너 {container}에 "{port}"(이)라는 TCP 포트가 없어 {kind} {name}의 {probe}은(는) 항상 실패합니다.',
    },
    unlistedPort: {
      en: 'The {probe} of {kind} {name} asks port {port}, which neither container {container} nor its image lists: if nothing listens there, no replica ever gets ready or stays alive.',
      ko: '{kind} {name}의 {probe}이(가) 컨테이너 {container}와(과) 그 이미지의 포트 목록에 없는 {port} 포트를 호출합니다. 그 포트에서 응답하지 않으면 레플리카가 준비 상태가 되지 못하거나 계속 재시작됩니다.',
    },
    route: { en: 'The code answers no probe yet; add a route first.', ko: '코드에 프로브가 호출할 경로가 아직 없습니다. 먼저 추가하세요.' },
  },
  project: [missingProbes, probePorts],
  fixes: [addProbes, usePort],
};
