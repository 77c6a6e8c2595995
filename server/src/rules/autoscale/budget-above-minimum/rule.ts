import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../../contract/workspace.js';
import { keepsAll, podsKept } from '../../../facts/kubernetes/availability.js';
import { copiesOf, isSketch, relateReads, scalersOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { picksLabels } from '../../../facts/kubernetes/selector.js';
import { inOneDeployment, isOverridden } from '../../../facts/kubernetes/scaled.js';
import { allowsOne } from '../../../generators/availability.js';
import { manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { pairOf } from '../../../syntax/yaml/ask.js';

type Budget = Fact<'k8s.disruption-budget'>;

const reads = [...relateReads, 'k8s.disruption-budget'] as const satisfies readonly FactKind[];

/** The one workload whose pods the budget picks; `undefined` when there are several, or more than labels decide. */
function guarded(model: Model, { file, value }: Budget): WorkloadFact | undefined {
  const { selector } = value;
  if (value.templated || !selector || selector.open || Object.keys(selector.labels).length + selector.expressions.length === 0) return undefined;
  const picked = model.facts('k8s.workload').filter((workload) => (!workload.value.partial || isSketch(model, workload, file)) && !workload.value.templated && picksLabels(selector, workload.value.podLabels, false)
    && (value.namespace === undefined || workload.value.namespace === undefined || value.namespace === workload.value.namespace) && inOneDeployment(model, workload.file, file));
  const [first] = picked;
  return first && picked.every((each) => copiesOf(model, first).includes(each)) ? first : undefined;
}

/** The least number of pods that an autoscaler keeps, as far as one number holds everywhere. */
function leastOf(model: Model, scaler: ScalerFact): number | undefined {
  const { min, incomplete, templated } = scaler.value;
  if (templated || isOverridden(model, scaler, 'minReplicas') || (!min && (incomplete || scaler.kind !== 'k8s.hpa'))) return undefined;
  return min ? min.value : 1;
}

const check: ProjectCheck<'k8s.disruption-budget'> = {
  subject: 'k8s.disruption-budget',
  reads,
  check(budget, { model, report }) {
    const { minAvailable, name = '' } = budget.value;
    const workload = minAvailable?.value === undefined ? undefined : guarded(model, budget);
    const patched = model.facts('k8s.disruption-budget').some(({ file, value }) => file !== budget.file && value.name === budget.value.name && !value.selector);
    const scaler = workload && !patched ? scalersOf(model, workload).find(({ file }) => inOneDeployment(model, file, budget.file)) : undefined;
    const least = scaler && leastOf(model, scaler);
    // What keeps all pods whatever their number is another rule's.
    if (!minAvailable?.value || keepsAll(minAvailable.value) || !workload || !scaler || least === undefined || least === 0) return;
    const staying = podsKept(minAvailable.value, least);
    if (staying === undefined || staying < least) return;
    report({
      at: { file: budget.file, range: minAvailable.at },
      say: least === 1 ? 'one' : 'several',
      args: { name, value: minAvailable.value, scaler: scaler.value.name ?? '', ...(least === 1 ? {} : { min: least }), workload: workload.value.name ?? '' },
      also: [{ file: scaler.file, range: scaler.value.min?.at ?? scaler.value.target.at, say: 'minimum' }],
      data: { ref: refOf(budget) as never },
    });
  },
};

const allowOne: Fix = {
  key: 'allow-one',
  title: { en: 'Let one pod at a time be evicted (`maxUnavailable: 1`)', ko: '파드를 한 번에 하나씩 축출할 수 있게 변경(`maxUnavailable: 1`)' },
  safety: 'review',
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const spec = manifest?.map('spec');
    const pair = manifest && pairOf(manifest.doc, spec, 'minAvailable');
    if (!manifest || !pair || pairOf(manifest.doc, spec, 'maxUnavailable')) return undefined;
    const edit = allowsOne(manifest, pair);
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/budget-above-minimum',
    title: { en: 'Disruption budget that needs all pods of a quiet hour', ko: '한가한 시간의 파드를 모두 요구하는 PodDisruptionBudget' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'pdb', 'availability'],
  },
  messages: {
    several: {
      en: 'At quiet hours node drains and cluster upgrades hang: the autoscaler {scaler} keeps {min} pods of {workload}, and the budget {name} (`minAvailable: {value}`) lets none of them go.',
      ko: '한가한 시간에 노드 드레인과 클러스터 업그레이드가 멈춥니다. 오토스케일러 {scaler}은(는) {workload}의 파드를 {min}개만 남기는데, PodDisruptionBudget {name}(`minAvailable: {value}`)이(가) 그중 하나도 축출하지 못하게 합니다.',
    },
    one: {
      en: 'At quiet hours node drains and cluster upgrades hang: the autoscaler {scaler} keeps one pod of {workload}, and the budget {name} (`minAvailable: {value}`) does not let it go.',
      ko: '한가한 시간에 노드 드레인과 클러스터 업그레이드가 멈춥니다. 오토스케일러 {scaler}은(는) {workload}의 파드를 하나만 남기는데, PodDisruptionBudget {name}(`minAvailable: {value}`)이(가) 그 파드를 축출하지 못하게 합니다.',
    },
    minimum: { en: 'The autoscaler goes down to this number.', ko: '오토스케일러는 파드를 이 수까지 줄입니다.' },
  },
  project: [check],
  fixes: [allowOne],
};
