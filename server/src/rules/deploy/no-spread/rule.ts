import type { Fix, Rule } from '../../../contract/rule.js';
import { canNamePods, lacksSpread, spreadEdit, whereReplicated } from '../../../generators/availability.js';
import { workloadOf } from '../../../generators/workload-edit.js';

const addSpread: Fix = {
  key: 'add-topology-spread',
  title: { en: 'Spread the pods over nodes', ko: '파드를 여러 노드에 분산' },
  safety: 'review',
  applies: canNamePods,
  edits({ finding, model, text, locale }) {
    const workload = workloadOf(finding, model);
    const edit = workload && spreadEdit({ model, workload, text, locale });
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/no-spread',
    title: { en: 'Replicas that may all stand on one node', ko: '한 노드에 몰릴 수 있는 레플리카' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'availability'],
  },
  messages: {
    fixed: {
      en: 'Nothing keeps the {replicas} replicas of {kind} {name} apart: the scheduler may put all of them on one node, and when that node fails, nobody answers.',
      ko: '{kind} {name}의 레플리카 {replicas}개를 분산하는 설정이 없습니다. 모두 한 노드에 배치될 수 있고, 그 노드에 장애가 나면 서비스가 중단됩니다.',
    },
    scaled: {
      en: 'Nothing keeps the replicas of {kind} {name} apart, which an autoscaler multiplies: the scheduler may put all of them on one node, and when that node fails, nobody answers.',
      ko: '오토스케일러가 늘리는 {kind} {name}의 레플리카를 분산하는 설정이 없습니다. 모두 한 노드에 배치될 수 있고, 그 노드에 장애가 나면 서비스가 중단됩니다.',
    },
  },
  project: [whereReplicated(lacksSpread)],
  fixes: [addSpread],
};
