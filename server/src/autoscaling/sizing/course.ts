import { compare } from '../compare.js';
import { autoscalerOf } from '../controller/autoscaler.js';
import { defaultController, featuresOf, type HpaSpec } from '../controller/spec.js';
import type { LoadTest } from '../load-test/collector.js';
import type { OpenLoad, PodModel } from '../plant/workload.js';
import type { Sized, SizingInput } from './size.js';

/** How an autoscaler fares on the way from the usual load to the peak; response times in ms. */
export interface Course {
  readonly mean: number;
  /** By the spread that the test measured, or by that of the model where it measured none. */
  readonly p95: number;
  /** Where the file of the test only bounds its 95th percentile: `p95` with as wide a spread as that allows. */
  readonly p95AtMost?: number;
  /** Mean in a pod that has nothing else to do; more than in the test where its pods had more CPU, or their CPU went elsewhere. */
  readonly alone: number;
  /** Most pods at a time. */
  readonly pods: number;
}

/** Seconds of the load that the way begins with, and of the peak at its end. A longer peak would hide what the rise was like. */
const [before, atPeak] = [300, 900];
/** A rise that takes longer, in seconds, is so slow that its end tells all. */
const longestRise = 1800;
/** Points of the rise. */
const steps = 60;

/** The numbers of an autoscaler that its course depends on. */
type Chosen = Pick<Sized, 'min' | 'max' | 'target' | 'request' | 'cost'>;

/** The way from the usual load to the peak, and a quarter of an hour of the peak. */
export interface Way {
  /** Replicas at its beginning. */
  readonly replicas: number;
  readonly pod: PodModel;
  readonly load: OpenLoad;
  /** Seconds. */
  readonly duration: number;
}

export function wayOf(input: SizingInput, { min, max, target, request, cost }: Chosen): Way {
  const { peak, startUp, tests: [{ test }] } = input;
  const { from, rise } = riseOf(input);
  const limit = Math.max(request, input.limit ?? request);
  return {
    replicas: Math.max(min, Math.min(max, Math.ceil((from * cost) / ((request * target) / 100)))),
    pod: { cpuRequest: request, cpuLimit: limit, cpuPerRequest: cost, latency: partsOf(test, cost, limit).latency, startUp, startUpCpu: limit },
    load: { kind: 'open', rate: [[0, from], ...Array.from({ length: steps + 1 }, (_, step) => [before + (rise * step) / steps, from + ((peak - from) * step) / steps] as const)] },
    duration: Math.ceil(before + rise + atPeak),
  };
}

/** The spec of an autoscaler with these numbers. */
export function specOf({ min, max, target }: Pick<Sized, 'min' | 'max' | 'target'>): HpaSpec {
  return { minReplicas: min, maxReplicas: max, metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: target } } }] };
}

/** Simulates the way to the peak. */
export function courseOf(input: SizingInput, chosen: Chosen): Course {
  const { tests: [{ test }] } = input;
  const { replicas, pod, load, duration } = wayOf(input, chosen);
  const autoscaler = autoscalerOf(specOf(chosen), defaultController, featuresOf('1.32'));
  const [outcome] = compare({ cases: [{ name: '', autoscaler, replicas }], duration, load, pod });
  const { service, latency } = partsOf(test, chosen.cost, pod.cpuLimit);
  const { mean = 0, p95 = 0 } = outcome?.totals ?? {};
  const spread = spreadOf(test, latency + service * p95OfExponential);
  const within = (times: number): number => Math.round(Math.max(mean, p95 * times));
  return {
    mean: Math.round(mean), p95: within(spread.likely),
    ...(spread.atMost === undefined ? {} : { p95AtMost: within(spread.atMost) }),
    alone: Math.round(latency + service),
    pods: Math.max(replicas, ...(outcome?.changes ?? []).map(({ to }) => to)),
  };
}

const core = 1000;

/**
 * What a request consists of, in ms: CPU time, in a pod that may use less than a core as slow as that makes it, and
 * waiting for others, which is what the test leaves of its mean. Pods of the test are taken to have had the same limit.
 */
function partsOf({ mean }: LoadTest, cost: number, limit: number): { readonly service: number; readonly latency: number } {
  const service = cost / Math.min(1, limit / core);
  return { service, latency: Math.max(0, mean - service) };
}

/** Where the way begins, in requests per second, and how long it takes to the peak, in seconds. */
function riseOf({ usual, peak, growth }: SizingInput): { readonly from: number; readonly rise: number } {
  if (growth <= 0 || peak <= usual) return { from: Math.min(usual, peak), rise: 0 };
  const rise = Math.min(longestRise, (peak / usual - 1) / growth);
  return { from: Math.max(usual, peak - usual * growth * rise), rise };
}

/** 95 % of the values of an exponential distribution lie below this many times its mean. */
const p95OfExponential = Math.log(20);

/**
 * How many times as long as the model says 95 % of the requests of the test took. The model spreads the CPU time of a
 * request as the exponential distribution, and takes waiting for others as the same for each, which seldom is.
 */
function spreadOf({ p95, p95AtMost }: LoadTest, modelled: number): { readonly likely: number; readonly atMost?: number } {
  if (p95 !== undefined) return { likely: p95 / modelled };
  return p95AtMost === undefined ? { likely: 1 } : { likely: Math.min(1, p95AtMost / modelled), atMost: p95AtMost / modelled };
}
