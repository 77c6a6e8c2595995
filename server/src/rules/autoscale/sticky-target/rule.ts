import type { Fix, Rule } from '../../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import '../../../facts/finding.js';
import { isInJoin, joinReads, joinWorkload } from '../../../facts/join.js';
import { servicesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isProduct } from '../../../facts/kubernetes/role.js';
import { inOneDeployment, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import type {} from '../../../facts/sticky/kinds.js';
import { stickyInYaml } from '../../../facts/sticky/yaml.js';
import { isYaml } from '../../../generators/manifest.js';
import { readStream } from '../../../syntax/yaml/stream.js';

const reads = [...joinReads, 'server.sticky', 'finding'] as const satisfies readonly FactKind[];

/** What keeps clients at the pods of a workload, before any of its Services. */
function stickyBefore(model: Model, workload: WorkloadFact): Fact<'server.sticky'> | undefined {
  const services = servicesOf(model, workload).filter(({ value }) => value.name !== undefined);
  return model.facts('server.sticky').find(({ file, value }) => value.foreign !== true && services.some((service) => {
    const named = value.backends.some(({ name, namespace }) => name === service.value.name && (namespace === undefined || service.value.namespace === undefined || namespace === service.value.namespace));
    return (named || (value.policy !== undefined && service.value.backendConfigs.includes(value.policy))) && (!isYaml(file) || inOneDeployment(model, file, workload.file));
  }));
}

/** Sessions that the code keeps in the memory of one replica: the reason for which clients have to come back to it. */
function sessionIn(model: Model, workload: WorkloadFact): Fact<'finding'> | undefined {
  const join = joinWorkload(model, workload);
  return join && model.facts('finding').find(({ value }) => value.severity === 'error' && /^state\/(?:http-session|session-scoped-bean|stateful-ejb|in-memory-token)$/.test(value.rule) && isInJoin(join, value));
}

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  const most = scaler.value.max ? scaler.value.max.value : 100;
  const workload = most === undefined || most < 2 ? undefined : scaledWorkload(model, scaler);
  const sticky = workload && !isProduct(workload) ? stickyBefore(model, workload) : undefined;
  if (!workload || !sticky) return;
  const session = sessionIn(model, workload);
  report({
    at: { file: scaler.file, range: scaler.value.target.at },
    say: session ? 'sessions' : 'sticky',
    severity: session ? 'error' : 'warning',
    args: { scaler: scaler.value.name ?? '', workload: workload.value.name ?? '', balancer: sticky.value.balancer, via: sticky.value.via, ...(session ? { rule: session.value.rule } : {}) },
    also: [{ file: sticky.file, range: sticky.range, say: 'here' }, ...(session ? [{ file: session.value.file, range: session.value.range, say: 'kept', args: { rule: session.value.rule } }] : [])],
    data: { file: sticky.file, start: sticky.range.start, removable: session === undefined && isYaml(sticky.file) },
  });
}, true);

const dropStickiness: Fix = {
  key: 'drop-stickiness',
  title: { en: 'Remove the stickiness, when no session is kept in memory', ko: '스티키 세션 제거(메모리에 세션을 두지 않을 때)' },
  safety: 'review',
  applies: ({ data }) => (data as { removable: boolean }).removable,
  edits({ finding, text }) {
    const { file, start } = finding.data as { file: string; start: number };
    const written = text(file);
    if (written === undefined) return undefined;
    const places = readStream(written).documents.flatMap((document) => stickyInYaml(file, written, document));
    return places.find(({ at }) => at.start === start)?.remove?.(file, written);
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/sticky-target',
    title: { en: 'Sticky sessions before an autoscaled workload', ko: '오토스케일링 대상 앞의 스티키 세션' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'session', 'load-balancer'],
  },
  messages: {
    sessions: {
      en: 'Scaling does not help whoever is logged in, and loses sessions: {balancer} (`{via}`) keeps each user at one pod of {workload}, whose code keeps sessions in memory ({rule}). Pods that {scaler} adds stay idle, and pods it removes log their users out.',
      ko: '이미 로그인한 사용자에게는 확장이 도움이 되지 않고 세션까지 유실됩니다. {balancer}(`{via}`)이(가) 사용자를 {workload}의 한 파드에 고정하는데, 그 코드는 세션을 메모리에 둡니다({rule}). {scaler}이(가) 추가한 파드는 유휴 상태로 남고, 줄인 파드의 사용자는 로그아웃됩니다.',
    },
    sticky: {
      en: 'Scaling helps new users only: {balancer} (`{via}`) keeps everybody else at the pod of {workload} they came to first, so the pods that {scaler} adds under load stay idle while the old ones stay busy.',
      ko: '새로 접속한 사용자에게만 확장의 효과가 있습니다. {balancer}(`{via}`)이(가) 나머지 사용자를 처음 접속한 {workload} 파드에 고정하므로, {scaler}이(가) 부하 중에 추가한 파드는 유휴 상태로 남고 기존 파드는 계속 바쁩니다.',
    },
    here: { en: 'This keeps clients at one pod.', ko: '이 설정이 클라이언트를 한 파드에 고정합니다.' },
    kept: { en: 'Sessions are kept here: {rule}', ko: '세션을 두는 곳: {rule}' },
  },
  project: checks,
  fixes: [dropStickiness],
};
