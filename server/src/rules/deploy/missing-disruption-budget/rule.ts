import type { Fix, Rule } from '../../../contract/rule.js';
import { budgetEdits, canNamePods, lacksBudget, whereReplicated } from '../../../generators/availability.js';
import { workloadOf } from '../../../generators/workload-edit.js';

const addBudget: Fix = {
  key: 'add-disruption-budget',
  title: { en: 'Add a PodDisruptionBudget (maxUnavailable: 1)', ko: 'PodDisruptionBudget 추가(maxUnavailable: 1)' },
  safety: 'review',
  applies: canNamePods,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(finding, model);
    return workload && budgetEdits({ model, workload, text, locale });
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/missing-disruption-budget',
    title: { en: 'Replicas that a node drain may take away together', ko: '노드를 드레인할 때 한꺼번에 내려갈 수 있는 레플리카' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'availability', 'pdb'],
  },
  messages: {
    fixed: {
      en: 'No PodDisruptionBudget holds for {kind} {name}: a cluster upgrade that drains several nodes may evict its {replicas} replicas together, and nobody answers until new ones are ready.',
      ko: '{kind} {name}에 적용되는 PodDisruptionBudget이 없습니다. 클러스터 업그레이드로 여러 노드를 드레인하면 레플리카 {replicas}개가 한꺼번에 축출되어, 새 파드가 준비될 때까지 서비스가 중단될 수 있습니다.',
    },
    scaled: {
      en: 'No PodDisruptionBudget holds for {kind} {name}, which an autoscaler multiplies: a cluster upgrade that drains several nodes may evict its replicas together, and nobody answers until new ones are ready.',
      ko: '오토스케일러가 늘리는 {kind} {name}에 적용되는 PodDisruptionBudget이 없습니다. 클러스터 업그레이드로 여러 노드를 드레인하면 레플리카가 한꺼번에 축출되어, 새 파드가 준비될 때까지 서비스가 중단될 수 있습니다.',
    },
  },
  project: [whereReplicated(lacksBudget)],
  fixes: [addBudget],
};
