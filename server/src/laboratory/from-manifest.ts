import type { HpaSpec, MetricSpec, MetricTarget, ScalingRules } from '../autoscaling/controller/spec.js';
import { isSimulated, nameOf } from '../autoscaling/input/manifest.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Fact, Model } from '../contract/workspace.js';
import type { K8sContainer, K8sScaler, ScalingMetric, ScalingRules as WrittenRules } from '../facts/kubernetes/kinds.js';
import { secondsToServe, startOf } from '../facts/kubernetes/reaction.js';
import { targetsOf, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { countedContainers, mainContainer } from '../facts/kubernetes/role.js';
import { runtimeOf } from '../facts/runtime.js';
import type { ScaledWorkload } from './hpa-text.js';
import type { Setup, TriedPod } from './setup.js';

/** A simulation of an autoscaler of the workspace. */
export interface Prepared {
  readonly setup: Setup;
  /** What the manifests do not say, and what was assumed in its place. */
  readonly notes: readonly string[];
  /** Files that it was read from. */
  readonly files: readonly string[];
}

const words = {
  bounds: { en: '{name} cannot be simulated: `minReplicas` and `maxReplicas` have to be numbers, the one no larger than the other', ko: '{name}을(를) 시뮬레이션할 수 없습니다. `minReplicas`와 `maxReplicas`는 숫자여야 하고 `minReplicas`가 더 크면 안 됩니다' },
  metrics: { en: '{name} cannot be simulated: only CPU and requests per second of pods can be told from a load, and it measures neither', ko: '{name}을(를) 시뮬레이션할 수 없습니다. 부하로부터 알 수 있는 것은 CPU와 파드별 초당 요청 수뿐인데 둘 다 측정하지 않습니다' },
  left: { en: '{metrics} cannot be told from a load and is left out; the real autoscaler may keep more pods.', ko: '{metrics} 메트릭은 부하로부터 알 수 없어 제외했습니다. 실제 오토스케일러는 파드를 더 많이 유지할 수 있습니다.' },
  workload: { en: 'The workload of {name} was not found here; its pods are assumed.', ko: '{name}의 워크로드를 찾지 못해 파드 구성을 가정했습니다.' },
  request: { en: 'The pods request no CPU, so the real autoscaler would do nothing; a request of {request} m is assumed.', ko: '파드에 CPU 요청량이 없어 실제 오토스케일러는 동작하지 않습니다. 여기서는 {request}m를 가정했습니다.' },
  cost: { en: 'A request is assumed to take {cost} ms of CPU. Set what a load test of one pod measured; "Monolift: Size from Load Test" works it out.', ko: '요청 하나에 CPU {cost} ms가 든다고 가정했습니다. 파드 하나로 부하 테스트한 값을 입력하세요. "Monolift: 부하 테스트로 크기 산정"으로 구할 수 있습니다.' },
  start: { en: 'Nothing says how long a pod takes to start; {seconds} s are assumed.', ko: '파드가 시작하는 데 걸리는 시간을 알 수 없어 {seconds}초로 가정했습니다.' },
} satisfies Record<string, Localized>;

/** Where manifests do not say. CPU in millicores, `cost` in ms of CPU for a request, times in seconds. */
const assumed = { cpu: 1000, cost: 20, startUp: 30, duration: 3600 };

type Scaler = Fact<'k8s.hpa'>;

/** The simulation of an autoscaler as its manifests say it, under a wave of load that it can just bear; or why there is none. */
export function prepare(model: Model, scaler: Scaler, lang: Locale): Prepared | { readonly fault: string } {
  const name = scaler.value.name ?? 'HorizontalPodAutoscaler';
  const workload = targetsOf(model, scaler)[0];
  const told = specOf(scaler.value);
  if (!told) return { fault: say(words.bounds, lang, { name }) };
  if (told.spec.metrics?.length === 0) return { fault: say(words.metrics, lang, { name }) };
  const { pod, notes } = podOf(model, workload, lang);
  const replicas = workload?.value.replicas?.value;
  return {
    setup: { autoscalers: [{ name, spec: told.spec, ...(replicas === undefined ? {} : { replicas }) }], fixed: [], pod, load: waveFor(told.spec, pod), duration: assumed.duration, clusterVersion: model.settings.clusterVersion },
    notes: [
      ...(told.left === '' ? [] : [say(words.left, lang, { metrics: told.left })]), ...(workload ? [] : [say(words.workload, lang, { name })]), ...notes,
    ],
    files: [...new Set([scaler.file, ...(workload ? [workload.file] : [])])],
  };
}

/** Bounds and the time until new pods serve, for a line above the manifest; `undefined` where the bounds are not known. */
export function outlineOf(model: Model, scaler: Scaler): { readonly min: number; readonly max: number; readonly seconds?: number } | undefined {
  const told = specOf(scaler.value);
  const workload = targetsOf(model, scaler)[0];
  const start = workload && startOf(workload, runtimeOf(model, workload));
  const seconds = start === undefined ? undefined : secondsToServe(scaler, start);
  return told && { min: told.spec.minReplicas ?? 1, max: told.spec.maxReplicas, ...(seconds === undefined ? {} : { seconds }) };
}

/** What the manifest says, without the metrics that no load tells (`left` names them); `undefined` without bounds. */
function specOf({ min, max, metrics, behavior }: K8sScaler): { readonly spec: HpaSpec; readonly left: string } | undefined {
  const [least, most] = [min ? min.value : 1, max?.value];
  if (least === undefined || most === undefined || most < Math.max(1, least)) return undefined;
  const known = metrics.flatMap((metric) => metricOf(metric) ?? []).filter(isSimulated);
  const [up, down] = [rulesOf(behavior?.up), rulesOf(behavior?.down)];
  const left = metrics.filter((metric) => !known.some((each) => nameOf(each) === nameOf(metricOf(metric) ?? each))).map(({ name, type }) => name ?? type);
  return {
    spec: { minReplicas: least, maxReplicas: most, metrics: known, ...(behavior ? { behavior: { ...(up ? { scaleUp: up } : {}), ...(down ? { scaleDown: down } : {}) } } : {}) },
    left: left.join(', '),
  };
}

function metricOf({ type, name, container, target: kind, value, quantity }: ScalingMetric): MetricSpec | undefined {
  const target: MetricTarget | undefined = kind === 'Utilization' ? (value === undefined ? undefined : { type: kind, averageUtilization: value })
    : kind === undefined || quantity === undefined ? undefined
      : { type: kind, ...(kind === 'Value' ? { value: quantity } : { averageValue: quantity }) };
  if (!target || name === undefined) return undefined;
  const resource = name === 'cpu' || name === 'memory' ? name : undefined;
  if (type === 'Resource') return resource && { type, resource: { name: resource, target } };
  if (type === 'ContainerResource') return resource && container !== undefined ? { type, containerResource: { name: resource, container, target } } : undefined;
  return type === 'Pods' ? { type, pods: { metric: { name }, target } } : undefined;
}

function rulesOf(rules: WrittenRules | undefined): ScalingRules | undefined {
  if (!rules) return undefined;
  const { window, select, policies, tolerance } = rules;
  const whole = policies.flatMap(({ type, value, seconds }) => ((type === 'Pods' || type === 'Percent') && value !== undefined && seconds !== undefined ? [{ type, value, periodSeconds: seconds } as const] : []));
  return {
    ...(window?.value === undefined ? {} : { stabilizationWindowSeconds: window.value }),
    ...(select === 'Max' || select === 'Min' || select === 'Disabled' ? { selectPolicy: select } : {}),
    ...(whole.length > 0 ? { policies: whole } : {}), ...(tolerance?.value === undefined ? {} : { tolerance: tolerance.value }),
  };
}

function podOf(model: Model, workload: WorkloadFact | undefined, lang: Locale): { readonly pod: TriedPod; readonly notes: readonly string[] } {
  const containers = workload ? countedContainers(workload) : [];
  const sum = (cpus: readonly (number | undefined)[]): number | undefined => (cpus.length > 0 && cpus.every((cpu) => cpu !== undefined) ? cpus.reduce<number>((total, cpu) => total + (cpu ?? 0), 0) : undefined);
  const written = sum(containers.map(({ requests, limits }) => requests.cpu?.value ?? limits.cpu?.value));
  const request = written || assumed.cpu;
  const limit = Math.max(request, sum(containers.map(({ limits }) => limits.cpu?.value)) ?? 0);
  const start = workload && startOf(workload, runtimeOf(model, workload));
  return {
    pod: { request, limit, capacity: Math.round((limit / assumed.cost) * 10) / 10, latency: 0, startUp: start ?? assumed.startUp },
    notes: [
      ...(workload && !written ? [say(words.request, lang, { request })] : []), say(words.cost, lang, { cost: assumed.cost }),
      ...(start === undefined ? [say(words.start, lang, { seconds: assumed.startUp })] : []),
    ],
  };
}

/** A workload as a sizing sees it; `pod` holds what its manifest says. */
export function sizable(model: Model, workload: WorkloadFact): { readonly workload: ScaledWorkload; readonly pod: Partial<Pick<TriedPod, 'request' | 'limit' | 'startUp'>> } {
  const { name = 'app', kind, namespace } = workload.value;
  const main = mainContainer(workload);
  const cpuOf = ({ requests, limits }: K8sContainer): number | undefined => requests.cpu?.value ?? limits.cpu?.value;
  const beside = countedContainers(workload).filter((each) => each !== main).reduce((sum, each) => sum + (cpuOf(each) ?? 0), 0);
  const [request, limit, startUp] = [main && cpuOf(main), main?.limits.cpu?.value, startOf(workload, runtimeOf(model, workload))];
  return {
    workload: { name, kind: kind === 'StatefulSet' ? kind : 'Deployment', beside, ...(namespace === undefined ? {} : { namespace }), ...(main?.name === undefined ? {} : { container: main.name }) },
    pod: { ...(request ? { request: request + beside } : {}), ...(limit ? { limit: limit + beside } : {}), ...(startUp === undefined ? {} : { startUp }) },
  };
}

/** From half of what the fewest pods answer at the target to four fifths of what the most do: so that something happens, and the autoscaler can still win. */
function waveFor({ minReplicas = 1, maxReplicas, metrics = [] }: HpaSpec, { request, limit, capacity }: TriedPod): Setup['load'] {
  const cpu = metrics.flatMap((metric) => (metric.type === 'Resource' ? metric.resource.target.averageUtilization ?? [] : metric.type === 'ContainerResource' ? metric.containerResource.target.averageUtilization ?? [] : []))[0] ?? 80;
  const each = Math.min(capacity, (capacity * request * cpu) / 100 / limit);
  return { kind: 'shape', shape: 'day', low: Math.round(Math.max(1, 0.5 * Math.max(1, minReplicas) * each)), high: Math.round(Math.max(2, 0.8 * maxReplicas * each)) };
}
