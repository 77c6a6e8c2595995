import type { Finding } from '../../../contract/finding.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { blockersOf, firstToFix } from '../../../facts/blockers.js';
import { joinReads, joinWorkload } from '../../../facts/join.js';
import { availabilityReads, replicasOf } from '../../../facts/kubernetes/availability.js';
import { copiesOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isStatelessWeb } from '../../../facts/kubernetes/role.js';
import { replicaEdits } from '../../../generators/availability.js';
import { isChartTemplate } from '../../../syntax/helm/place.js';
import { isEditable, workloadData, workloadOf } from '../../../generators/workload-edit.js';

/** Folders of environments in which an outage hurts nobody. */
const tried = /(?:^|[/_.-])(?:dev|develop|development|local|minikube|kind|k3d|sandbox|test|testing|qa|ci|preview)(?:[/_.-]|$)/i;

/** Open errors in the code that forbid a second replica; none where the code was not found. */
function blockers(model: Model, workload: WorkloadFact): readonly Finding[] {
  const joined = joinWorkload(model, workload);
  return joined ? firstToFix(blockersOf(model, joined, workload)) : [];
}

const listed = 10;

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...availabilityReads, ...joinReads, 'finding'],
  last: true,
  check(workload, { model, report }) {
    if (!isStatelessWeb(model, workload) || copiesOf(model, workload)[0] !== workload || tried.test(workload.file)) return;
    const replicas = replicasOf(model, workload);
    if (!replicas || replicas.scaled || replicas.most > 1) return;
    const forbidding = blockers(model, workload);
    const [first] = forbidding;
    const { kind, name = '' } = workload.value;
    // Values of a chart are mostly there to be overridden.
    const byValues = isChartTemplate(workload.file, (path) => model.hasFile(path));
    report({
      at: { file: workload.file, range: workload.value.replicas?.at ?? workload.value.kindAt },
      say: first ? 'blocked' : byValues ? 'chart' : 'one',
      ...(first || byValues ? { severity: 'info' as const } : {}),
      args: { kind, name, ...(first ? { count: forbidding.length, rule: first.rule, file: first.file, line: first.range.startLine } : {}) },
      also: forbidding.slice(0, listed).map(({ file, range, rule }) => ({ file, range, say: 'blocker', args: { rule } })),
      data: { ...workloadData(workload), blocked: first !== undefined },
    });
  },
};

const twoReplicas: Fix = {
  key: 'two-replicas',
  title: { en: 'Run two replicas, spread over nodes and kept by a disruption budget', ko: '레플리카 2개로 실행(노드 분산과 PodDisruptionBudget 포함)' },
  safety: 'review',
  // Code with open errors would give wrong results with a second replica.
  applies: (finding) => isEditable(finding) && !(finding.data as { blocked: boolean }).blocked,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(finding, model);
    return workload && blockers(model, workload).length === 0 ? replicaEdits({ model, workload, text, locale }) : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/single-replica',
    title: { en: 'Service that one replica answers for', ko: '레플리카 하나로 운영하는 서비스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'availability'],
  },
  messages: {
    one: {
      en: '{kind} {name} runs one replica: whenever it crashes or its node is drained, nobody answers until a new pod is ready.',
      ko: '{kind} {name}은(는) 레플리카 하나로 실행됩니다. 그 파드가 비정상 종료되거나 노드를 드레인하면 새 파드가 준비될 때까지 서비스가 중단됩니다.',
    },
    chart: {
      en: '{kind} {name} runs one replica unless a deployment sets other values: whenever it crashes or its node is drained, nobody answers until a new pod is ready.',
      ko: '배포할 때 다른 값을 지정하지 않으면 {kind} {name}은(는) 레플리카 하나로 실행됩니다. 그 파드가 비정상 종료되거나 노드를 드레인하면 새 파드가 준비될 때까지 서비스가 중단됩니다.',
    },
    blocked: {
      en: '{kind} {name} runs one replica and has to for now: its code has {count} open finding(s) that give wrong results or lose data with more than one. Until they are fixed ({rule} in {file}:{line} first), every restart is an outage.',
      ko: '{kind} {name}은(는) 레플리카 하나로 실행되며, 지금은 늘릴 수 없습니다. 레플리카가 둘 이상이면 결과가 틀리거나 데이터가 유실되는 문제가 코드에 {count}개 남아 있습니다. {file}:{line}의 {rule}부터 고치기 전까지는 재시작할 때마다 서비스가 중단됩니다.',
    },
    blocker: { en: 'Forbids a second replica: {rule}', ko: '레플리카를 늘릴 수 없는 이유: {rule}' },
  },
  project: [check],
  fixes: [twoReplicas],
};
