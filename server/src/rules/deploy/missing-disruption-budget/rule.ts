import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import { availabilityReads, replicasOf } from '../../../facts/kubernetes/availability.js';
import { copiesOf } from '../../../facts/kubernetes/relate.js';
import { budgetEdits, hasOwnLabels, lacksBudget } from '../../../generators/availability.js';
import { isEditable, workloadData, workloadOf } from '../../../generators/workload-edit.js';

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: availabilityReads,
  check(workload, { model, report }) {
    if (copiesOf(model, workload)[0] !== workload || !lacksBudget(model, workload)) return;
    const replicas = replicasOf(model, workload);
    if (!replicas || replicas.most < 2) return;
    const { kind, name = '' } = workload.value;
    report({
      at: { file: workload.file, range: workload.value.replicas?.at ?? workload.value.kindAt },
      say: replicas.scaled ? 'scaled' : 'fixed',
      args: { kind, name, ...(replicas.scaled ? {} : { replicas: replicas.most }) },
      data: { ...workloadData(workload), named: hasOwnLabels(workload) },
    });
  },
};

const addBudget: Fix = {
  key: 'add-disruption-budget',
  title: { en: 'Add a PodDisruptionBudget (maxUnavailable: 1)', ko: 'PodDisruptionBudget 추가(maxUnavailable: 1)' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && (finding.data as { named: boolean }).named,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(finding, model);
    return workload && budgetEdits({ model, workload, text, locale });
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/missing-disruption-budget',
    title: { en: 'Replicas that a node drain may take away together', ko: '노드를 비울 때 한꺼번에 내려갈 수 있는 레플리카' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'availability', 'pdb'],
  },
  messages: {
    fixed: {
      en: 'No PodDisruptionBudget holds for {kind} {name}: a cluster upgrade that drains several nodes may evict its {replicas} replicas together, and nobody answers until new ones are ready.',
      ko: '{kind} {name}에 적용되는 PodDisruptionBudget이 없습니다. 클러스터 업그레이드로 여러 노드를 비우면 레플리카 {replicas}개가 한꺼번에 축출되어, 새 파드가 준비될 때까지 서비스가 중단될 수 있습니다.',
    },
    scaled: {
      en: 'No PodDisruptionBudget holds for {kind} {name}, which an autoscaler multiplies: a cluster upgrade that drains several nodes may evict its replicas together, and nobody answers until new ones are ready.',
      ko: '오토스케일러가 늘리는 {kind} {name}에 적용되는 PodDisruptionBudget이 없습니다. 클러스터 업그레이드로 여러 노드를 비우면 레플리카가 한꺼번에 축출되어, 새 파드가 준비될 때까지 서비스가 중단될 수 있습니다.',
    },
  },
  project: [check],
  fixes: [addBudget],
};
