import type { ClosedLoad, OpenLoad, PodModel } from './workload.js';
import { valueAt } from './workload.js';

/** What a workload's pods get done at a point of time. Times in ms. */
export interface Flow {
  /** Requests per second. */
  readonly throughput: number;
  /** Mean response time; 0 where nothing is answered. */
  readonly response: number;
  /** The part of it that no request is spared: waiting for others, and behind a queue that does not empty. */
  readonly fixed: number;
  /** Requests that are in the pods. */
  readonly inside: number;
}

const millisecondsPerSecond = 1000;
const core = 1000;

/**
 * A pod as servers that answer one request at a time each: one for every core, because a request uses one core, or a
 * slower one where the limit is less. `service` in seconds. Requests go to the pod that is the least busy, so that all
 * pods together are one queue in front of many servers.
 */
function serversOf({ cpuLimit, cpuPerRequest }: PodModel): { readonly servers: number; readonly service: number } {
  return { servers: Math.max(1, cpuLimit / core), service: cpuPerRequest / Math.min(1, cpuLimit / core) / millisecondsPerSecond };
}

/** Requests per second that one warm pod can answer. */
export function capacityOf(pod: PodModel): number {
  const { servers, service } = serversOf(pod);
  return servers / service;
}

/** Share of the servers that are busy from which a queue is taken to be one that does not empty. */
const nearlyFull = 0.95;

/** Mean number of requests that wait for one of several servers of which a share is busy. Source: Sakasegawa (1977). */
function waiting(servers: number, busy: number): number {
  return busy ** Math.sqrt(2 * (servers + 1)) / (1 - busy);
}

/** Throughput in requests per second, `inside` those at the servers. */
function flowOf(throughput: number, inside: number, servers: number, service: number, latency: number): Flow {
  if (throughput <= 0) return { throughput: 0, response: 0, fixed: 0, inside };
  const wait = Math.max(0, inside / throughput - service);
  const usual = (waiting(servers, nearlyFull) * service) / (nearlyFull * servers);
  const fixed = latency + Math.max(0, wait - usual) * millisecondsPerSecond;
  return { throughput, response: latency + (inside / throughput) * millisecondsPerSecond, fixed, inside };
}

/** The requests of users who think in between, in the state they settle in, which takes them about one think time. */
export class ClosedQueue {
  private readonly known = new Map<string, Flow>();

  constructor(private readonly load: ClosedLoad, private readonly pod: PodModel) {}

  at(time: number, pods: number): Flow {
    const users = Math.round(valueAt(this.load.users, time));
    const key = `${users} ${pods}`;
    const flow = this.known.get(key) ?? this.solve(users, pods);
    this.known.set(key, flow);
    return flow;
  }

  /** The queue of a finite number of users (M/M/c//N), exact by its balance equations; see Gross and Harris, Fundamentals of Queueing Theory. */
  private solve(users: number, pods: number): Flow {
    const { servers, service } = serversOf(this.pod);
    const all = servers * pods;
    if (all === 0 || users === 0) return { throughput: 0, response: 0, fixed: 0, inside: users };
    const away = this.load.think + this.pod.latency / millisecondsPerSecond;
    let weight = 1;
    let [total, inside] = [1, 0];
    for (let count = 1; count <= users; count++) {
      weight *= ((users - count + 1) * service) / (away * Math.min(count, all));
      // Weights of many users leave the range of numbers; only their proportions matter.
      if (weight > 1e200) [total, inside, weight] = [total / 1e200, inside / 1e200, weight / 1e200];
      total += weight;
      inside += count * weight;
    }
    const mean = inside / total;
    return flowOf((users - mean) / away, mean, all, service, this.pod.latency);
  }
}

/** Requests that keep coming: they queue up while the pods are too slow, and are worked off afterwards. */
export class OpenQueue {
  private inside = 0;

  constructor(private readonly load: OpenLoad, private readonly pod: PodModel) {}

  /**
   * Goes on by some seconds. The queue follows the pointwise stationary fluid flow approximation (Wang, Tipper and
   * Banerjee, 1996): it grows by what arrives and shrinks as a queue of its length does in the long run; taken at the end
   * of the step, which is stable for steps of any length.
   */
  at(time: number, pods: number, seconds: number): Flow {
    const { servers, service } = serversOf(this.pod);
    const all = servers * pods;
    const total = this.inside + valueAt(this.load.rate, time) * seconds;
    if (all === 0) {
      this.inside = total;
      return { throughput: 0, response: 0, fixed: 0, inside: total };
    }
    const done = (busy: number): number => (busy * all * seconds) / service;
    const busy = root((share) => all * share + waiting(all, share) + done(share) - total);
    this.inside = total - done(busy);
    return flowOf(done(busy) / seconds, this.inside, all, service, this.pod.latency);
  }
}

/** Where a function that grows from below zero to infinity between 0 and 1 is zero. */
function root(grows: (at: number) => number): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2;
    if (grows(middle) > 0) high = middle;
    else low = middle;
  }
  return low;
}
