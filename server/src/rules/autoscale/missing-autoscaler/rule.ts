import type { Place } from '../../../contract/finding.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { Args, Localized } from '../../../contract/words.js';
import { copiesOf, relateReads, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { withoutRequest } from '../../../facts/kubernetes/requests.js';
import { generateHpa, needsAutoscaler } from '../../../generators/hpa.js';

/** The fixed number, which an autoscaler would replace, or else the word `Deployment`. */
function telling({ file, value }: WorkloadFact): Place {
  return { file, range: value.replicas?.at ?? value.kindAt };
}

type Replicas = 'one' | 'many' | 'fixed';

/** An unset number is one; a parameter stands for a number that is only known at deployment. */
function replicasKey({ value: { replicas } }: WorkloadFact): Replicas {
  if (!replicas) return 'one';
  return replicas.value === undefined ? 'fixed' : replicas.value > 1 ? 'many' : 'one';
}

function argsOf(workload: WorkloadFact, unmeasured: readonly string[]): Args {
  const { kind, name = '', replicas } = workload.value;
  return { kind, name, ...(replicasKey(workload) === 'many' ? { replicas: replicas?.value ?? 1 } : {}), ...(unmeasured.length > 0 ? { containers: unmeasured.join(', ') } : {}) };
}

const what: Readonly<Record<Replicas, Localized>> = {
  one: { en: '{kind} {name} has no HorizontalPodAutoscaler, so one replica takes every peak alone', ko: '{kind} {name}에 HorizontalPodAutoscaler가 없어, 부하가 몰려도 레플리카 하나로만 처리합니다' },
  many: { en: '{kind} {name} has no HorizontalPodAutoscaler, so {replicas} replicas take every peak and stay when they are idle', ko: '{kind} {name}에 HorizontalPodAutoscaler가 없어, 부하가 몰려도 레플리카 {replicas}개로만 처리하고 한가해도 줄어들지 않습니다' },
  fixed: { en: '{kind} {name} has no HorizontalPodAutoscaler, so a fixed number of replicas takes every peak and stays when idle', ko: '{kind} {name}에 HorizontalPodAutoscaler가 없어, 부하가 몰려도 고정된 수의 레플리카로만 처리하고 한가해도 줄어들지 않습니다' },
};
const unmeasured: Localized = {
  en: '; for a CPU target, the containers without a CPU request ({containers}) need one first',
  ko: '. CPU 목표 사용률을 쓰려면 CPU 요청량(requests)이 없는 컨테이너({containers})에 먼저 지정해야 합니다',
};

const messages: Readonly<Record<string, Localized>> = Object.fromEntries((Object.keys(what) as Replicas[]).flatMap((key) => {
  const { en, ko } = what[key];
  return [[key, { en: `${en}.`, ko: `${ko}.` }], [`${key}-unmeasured`, { en: `${en}${unmeasured.en}.`, ko: `${ko}${unmeasured.ko}.` }]];
}));

const check: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: relateReads,
  check(workload, { model, report }) {
    if (!needsAutoscaler(model, workload)) return;
    const missing = withoutRequest(model, workload, 'cpu').flatMap(({ name }) => name ?? []);
    report({
      at: telling(workload),
      say: `${replicasKey(workload)}${missing.length > 0 ? '-unmeasured' : ''}`,
      args: argsOf(workload, missing),
      also: copiesOf(model, workload).filter((copy) => copy !== workload).map((copy) => ({ ...telling(copy), say: 'copy' })),
      // JSON manifests are recognised, but only YAML is edited.
      data: { start: workload.range.start, editable: /\.ya?ml$/.test(workload.file) },
    });
  },
};

const generate: Fix = {
  key: 'generate-hpa',
  title: { en: 'Generate a HorizontalPodAutoscaler', ko: 'HorizontalPodAutoscaler 생성' },
  safety: 'review',
  applies: ({ data }) => (data as { editable: boolean }).editable,
  edits({ finding, model, text, locale }) {
    const { start } = finding.data as { start: number };
    const workload = model.facts('k8s.workload').find((fact) => fact.file === finding.file && fact.range.start === start);
    return workload && generateHpa({ model, workload, text, locale })?.edits;
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/missing-autoscaler',
    title: { en: 'Stateless web workload without an autoscaler', ko: '오토스케일러가 없는 무상태 웹 워크로드' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa'],
  },
  messages: {
    ...messages,
    copy: { en: 'A copy of the same workload.', ko: '같은 워크로드의 사본입니다.' },
  },
  project: [check],
  fixes: [generate],
};
