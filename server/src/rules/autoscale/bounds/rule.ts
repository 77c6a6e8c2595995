import type { Edit, Fix, Rule } from '../../../contract/rule.js';
import { relateReads } from '../../../facts/kubernetes/relate.js';
import { scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { putValue } from '../../../syntax/yaml/edit.js';
import { faultIn, keysOf } from './fault.js';

const checks = scalerChecks(relateReads, (scaler, { model, report }) => {
  const fault = faultIn(model, scaler);
  if (!fault) return;
  const { min, max, target, name = '' } = scaler.value;
  const telling = fault.at === 'max' ? max ?? min : min ?? max;
  report({
    at: { file: scaler.file, range: telling?.at ?? target.at },
    say: fault.say,
    severity: fault.severity,
    args: { scaler: name, name: target.name ?? '', min: min?.value ?? 1, max: max?.value ?? 100, ...fault.args },
    also: fault.also ? [{ ...fault.also, say: 'replicas' }] : [],
    data: { ref: refOf(scaler) as never, ...(fault.set ? { set: fault.set } : {}), fix: fault.fix },
  });
});

interface Data {
  readonly set?: { readonly min?: number; readonly max?: number };
  readonly fix: string;
}

function fixOf(key: string, title: Fix['title']): Fix {
  return {
    key,
    title,
    safety: 'review',
    applies: ({ data }) => (data as unknown as Data).fix === key,
    edits({ finding, ...input }) {
      const ref = refIn(finding.data);
      const manifest = manifestOf(input, ref);
      const { set } = finding.data as unknown as Data;
      if (!manifest || !set) return undefined;
      const keys = keysOf(ref.kind);
      const put = (name: 'min' | 'max', after: readonly string[]): Edit | undefined =>
        putValue(manifest.file, manifest.text, manifest.map('spec'), keys[name], String(set[name]), after);
      const edits = [...(set.min === undefined ? [] : [put('min', ['scaleTargetRef'])]), ...(set.max === undefined ? [] : [put('max', [keys.min, 'scaleTargetRef'])])];
      return edits.every((edit) => edit !== undefined) ? edits : undefined;
    },
  };
}

export const rule: Rule = {
  meta: {
    id: 'autoscale/bounds',
    title: { en: 'Autoscaler bounds that leave no room', ko: '여유를 두지 않은 오토스케일러의 최솟값과 최댓값' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'availability'],
  },
  messages: {
    inverted: {
      en: 'The cluster rejects the autoscaler {scaler}: its minimum {min} is above its maximum {max}.',
      ko: '최솟값 {min}이(가) 최댓값 {max}보다 커서 클러스터가 오토스케일러 {scaler}을(를) 거부합니다.',
    },
    'zero-metric': {
      en: 'The cluster rejects `minReplicas: 0` of the autoscaler {scaler}: only an Object or External metric can tell that a workload without pods is needed again.',
      ko: '클러스터가 오토스케일러 {scaler}의 `minReplicas: 0`을 거부합니다. 파드가 없는 워크로드가 다시 필요해졌는지는 Object나 External 메트릭으로만 알 수 있습니다.',
    },
    'zero-gate': {
      en: 'Kubernetes {version} rejects `minReplicas: 0` of the autoscaler {scaler} unless its feature gate HPAScaleToZero is on; it is on by itself from 1.37.',
      ko: 'Kubernetes {version}은(는) 기능 게이트 HPAScaleToZero를 켜지 않으면 오토스케일러 {scaler}의 `minReplicas: 0`을 거부합니다. 1.37부터 기본으로 켜져 있습니다.',
    },
    equal: {
      en: 'The autoscaler {scaler} never scales {name}: minimum and maximum are both {max}, whatever the load is.',
      ko: '최솟값과 최댓값이 모두 {max}이므로 부하와 관계없이 오토스케일러 {scaler}은(는) {name}을(를) 확장하지 않습니다.',
    },
    above: {
      en: 'The autoscaler {scaler} takes pods away as soon as it starts: {name} runs {replicas} replicas, but at most {max} are allowed.',
      ko: '{name}의 레플리카는 {replicas}개인데 최댓값이 {max}이므로, 오토스케일러 {scaler}이(가) 동작하자마자 파드를 줄입니다.',
    },
    one: {
      en: 'At quiet hours the autoscaler {scaler} leaves one pod of {name}, so its restart or the loss of its node is an outage.',
      ko: '한가한 시간에 오토스케일러 {scaler}이(가) {name}의 파드를 하나만 남기므로, 그 파드의 재시작이나 노드 장애가 곧 서비스 중단입니다.',
    },
    'one-unknown': {
      en: 'At quiet hours the autoscaler {scaler} leaves one pod of {name}; if it answers requests, its restart is an outage.',
      ko: '한가한 시간에 오토스케일러 {scaler}이(가) {name}의 파드를 하나만 남깁니다. 요청을 처리하는 워크로드라면 그 파드의 재시작이 곧 서비스 중단입니다.',
    },
    replicas: { en: 'The manifest asks for more replicas than the autoscaler allows.', ko: '매니페스트의 레플리카 수가 오토스케일러의 최댓값보다 많습니다.' },
  },
  project: checks,
  fixes: [
    fixOf('swap-bounds', { en: 'Swap minimum and maximum', ko: '최솟값과 최댓값 맞바꾸기' }),
    fixOf('raise-minimum', { en: 'Keep at least two replicas', ko: '레플리카를 최소 2개로 유지' }),
    fixOf('keep-one', { en: 'Keep at least one replica', ko: '레플리카를 최소 1개로 유지' }),
    fixOf('raise-maximum', { en: 'Raise the maximum', ko: '최댓값 높이기' }),
  ],
};
