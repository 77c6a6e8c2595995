import type { Edit, Fix, Rule } from '../../../contract/rule.js';
import type { FactKind } from '../../../contract/workspace.js';
import { companionsOf } from '../../../facts/kubernetes/beside.js';
import { relateReads } from '../../../facts/kubernetes/relate.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { isKeda, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { minorVersion } from '../../../facts/kubernetes/version.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { scalar } from '../../../generators/yaml-scalar.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { addValue, setValue } from '../../../syntax/yaml/edit.js';

const reads = [...relateReads, 'k8s.object'] as const satisfies readonly FactKind[];

/** Since then a metric of one container works without a feature gate. */
const containerMetrics = 27;

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  if (minorVersion(model.settings) < containerMetrics || (scaler.kind === 'k8s.scaled-object' && !isKeda(scaler))) return;
  const workload = scaledWorkload(model, scaler);
  const main = workload && mainContainer(workload);
  const companions = workload ? companionsOf(model, workload) : [];
  if (!workload || main?.name === undefined || companions.length === 0) return;
  for (const [index, metric] of scaler.value.metrics.entries()) {
    const { type, name, target, container, at, given } = metric;
    if (type !== 'Resource' || target !== 'Utilization' || container !== undefined || (name !== 'cpu' && name !== 'memory')) continue;
    report({
      at: { file: scaler.file, range: at },
      say: 'diluted',
      args: { scaler: scaler.value.name ?? '', resource: name, workload: workload.value.name ?? '', container: main.name, companions: companions.join(', ') },
      also: [{ file: workload.file, range: main.at, say: 'main', args: { container: main.name } }],
      data: { ref: refOf(scaler) as never, index, container: main.name, editable: given && isYaml(scaler.file) && scaler.value.apiVersion !== 'autoscaling/v1' },
    });
  }
});

interface Data {
  readonly index: number;
  readonly container: string;
  readonly editable: boolean;
}

const measureOne: Fix = {
  key: 'measure-container',
  title: { en: 'Measure the application\'s container alone', ko: '애플리케이션 컨테이너만 측정' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).editable,
  edits({ finding, ...input }) {
    const { index, container } = finding.data as unknown as Data;
    const ref = refIn(finding.data);
    const manifest = manifestOf(input, ref);
    if (!manifest) return undefined;
    const { file, text, doc } = manifest;
    if (ref.kind === 'k8s.scaled-object') {
      const added = addValue(file, text, manifest.map('spec', 'triggers', index), ['metadata', 'containerName'], { text: scalar(container) });
      return added && [added];
    }
    const metric = manifest.map('spec', 'metrics', index);
    const [type, source] = [pairOf(doc, metric, 'type'), pairOf(doc, metric, 'resource')];
    const added = addValue(file, text, manifest.map('spec', 'metrics', index, 'resource'), ['container'], { text: scalar(container) }, ['name']);
    const edits: readonly (Edit | undefined)[] = [type?.value ? setValue(file, type.value, 'ContainerResource') : undefined, source && setValue(file, source.key, 'containerResource'), added];
    return edits.every((edit) => edit !== undefined) ? edits : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/sidecar-dilutes',
    title: { en: 'Utilization diluted by sidecars', ko: '사이드카로 희석된 사용률' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'sidecar'],
  },
  messages: {
    diluted: {
      en: 'The autoscaler {scaler} reacts late: {resource} utilization is summed over the whole pod, so the idle requests of {companions} hide that the container {container} of {workload} is at its limit.',
      ko: '오토스케일러 {scaler}의 반응이 늦습니다. {resource} 사용률은 파드 전체를 합산하므로, {workload}의 컨테이너 {container}이(가) 한계에 이르러도 한가한 {companions}의 요청량 때문에 드러나지 않습니다.',
    },
    main: { en: 'The container {container} does the work.', ko: '실제 작업을 하는 컨테이너 {container}입니다.' },
  },
  project: checks,
  fixes: [measureOne],
};
