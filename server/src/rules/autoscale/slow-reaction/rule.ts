import type { Fix, Rule } from '../../../contract/rule.js';
import type { FactKind } from '../../../contract/workspace.js';
import { say } from '../../../contract/words.js';
import { joinReads } from '../../../facts/join.js';
import { isProduct } from '../../../facts/kubernetes/role.js';
import { isKeda, isOverridden, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { runtimeOf } from '../../../facts/runtime.js';
import { manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { putValue, setValue } from '../../../syntax/yaml/edit.js';
import { controller, reactionOf, startOf, targetFor, wanted } from '../../../facts/kubernetes/reaction.js';

const reads = [...joinReads, 'config.environment'] as const satisfies readonly FactKind[];

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  const { metrics } = scaler.value;
  // Requests per second and queues tell of a rise before the processors do.
  const measured = metrics.filter(({ type, target, value }) => (type === 'Resource' || type === 'ContainerResource') && target === 'Utilization' && value !== undefined);
  const [first] = [...measured].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (!first || measured.length < metrics.length || (scaler.kind === 'k8s.scaled-object' && !isKeda(scaler)) || isOverridden(model, scaler, 'metrics', 'behavior')) return;
  const workload = scaledWorkload(model, scaler);
  const start = workload && !isProduct(workload) ? startOf(workload, runtimeOf(model, workload)) : undefined;
  const reaction = start === undefined ? undefined : reactionOf(scaler, first.value ?? 0, start);
  if (!workload || start === undefined || !reaction || reaction.growth >= wanted) return;
  const { target, room, window, seconds, growth, limited } = reaction;
  const fit = limited ? undefined : targetFor(seconds);
  const quick = window > 0 && !limited ? reactionOf({ ...scaler, value: { ...scaler.value, behavior: { ...scaler.value.behavior, up: { policies: [], ...scaler.value.behavior?.up, window: undefined } } } } as typeof scaler, target, start) : undefined;
  report({
    at: { file: scaler.file, range: first.at },
    say: limited ? 'limited' : 'slow',
    args: {
      scaler: scaler.value.name ?? '', workload: workload.value.name ?? '', growth: Math.floor(growth),
      ...(limited ? { max: scaler.value.max?.value ?? 100 } : { target, room: Math.floor(room), seconds, metrics: controller.metrics, sync: controller.sync, window, start }),
    },
    data: {
      ref: refOf(scaler) as never, index: metrics.indexOf(first), seconds,
      ...(fit !== undefined && fit < target && first.given ? { fit } : {}), atOnce: quick !== undefined && quick.growth >= wanted && scaler.kind === 'k8s.hpa',
    },
  });
});

interface Data {
  readonly index: number;
  readonly seconds: number;
  readonly fit?: number;
  readonly atOnce: boolean;
}

const why = {
  en: '{room} % headroom for about {seconds} s until new pods serve',
  ko: '새 파드가 요청을 처리하기까지 약 {seconds}초 동안의 여유 {room}%',
} as const;

const lowerTarget: Fix = {
  key: 'lower-target',
  title: { en: 'Lower the target to leave room until new pods serve', ko: '새 파드가 준비될 때까지 여유가 있도록 목표 사용률 낮추기' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).fit !== undefined,
  edits({ finding, locale, ...input }) {
    const { index, fit = 0, seconds } = finding.data as unknown as Data;
    const ref = refIn(finding.data);
    const manifest = manifestOf(input, ref);
    if (!manifest) return undefined;
    const node = ref.kind === 'k8s.scaled-object' ? manifest.node('spec', 'triggers', index, 'metadata', 'value')
      : ['resource', 'containerResource'].map((key) => manifest.node('spec', 'metrics', index, key, 'target', 'averageUtilization') ?? manifest.node('spec', 'metrics', index, key, 'targetAverageUtilization')).find((each) => each !== undefined)
        ?? manifest.node('spec', 'targetCPUUtilizationPercentage');
    if (!node) return undefined;
    const edit = setValue(manifest.file, node, String(fit));
    // A comment fits behind a value that ends its line.
    const alone = /^[ \t]*(?:\r?\n|$)/.test(manifest.text.slice(node.range[1])) && /\.ya?ml$/.test(manifest.file);
    return [edit.do === 'replace' && alone ? { ...edit, text: `${edit.text} # ${say(why, locale, { room: Math.floor(10_000 / fit) - 100, seconds })}` } : edit];
  },
};

const atOnce: Fix = {
  key: 'scale-up-at-once',
  title: { en: 'Scale up without a stabilization window', ko: '안정화 윈도우 없이 즉시 확장' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).atOnce,
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const edit = manifest && putValue(manifest.file, manifest.text, manifest.map('spec', 'behavior', 'scaleUp'), 'stabilizationWindowSeconds', '0');
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/slow-reaction',
    title: { en: 'Autoscaler slower than the load may grow', ko: '부하 증가를 따라가지 못하는 오토스케일러' },
    severity: 'info',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'performance'],
  },
  messages: {
    slow: {
      en: 'If the load of {workload} grows by more than {growth} % a minute, requests wait or fail: the target of {target} % leaves {room} % headroom, and {scaler} brings the first new pod after about {seconds} s ({metrics} s metrics + {sync} s sync + {window} s stabilization + {start} s start-up).',
      ko: '{workload}의 부하가 분당 {growth}% 넘게 늘면 요청이 지연되거나 실패합니다. 목표 사용률 {target}%의 여유는 {room}%인데, {scaler}이(가) 추가한 첫 파드는 약 {seconds}초 후에 요청을 처리합니다(메트릭 {metrics}초 + 동기화 {sync}초 + 안정화 {window}초 + 기동 {start}초).',
    },
    limited: {
      en: 'If the load of {workload} grows by more than {growth} % a minute, requests wait or fail: the `scaleUp` policies of {scaler} let {max} replicas grow no faster.',
      ko: '{workload}의 부하가 분당 {growth}% 넘게 늘면 요청이 지연되거나 실패합니다. {scaler}의 `scaleUp` 정책에 따르면 레플리카 {max}개에서 그보다 빠르게 늘릴 수 없습니다.',
    },
  },
  project: checks,
  fixes: [lowerTarget, atOnce],
};
