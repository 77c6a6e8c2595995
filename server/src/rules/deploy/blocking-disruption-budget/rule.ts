import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { availabilityReads, keepsAll, mayPick, podsKept, replicasOf } from '../../../facts/kubernetes/availability.js';
import type { Setting } from '../../../facts/kubernetes/kinds.js';
import { appliedTogether, copiesOf, isPatched, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isProduct, replicatedKinds } from '../../../facts/kubernetes/role.js';
import { allowsOne } from '../../../generators/availability.js';
import { placeIn, type PlaceData } from '../../../generators/manifest.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { addValue } from '../../../syntax/yaml/edit.js';

type Budget = Fact<'k8s.disruption-budget'>;

interface Blocking {
  readonly say: 'none' | 'all' | 'count' | 'nothing';
  /** Absent when it is nothing that stands there. */
  readonly setting?: Setting<string>;
  readonly replicas?: number;
}

/** The workloads that the budget holds for, as far as its selector tells. */
function guarded(model: Model, budget: Budget): readonly WorkloadFact[] {
  const { selector, namespace } = budget.value;
  if (!selector || selector.open) return [];
  return model.facts('k8s.workload').filter(({ file, value }) => !value.partial && replicatedKinds.has(value.kind)
    && (namespace === undefined || value.namespace === undefined || namespace === value.namespace) && mayPick(selector, value) && appliedTogether(model, file, budget.file));
}

/** How many pods there ever are of what the budget guards; `undefined` where that is open, or an autoscaler decides. */
function podsOf(model: Model, workloads: readonly WorkloadFact[]): number | undefined {
  const [workload] = workloads;
  if (!workload || workload.value.templated || workloads.some((other) => !copiesOf(model, workload).includes(other))) return undefined;
  const replicas = replicasOf(model, workload);
  return replicas === undefined || replicas.scaled ? undefined : replicas.most;
}

/** What allows no eviction: none may be away, all have to stay, or as many as there are. */
function blockingOf(model: Model, { value: { maxUnavailable, minAvailable, selector, incomplete } }: Budget, workloads: readonly WorkloadFact[]): Blocking | undefined {
  if (maxUnavailable?.value !== undefined && /^0+%?$/.test(maxUnavailable.value)) return { say: 'none', setting: maxUnavailable };
  // The controller allows nothing where it is told nothing.
  if (!maxUnavailable && !minAvailable) return selector && !incomplete ? { say: 'nothing' } : undefined;
  const written = minAvailable?.value;
  if (!minAvailable || written === undefined) return undefined;
  if (keepsAll(written)) return { say: 'all', setting: minAvailable };
  const replicas = podsOf(model, workloads);
  const kept = replicas === undefined ? undefined : podsKept(written, replicas);
  return replicas !== undefined && replicas > 0 && kept !== undefined && kept >= replicas ? { say: 'count', setting: minAvailable, replicas } : undefined;
}

/** Whether an overlay gives the budget another number; a patch repeats the name without the selector. */
function isOverridden(model: Model, budget: Budget): boolean {
  const patches = model.facts('k8s.disruption-budget').filter(({ file, value }) => file !== budget.file && value.name !== undefined && value.name === budget.value.name && !value.selector);
  return patches.length > 0 || isPatched(model, budget, 'PodDisruptionBudget', (path) => /^spec\.(?:minAvailable|maxUnavailable)$/.test(path));
}

const check: ProjectCheck<'k8s.disruption-budget'> = {
  subject: 'k8s.disruption-budget',
  reads: availabilityReads,
  check(budget, { model, report }) {
    const workloads = guarded(model, budget);
    const blocking = blockingOf(model, budget, workloads);
    if (!blocking || isOverridden(model, budget)) return;
    const [workload] = workloads;
    const { name = '', where, templated } = budget.value;
    const one = blocking.replicas === 1;
    report({
      at: { file: budget.file, range: blocking.setting?.at ?? budget.range },
      say: one ? 'only' : blocking.say,
      // Whoever runs a database may want to move it by hand.
      ...(workload && isProduct(workload) ? { severity: 'info' as const } : {}),
      args: { name, ...(blocking.replicas !== undefined && !one ? { replicas: blocking.replicas } : {}), ...(blocking.say === 'count' ? { kind: workload?.value.kind ?? '', workload: workload?.value.name ?? '' } : {}), ...(blocking.setting ? { value: blocking.setting.value ?? '' } : {}) },
      also: workload ? [{ file: workload.file, range: workload.value.replicas?.at ?? workload.value.kindAt, say: 'guarded' }] : [],
      data: { document: where.document, path: [...where.path], editable: /\.ya?ml$/.test(budget.file) && !templated },
    });
  },
};

interface Data extends PlaceData {
  readonly editable: boolean;
}

const allowOne: Fix = {
  key: 'allow-one',
  title: { en: 'Let one pod at a time be evicted (maxUnavailable: 1)', ko: '파드를 한 번에 하나씩 축출할 수 있게 변경(maxUnavailable: 1)' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).editable,
  edits({ finding, ...input }) {
    const place = placeIn({ finding, ...input }, finding.data as unknown as Data);
    if (!place) return undefined;
    const spec = place.map('spec');
    const pair = ['maxUnavailable', 'minAvailable'].map((key) => pairOf(place.doc, spec, key)).find((each) => finding.say === 'nothing' ? each : each?.key.range[0] === finding.range.start);
    const edit = pair || finding.say !== 'nothing' ? pair && allowsOne(place, pair) : addValue(place.file, place.text, spec, ['maxUnavailable'], { text: '1' });
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/blocking-disruption-budget',
    title: { en: 'Disruption budget that allows no disruption', ko: '축출을 전혀 허용하지 않는 PodDisruptionBudget' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'pdb'],
  },
  messages: {
    none: {
      en: '`maxUnavailable: {value}` in PodDisruptionBudget {name} lets no pod be moved: a node drain or a cluster upgrade waits for ever, until somebody deletes pods by hand.',
      ko: 'PodDisruptionBudget {name}의 `maxUnavailable: {value}` 때문에 파드를 하나도 옮길 수 없습니다. 누군가 파드를 직접 삭제할 때까지 노드 드레인과 클러스터 업그레이드가 끝나지 않습니다.',
    },
    all: {
      en: '`minAvailable: {value}` in PodDisruptionBudget {name} lets no pod be moved: a node drain or a cluster upgrade waits for ever, until somebody deletes pods by hand.',
      ko: 'PodDisruptionBudget {name}의 `minAvailable: {value}` 때문에 파드를 하나도 옮길 수 없습니다. 누군가 파드를 직접 삭제할 때까지 노드 드레인과 클러스터 업그레이드가 끝나지 않습니다.',
    },
    count: {
      en: '`minAvailable: {value}` in PodDisruptionBudget {name} keeps all {replicas} pods of {kind} {workload} where they are: a node drain or a cluster upgrade waits for ever, until somebody deletes pods by hand.',
      ko: 'PodDisruptionBudget {name}의 `minAvailable: {value}` 때문에 {kind} {workload}의 파드 {replicas}개를 하나도 옮길 수 없습니다. 누군가 파드를 직접 삭제할 때까지 노드 드레인과 클러스터 업그레이드가 끝나지 않습니다.',
    },
    only: {
      en: '`minAvailable: {value}` in PodDisruptionBudget {name} keeps the only pod of {kind} {workload} where it is: a node drain or a cluster upgrade waits for ever, until somebody deletes the pod by hand.',
      ko: 'PodDisruptionBudget {name}의 `minAvailable: {value}` 때문에 {kind} {workload}의 하나뿐인 파드를 옮길 수 없습니다. 누군가 파드를 직접 삭제할 때까지 노드 드레인과 클러스터 업그레이드가 끝나지 않습니다.',
    },
    nothing: {
      en: 'PodDisruptionBudget {name} names neither `minAvailable` nor `maxUnavailable` and so lets no pod be moved: a node drain or a cluster upgrade waits for ever, until somebody deletes pods by hand.',
      ko: 'PodDisruptionBudget {name}에 `minAvailable`과 `maxUnavailable`이 모두 없어 파드를 하나도 옮길 수 없습니다. 누군가 파드를 직접 삭제할 때까지 노드 드레인과 클러스터 업그레이드가 끝나지 않습니다.',
    },
    guarded: { en: 'The workload whose pods stay.', ko: '옮길 수 없는 파드의 워크로드입니다.' },
  },
  project: [check],
  fixes: [allowOne],
};
