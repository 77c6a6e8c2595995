import type { Fix, Rule } from '../../../contract/rule.js';
import type { FactKind } from '../../../contract/workspace.js';
import { joinReads } from '../../../facts/join.js';
import { withoutRequest } from '../../../facts/kubernetes/requests.js';
import { isKeda, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { isYaml, manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { items } from '../../../syntax/yaml/ask.js';
import { removeItem, setValue } from '../../../syntax/yaml/edit.js';
import { returnsMemory, runtimeOf } from '../../../facts/runtime.js';

const reads = [...joinReads, 'config.environment'] as const satisfies readonly FactKind[];

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  const index = scaler.value.metrics.findIndex(({ type, name }) => (type === 'Resource' || type === 'ContainerResource') && name === 'memory');
  const metric = scaler.value.metrics[index];
  const workload = metric && (scaler.kind === 'k8s.hpa' || isKeda(scaler)) ? scaledWorkload(model, scaler) : undefined;
  const runtime = workload && runtimeOf(model, workload);
  if (!metric || !workload || !runtime || returnsMemory(model, workload, runtime)) return;
  const alone = scaler.value.metrics.length === 1;
  report({
    at: { file: scaler.file, range: metric.at },
    say: runtime,
    // V8 does shrink its heap, though not below what fragments of it hold.
    severity: runtime === 'node' ? 'info' : 'warning',
    args: { scaler: scaler.value.name ?? '', workload: workload.value.name ?? '' },
    data: { ref: refOf(scaler) as never, index, fix: alone ? 'measure-cpu' : 'drop-memory', possible: isYaml(scaler.file) && (!alone || (metric.target === 'Utilization' && withoutRequest(model, workload, 'cpu').length === 0)) },
  });
});

interface Data {
  readonly index: number;
  readonly fix: string;
  readonly possible: boolean;
}

function offers(key: string): (finding: { readonly data: unknown }) => boolean {
  return ({ data }) => (data as Data).possible && (data as Data).fix === key;
}

function listKey(kind: string): string {
  return kind === 'k8s.hpa' ? 'metrics' : 'triggers';
}

const dropMemory: Fix = {
  key: 'drop-memory',
  title: { en: 'Remove the memory metric and keep the others', ko: '메모리 메트릭을 제거하고 나머지는 유지' },
  safety: 'review',
  applies: offers('drop-memory'),
  edits({ finding, ...input }) {
    const ref = refIn(finding.data);
    const manifest = manifestOf(input, ref);
    const removed = manifest && removeItem(manifest.file, manifest.text, manifest.node('spec', listKey(ref.kind)), (finding.data as unknown as Data).index);
    return removed && [removed];
  },
};

const measureCpu: Fix = {
  key: 'measure-cpu',
  title: { en: 'Scale by CPU utilization instead', ko: 'CPU 사용률 기준으로 변경' },
  safety: 'review',
  applies: offers('measure-cpu'),
  edits({ finding, ...input }) {
    const ref = refIn(finding.data);
    const manifest = manifestOf(input, ref);
    const metric = manifest && items(manifest.doc, manifest.node('spec', listKey(ref.kind)))[(finding.data as unknown as Data).index];
    if (!manifest || !metric) return undefined;
    const path = ['spec', listKey(ref.kind), (finding.data as unknown as Data).index];
    const node = ref.kind === 'k8s.scaled-object' ? manifest.node(...path, 'type') : manifest.node(...path, 'resource', 'name') ?? manifest.node(...path, 'containerResource', 'name');
    return node && [setValue(manifest.file, node, 'cpu')];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/memory-metric-jvm',
    title: { en: 'Memory metric on a heap that does not shrink', ko: '줄어들지 않는 힙에 적용한 메모리 메트릭' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'hpa', 'memory'],
  },
  messages: {
    jvm: {
      en: 'The autoscaler {scaler} adds pods of {workload} and does not remove them again: the JVM keeps the heap it has once grown to, so the memory says how busy it was, not how busy it is.',
      ko: '오토스케일러 {scaler}이(가) {workload}의 파드를 늘리기만 하고 줄이지 않습니다. JVM은 한 번 늘어난 힙을 유지하므로, 메모리는 현재가 아니라 과거의 부하를 나타냅니다.',
    },
    dotnet: {
      en: 'The autoscaler {scaler} adds pods of {workload} and hardly removes them again: the server collector of .NET keeps memory as long as nobody else needs it, so the memory says how busy it was, not how busy it is.',
      ko: '오토스케일러 {scaler}이(가) {workload}의 파드를 늘리기만 하고 거의 줄이지 않습니다. .NET의 서버 GC는 다른 곳에서 필요로 하지 않는 한 메모리를 유지하므로, 메모리는 현재가 아니라 과거의 부하를 나타냅니다.',
    },
    node: {
      en: 'The autoscaler {scaler} follows the load of {workload} late or not at all: Node.js serves requests with little memory of their own, and its heap shrinks late.',
      ko: '오토스케일러 {scaler}이(가) {workload}의 부하를 늦게 따라가거나 전혀 따라가지 못합니다. Node.js는 요청마다 쓰는 메모리가 적고 힙도 늦게 줄어듭니다.',
    },
  },
  project: checks,
  fixes: [dropMemory, measureCpu],
};
