import type { Fix, ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { K8sContainer, ScalingMetric } from '../../../facts/kubernetes/kinds.js';
import { isFirstScaler, relateReads, targetsOf, type ScalerFact, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { dividesBy, withoutRequest, type Measured } from '../../../facts/kubernetes/requests.js';
import { requestEdit, requestFor } from '../../../generators/hpa.js';

function lacking(cx: ProjectContext, workload: WorkloadFact, metric: ScalingMetric, resource: Measured): readonly K8sContainer[] {
  return withoutRequest(cx.model, workload, resource).filter(({ name }) => metric.container === undefined || metric.container === name);
}

function checkScaler(scaler: ScalerFact, cx: ProjectContext): void {
  if (scaler.value.templated || !isFirstScaler(cx.model, scaler)) return;
  const [workload] = targetsOf(cx.model, scaler);
  if (!workload) return;
  for (const metric of scaler.value.metrics) {
    const resource = dividesBy(metric);
    const containers = resource ? lacking(cx, workload, metric, resource) : [];
    if (!resource || containers.length === 0) continue;
    cx.report({
      at: { file: scaler.file, range: metric.at },
      say: metric.container === undefined ? 'pods' : 'container',
      args: { scaler: scaler.value.name ?? '', resource, workload: workload.value.name ?? '', containers: containers.map(({ name }) => name ?? '?').join(', ') },
      also: containers.map(({ at, name }) => ({ file: workload.file, range: at, say: 'here', args: { container: name ?? '?', resource } })),
      data: { file: workload.file, start: workload.range.start, resource, containers: containers.map(({ at }) => at.start), editable: /\.ya?ml$/.test(workload.file) },
    });
  }
}

const hpa: ProjectCheck<'k8s.hpa'> = { subject: 'k8s.hpa', reads: relateReads, check: checkScaler };
const keda: ProjectCheck<'k8s.scaled-object'> = { subject: 'k8s.scaled-object', reads: relateReads, check: checkScaler };

interface Data {
  readonly file: string;
  readonly start: number;
  readonly resource: Measured;
  readonly containers: readonly number[];
  readonly editable: boolean;
}

/** A heap's size says nothing of the memory that a request should reserve, so only CPU gets a placeholder. */
const addRequest: Fix = {
  key: 'add-request',
  title: { en: 'Add CPU requests to adjust', ko: 'CPU 요청량 추가(값 조정 필요)' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).editable && (data as unknown as Data).resource === 'cpu',
  edits({ finding, model, text, locale }) {
    const { file, start, containers } = finding.data as unknown as Data;
    const workload = model.facts('k8s.workload').find((fact) => fact.file === file && fact.range.start === start);
    const written = text(file);
    if (!workload || written === undefined) return undefined;
    const edits = workload.value.containers.filter(({ at }) => containers.includes(at.start)).map((container) => requestEdit(workload, container, written, requestFor(container, locale)));
    return edits.every((edit) => edit !== undefined) ? edits : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/missing-request',
    title: { en: 'Autoscaler without the request it measures against', ko: '오토스케일러의 기준이 되는 요청량(requests) 누락' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'resources'],
  },
  messages: {
    pods: {
      en: 'The autoscaler {scaler} never scales on {resource}: utilization is a percentage of the request, and the container(s) {containers} of {workload} have no {resource} request.',
      ko: '오토스케일러 {scaler}이(가) {resource} 기준으로 동작하지 않습니다. 사용률은 요청량 대비 비율인데 {workload}의 컨테이너 {containers}에 {resource} 요청량(requests)이 없습니다.',
    },
    container: {
      en: 'The autoscaler {scaler} never scales on {resource}: the container {containers} of {workload}, which it measures, has no {resource} request.',
      ko: '오토스케일러 {scaler}이(가) {resource} 기준으로 동작하지 않습니다. 측정 대상인 {workload}의 컨테이너 {containers}에 {resource} 요청량(requests)이 없습니다.',
    },
    here: { en: 'Container {container} has no {resource} request.', ko: '컨테이너 {container}에 {resource} 요청량이 없습니다.' },
  },
  project: [hpa, keda],
  fixes: [addRequest],
};
