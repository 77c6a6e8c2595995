import type { Observation, ObservedPod, Sample } from './observed.js';
import type { Features, ResourceName } from './spec.js';

/** Values of pods that the metrics API knows, in thousandths. */
export type Samples = Map<ObservedPod, number>;

/** `undefined` when the metrics API returns nothing at all. */
export function samplesOf({ pods }: Observation, valueOf: (pod: ObservedPod) => number | undefined): Samples | undefined {
  const samples: Samples = new Map();
  for (const pod of pods) {
    const value = valueOf(pod);
    if (value !== undefined) samples.set(pod, value);
  }
  return samples.size > 0 ? samples : undefined;
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** CPU comes in thousandths of a core, memory in bytes; the controller reckons in thousandths of both. */
const thousandthsIn = { cpu: 1, memory: 1000 };

function isMeasured(resource: ResourceName): resource is keyof typeof thousandthsIn {
  return Object.hasOwn(thousandthsIn, resource);
}

/** What pods use of a resource; `undefined` when it cannot be read. */
export function usagesOf(seen: Observation, resource: ResourceName, container: string | undefined, { missesContainers }: Features): Samples | undefined {
  if (!missesContainers && container !== undefined && seen.pods.some(({ sample }) => sample && lacks(sample, container))) return undefined;
  return samplesOf(seen, ({ sample }) => sample && usageOf(sample, resource, container));
}

function lacks({ cpu, memory }: Sample, container: string): boolean {
  return (cpu ?? memory) !== undefined && cpu?.[container] === undefined && memory?.[container] === undefined;
}

/** `undefined` when a container of the pod has no value: then the pod counts as having no sample. */
function usageOf(sample: Sample, resource: ResourceName, container: string | undefined): number | undefined {
  if (!isMeasured(resource)) return undefined;
  const used = sample[resource] ?? {};
  const measured = container === undefined ? Object.keys({ ...sample.cpu, ...sample.memory }) : [container];
  if (measured.length === 0 || measured.some((name) => used[name] === undefined)) return undefined;
  return sum(measured.map((name) => used[name] ?? 0)) * thousandthsIn[resource];
}

/** What a pod requests of a resource; `undefined` when some container that counts requests nothing. */
export function requestOf({ requests }: Observation, resource: ResourceName, container: string | undefined): number | undefined {
  if (!isMeasured(resource)) return undefined;
  const counted = requests.filter((each) => container === undefined || each.container === container).map((each) => each[resource]);
  return counted.some((request) => request === undefined) ? undefined : sum(counted.map((request) => request ?? 0)) * thousandthsIn[resource];
}
