import { Controller } from '../controller/reconcile.js';
import { Pods } from './pods.js';
import { capacityOf, ClosedQueue, OpenQueue, type Flow } from './queue.js';
import { ResponseTimes } from './response-times.js';
import { defaultMetrics, valueAt, type Metrics, type Pool, type Workload } from './workload.js';

export interface Simulation {
  readonly workloads: readonly Workload[];
  /** Seconds. */
  readonly duration: number;
  /** Without a pool there is always room for a pod. */
  readonly pool?: Pool;
  readonly metrics?: Metrics;
  /** Response time in ms that should not be exceeded on average. */
  readonly goal?: number;
}

/** What a workload was like at a point of time. */
export interface Moment {
  /** Seconds. */
  readonly time: number;
  /** Users, or requests per second that arrive. */
  readonly load: number;
  readonly throughput: number;
  /** Mean response time in ms. */
  readonly response: number;
  readonly wanted: number;
  readonly ready: number;
  readonly pending: number;
  /** CPU of a ready pod, in per cent of its request. */
  readonly utilization: number;
}

export interface Totals {
  readonly processed: number;
  /** Requests per second over the whole time. */
  readonly throughput: number;
  /** Response times in ms. */
  readonly mean: number;
  readonly p95: number;
  readonly longest: number;
  /** Pods that were started, times hours. */
  readonly podHours: number;
  /** Seconds in which the mean response time was beyond the goal; 0 without one. */
  readonly secondsOverGoal: number;
  /** Seconds in which pods waited for a node. */
  readonly secondsPending: number;
  /** Changes of direction of the number of replicas within five minutes. */
  readonly flaps: number;
}

export interface Outcome {
  readonly name: string;
  readonly totals: Totals;
  readonly moments: readonly Moment[];
  /** Each change of the number of replicas; times in seconds. */
  readonly changes: readonly { readonly time: number; readonly from: number; readonly to: number }[];
}

/** Steps of a simulation, in seconds, from which the finest is taken that needs no more than so many. */
const stepLengths = [1, 5, 15];
const mostSteps = 7200;

/** Runs workloads with their autoscalers on shared nodes. The same input gives the same output. */
export function simulate({ workloads, duration, pool = { pods: Infinity }, metrics = defaultMetrics, goal = Infinity }: Simulation): readonly Outcome[] {
  const step = stepLengths.find((seconds) => duration / seconds <= mostSteps) ?? stepLengths.at(-1) ?? 15;
  const running = workloads.map((workload) => new Running(workload, step, metrics, goal));
  for (let now = 0; now < duration; now += step) {
    for (const each of running) each.decide(now);
    for (const each of running) each.pods.start(pool.pods - running.reduce((sum, other) => sum + other.pods.running, 0), now);
    for (const each of running) each.goOn(now, step);
  }
  return running.map((each) => each.outcome(duration));
}

/** Directions that follow each other faster than this, in seconds, are a flap. */
const flapWithin = 300;

/** A workload while it is simulated. */
class Running {
  readonly pods: Pods;
  private readonly controller: Controller | undefined;
  private readonly queue: ClosedQueue | OpenQueue;
  private readonly times = new ResponseTimes();
  private readonly moments: Moment[] = [];
  private readonly changes: { time: number; from: number; to: number }[] = [];
  private readonly container: string;
  private readonly custom: readonly string[];
  private sums = { podSeconds: 0, over: 0, pending: 0 };

  constructor(private readonly workload: Workload, step: number, private readonly metrics: Metrics, private readonly goal: number) {
    const { autoscaler, load, pod, replicas } = workload;
    this.pods = new Pods(replicas, pod, step);
    this.controller = autoscaler && new Controller(autoscaler);
    const measured = autoscaler?.metrics ?? [];
    this.container = measured.flatMap((metric) => (metric.source === 'resource' ? metric.container ?? [] : []))[0] ?? 'app';
    this.custom = measured.flatMap((metric) => (metric.source === 'pods' ? metric.name : []));
    this.queue = load.kind === 'closed' ? new ClosedQueue(load, pod) : new OpenQueue(load, pod);
  }

  /** Asks the controller where it is time for it. */
  decide(now: number): void {
    const { autoscaler, pod } = this.workload;
    if (!this.controller || !autoscaler || now % autoscaler.controller.syncPeriodSeconds !== 0) return;
    const from = this.pods.wanted;
    const seen = { now, replicas: from, pods: this.pods.seen(now, this.metrics, this.container, this.custom), requests: [{ container: this.container, cpu: pod.cpuRequest }], external: {}, object: {} };
    const { replicas: to } = this.controller.reconcile(seen);
    if (to === from) return;
    this.changes.push({ time: now, from, to });
    this.pods.scaleTo(to, now);
  }

  goOn(now: number, step: number): void {
    const { pod, load } = this.workload;
    const [ready, effective] = [this.pods.ready(now), this.pods.effective(now)];
    const flow = this.queue.at(now, effective, step);
    const used = effective > 0 ? (flow.throughput / (effective * capacityOf(pod))) * pod.cpuLimit : 0;
    this.pods.use(used, ready > 0 ? flow.throughput / ready : 0);
    this.times.add(flow.throughput * step, flow.response, flow.fixed);
    this.count(flow, step);
    const pending = this.pods.wanted - this.pods.running;
    this.moments.push({
      time: now, load: valueAt(load.kind === 'open' ? load.rate : load.users, now), throughput: flow.throughput, response: flow.response,
      wanted: this.pods.wanted, ready, pending, utilization: (Math.min(used, pod.cpuLimit) / pod.cpuRequest) * 100,
    });
  }

  private count(flow: Flow, step: number): void {
    const { wanted, running } = this.pods;
    this.sums.podSeconds += running * step;
    if (flow.response > this.goal || (flow.throughput === 0 && flow.inside > 0)) this.sums.over += step;
    if (running < wanted) this.sums.pending += step;
  }

  outcome(duration: number): Outcome {
    const { times, sums, changes, moments, workload } = this;
    const turns = changes.filter(({ time, from, to }, index) => {
      const before = changes[index - 1];
      return before !== undefined && time - before.time <= flapWithin && Math.sign(to - from) !== Math.sign(before.to - before.from);
    });
    return {
      name: workload.name, moments, changes,
      totals: {
        processed: Math.round(times.count), throughput: times.count / duration, mean: times.mean, p95: times.percentile(0.95), longest: times.longest,
        podHours: sums.podSeconds / 3600, secondsOverGoal: this.goal === Infinity ? 0 : sums.over, secondsPending: sums.pending, flaps: turns.length,
      },
    };
  }
}
