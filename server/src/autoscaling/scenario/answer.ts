import { autoscalerOf, type Autoscaler } from '../controller/autoscaler.js';
import type { ObservedPod, Requests, Sample } from '../controller/observed.js';
import { Controller } from '../controller/reconcile.js';
import { defaultController, featuresOf } from '../controller/spec.js';
import type { Answer, ContainerRequests, Scenario, StepAnswer, StepPod, StepScenario, TraceAnswer, TraceScenario, TraceWorkload } from './scenario.js';

/** What the controller does in a scenario. */
export function answer(scenario: Scenario): Answer {
  const autoscaler = autoscalerOf(scenario.hpa, { ...defaultController, ...scenario.controller }, featuresOf(scenario.clusterVersion ?? '1.32'));
  return { id: scenario.id, expected: scenario.kind === 'step' ? step(scenario, autoscaler) : trace(scenario, autoscaler) };
}

const mebibyte = 2 ** 20;

function requestsOf({ name, cpuRequestMillicores: cpu, memoryRequestMebibytes: memory }: ContainerRequests): Requests {
  return { container: name, ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory: memory * mebibyte }) };
}

function step(scenario: StepScenario, autoscaler: Autoscaler): StepAnswer {
  const { replicas, metricError, conditions } = new Controller(autoscaler).reconcile({
    now: 0,
    replicas: scenario.currentReplicas,
    pods: (scenario.pods ?? []).map(podOf),
    requests: scenario.containers.map(requestsOf),
    external: scenario.externalMetrics ?? {},
    object: Object.fromEntries(Object.entries(scenario.objectMetrics ?? {}).map(([name, value]) => [name, [value].flat().reduce((sum, each) => sum + each, 0)])),
  });
  return { replicas, metricError, conditions };
}

function podOf({ phase, deleting = false, startedSecondsAgo, ready, readyChangedSecondsAgo = 0, ...pod }: StepPod): ObservedPod {
  return {
    phase, deleting,
    startedAt: startedSecondsAgo === undefined ? undefined : -startedSecondsAgo,
    ready: ready === undefined ? undefined : { is: ready, changedAt: -readyChangedSecondsAgo },
    sample: sampleOf(pod),
  };
}

function sampleOf({ metricAgeSeconds = 0, metricWindowSeconds = 0, cpuMillicores: cpu, memoryMebibytes: memory, podMetrics: custom }: Omit<StepPod, 'phase'>): Sample | undefined {
  if (!cpu && !memory && !custom) return undefined;
  return {
    takenAt: -metricAgeSeconds, window: metricWindowSeconds,
    ...(cpu ? { cpu } : {}),
    ...(memory ? { memory: Object.fromEntries(Object.entries(memory).map(([name, value]) => [name, value * mebibyte])) } : {}),
    ...(custom ? { custom } : {}),
  };
}

/** Age of the pods that were there before the beginning, in seconds: long past everything that counts from the start. */
const longAgo = 1e6;

function trace({ workload, demand, durationSeconds }: TraceScenario, autoscaler: Autoscaler): TraceAnswer {
  const controller = new Controller(autoscaler);
  const requests = workload.containers.map(requestsOf);
  const created = Array.from({ length: workload.initialReplicas }, () => -longAgo);
  const changes: [number, number][] = [];
  let row = 0;
  for (let now = 0; now <= durationSeconds; now += autoscaler.controller.syncPeriodSeconds) {
    while ((demand[row + 1]?.[0] ?? Infinity) <= now) row++;
    const wanted = (demand[row]?.[0] ?? Infinity) <= now ? demand[row]?.[1] ?? 0 : 0;
    const { replicas } = controller.reconcile({ now, replicas: created.length, pods: podsAt(now, created, wanted, workload), requests, external: {}, object: {} });
    if (changes.at(-1)?.[1] !== replicas) changes.push([now, replicas]);
    // The youngest go first.
    created.length = Math.min(created.length, replicas);
    while (created.length < replicas) created.push(now);
  }
  return { replicaChanges: changes };
}

function podsAt(now: number, created: readonly number[], demand: number, workload: TraceWorkload): readonly ObservedPod[] {
  const { readyAfterSeconds, metricsAfterSeconds, metricWindowSeconds: window, cpuLimitMillicores: limit = 0, startupCpuMillicores = 0, containers } = workload;
  const ready = created.filter((at) => now - at >= readyAfterSeconds).length;
  const share = Math.min(Math.floor(demand / Math.max(1, ready)), limit > 0 ? limit : Infinity);
  return created.map((at): ObservedPod => {
    const isReady = now - at >= readyAfterSeconds;
    const cpu = { [containers[0]?.name ?? '']: isReady ? share : startupCpuMillicores };
    return {
      phase: 'Running', deleting: false, startedAt: at,
      ready: { is: isReady, changedAt: isReady ? at + readyAfterSeconds : at },
      sample: now - at >= metricsAfterSeconds ? { takenAt: now, window, cpu } : undefined,
    };
  });
}
