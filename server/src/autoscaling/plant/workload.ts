import type { Autoscaler } from '../controller/autoscaler.js';

/** A series of points of time in seconds, ascending, and the value from then on. */
export type Steps = readonly (readonly [number, number])[];

/** Requests that arrive whatever happens to those before them, per second. */
export interface OpenLoad {
  readonly kind: 'open';
  readonly rate: Steps;
}

/** Users who wait for an answer, think for a while, in seconds, and ask again. */
export interface ClosedLoad {
  readonly kind: 'closed';
  readonly users: Steps;
  readonly think: number;
}

export type Load = OpenLoad | ClosedLoad;

/** What one pod is made of and what a request costs it. */
export interface PodModel {
  /** Millicores that the autoscaler divides by. */
  readonly cpuRequest: number;
  /** Millicores beyond which the pod is throttled. */
  readonly cpuLimit: number;
  /** CPU that one request takes, in ms. */
  readonly cpuPerRequest: number;
  /** Time that one request waits for others (databases, other services), in ms; it takes no CPU. */
  readonly latency: number;
  /** From the start of its container to readiness, in seconds. */
  readonly startUp: number;
  /** Millicores that it uses until then. */
  readonly startUpCpu: number;
  /** Seconds after readiness in which requests cost more, and how many times as much at their beginning (caches, compilers). */
  readonly warmUp?: { readonly seconds: number; readonly factor: number };
}

/** A workload under a load; with a fixed number of replicas where there is no autoscaler. */
export interface Workload {
  readonly name: string;
  readonly replicas: number;
  readonly autoscaler?: Autoscaler;
  readonly pod: PodModel;
  readonly load: Load;
}

/** The nodes that the workloads share. */
export interface Pool {
  /** Pods that fit; further ones stay Pending. */
  readonly pods: number;
}

/** How the metrics API sees the pods; in seconds. */
export interface Metrics {
  /** Time between two samples, over which usage is averaged. */
  readonly resolution: number;
  /** Age of a sample when the controller reads it. */
  readonly delay: number;
}

/** What metrics-server does without flags; a sample is some seconds old when it is read. */
export const defaultMetrics: Metrics = { resolution: 15, delay: 15 };

/** Value of a series at a point of time; 0 before its first point. */
export function valueAt(steps: Steps, time: number): number {
  let low = 0;
  for (let high = steps.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.[0] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.[1] ?? 0;
}
