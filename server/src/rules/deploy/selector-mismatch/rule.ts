import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { meantLabels } from '../../../generators/labels.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { scalar } from '../../../generators/yaml-scalar.js';
import { picksNothing, picksReads } from '../../../facts/kubernetes/picks.js';
import { selectorText } from '../../../facts/kubernetes/selector.js';
import { copiesOf, isPatched, patchesOf, wholeOf, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { applied, difference } from '../../../syntax/difference.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { addValue, setValue } from '../../../syntax/yaml/edit.js';

const reads = [...picksReads, 'k8s.disruption-budget'] as const;
const labelled = /^spec\.(?:selector|template\.metadata\.labels)(?:\.|$)/;

/** Keys of the selector that the pods do not have, or have with another value. */
function wrongKeys({ value }: WorkloadFact, patches: readonly WorkloadFact[]): readonly string[] {
  const labels: Readonly<Record<string, string>> = Object.assign({}, value.podLabels, ...patches.map((patch) => patch.value.podLabels));
  return Object.entries(value.selector?.labels ?? {}).filter(([key, label]) => (labels[key] === undefined ? !value.podLabelsOpen : labels[key] !== label)).map(([key]) => key);
}

function isLeftToOthers(cx: ProjectContext, workload: WorkloadFact): boolean {
  const { partial, templated, kind, containers } = workload.value;
  // A fragment that nothing completes is meant to be whole.
  const completed = partial && (containers.length === 0 || wholeOf(cx.model, workload).length > 0 || cx.facts('kustomize.kustomization').some(({ value }) => value.uses.includes(workload.file) && !value.resources.includes(workload.file)));
  return completed || templated || copiesOf(cx.model, workload)[0] !== workload || isPatched(cx.model, workload, kind, (path) => labelled.test(path), 'changes');
}

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads,
  check(workload, cx) {
    const { selector, kind, name, podLabels } = workload.value;
    if (!selector || isLeftToOthers(cx, workload)) return;
    const patches = patchesOf(cx.model, workload);
    const keys = wrongKeys(workload, patches);
    const [key] = keys;
    if (key === undefined || patches.some(({ value }) => value.selector !== undefined)) return;
    const label = `${key}=${selector.labels[key] ?? ''}`;
    cx.report({
      at: { file: workload.file, range: selector.at },
      say: podLabels[key] === undefined ? 'missing' : 'other',
      args: { kind, workload: name ?? '', label, ...(podLabels[key] === undefined ? {} : { has: `${key}=${podLabels[key]}` }) },
      data: { ref: refOf(workload) as never, labels: Object.fromEntries(keys.map((each) => [each, podLabels[each] === undefined ? `+${selector.labels[each] ?? ''}` : `=${podLabels[each]}`])) },
    });
  },
};

const budgets: ProjectCheck<'k8s.disruption-budget'> = {
  subject: 'k8s.disruption-budget',
  reads,
  check(budget, { model, report }) {
    const { selector, templated, name } = budget.value;
    if (templated || !selector || name === undefined || isPatched(model, budget, 'PodDisruptionBudget', (path) => path.startsWith('spec.selector'), 'changes')) return;
    const nothing = picksNothing(model, budget, selector);
    if (!nothing) return;
    const { meant } = nothing;
    report({
      at: { file: budget.file, range: selector.at },
      say: 'budget',
      severity: 'warning',
      ...(meant ? {} : { confidence: 'medium' as const }),
      args: { budget: name, labels: selectorText(selector) },
      data: { ref: refOf(budget) as never, labels: meant && !meant.value.podLabelsOpen && selector.expressions.length === 0 ? Object.fromEntries(Object.entries(meantLabels(selector.labels, meant.value.podLabels)).map(([key, value]) => [key, `=${value}`])) : {} },
    });
  },
};

/** Labels by key: `=value` for the selector, `+value` for the pods. */
function changesIn(finding: { readonly data: unknown }): Readonly<Record<string, string>> {
  return (finding.data as { readonly labels: Readonly<Record<string, string>> }).labels;
}

type Input = Parameters<typeof manifestOf>[0];

/** Writes one label; the text as it is then, `undefined` when it cannot be written. */
function withLabel(input: Input, finding: Fact<'finding'>['value'], text: string, key: string, change: string): string | undefined {
  const manifest = manifestOf({ ...input, text: () => text }, refIn(finding.data));
  if (!manifest) return undefined;
  const value = change.slice(1);
  if (change.startsWith('+')) {
    const edit = addValue(manifest.file, text, manifest.map('spec', 'template'), ['metadata', 'labels', key], { text: scalar(value) });
    return edit && applied(text, edit);
  }
  const selector = manifest.map('spec', 'selector', 'matchLabels') ?? manifest.map('spec', 'selector');
  const node = pairOf(manifest.doc, selector, key)?.value;
  return node ? applied(text, setValue(manifest.file, node, value)) : undefined;
}

const matchLabels: Fix = {
  key: 'match-labels',
  title: { en: 'Let the selector and the labels of the pods agree', ko: '셀렉터와 파드의 레이블을 일치시키기' },
  safety: 'review',
  applies: (finding) => isYaml(finding.file) && Object.keys(changesIn(finding)).length > 0,
  edits({ finding, ...input }) {
    const before = input.text(finding.file);
    const after = Object.entries(changesIn(finding)).reduce<string | undefined>((text, [key, change]) => (text === undefined ? undefined : withLabel(input, finding, text, key, change)), before);
    return before === undefined || after === undefined ? undefined : difference(finding.file, before, after);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/selector-mismatch',
    title: { en: 'Selector that does not fit the pods', ko: '파드와 맞지 않는 셀렉터' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes'],
  },
  messages: {
    missing: {
      en: 'The cluster refuses {kind} {workload}: its selector asks for {label}, a label that its own pods do not have.',
      ko: '{kind} {workload}의 셀렉터가 자기 파드에 없는 레이블 {label}을(를) 요구하므로 클러스터가 이 리소스를 거부합니다.',
    },
    other: {
      en: 'The cluster refuses {kind} {workload}: its selector asks for {label}, but its own pods have {has}.',
      ko: '{kind} {workload}의 셀렉터는 {label}을(를) 요구하지만 자기 파드의 레이블은 {has}이므로 클러스터가 이 리소스를 거부합니다.',
    },
    budget: {
      en: 'The disruption budget {budget} protects no pod: none that is applied with it has the labels {labels}, so a drain may take all replicas at once.',
      ko: 'PodDisruptionBudget {budget}이(가) 보호하는 파드가 없습니다. 함께 적용되는 파드 중 레이블이 {labels}인 것이 없어, 노드를 드레인할 때 모든 레플리카가 한꺼번에 종료될 수 있습니다.',
    },
  },
  project: [workloads, budgets],
  fixes: [matchLabels],
};
