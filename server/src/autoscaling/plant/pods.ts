import type { ObservedPod, Sample } from '../controller/observed.js';
import type { Metrics, PodModel } from './workload.js';

/** A pod from its creation on; times in seconds. */
interface Pod {
  readonly createdAt: number;
  /** When a node had room for it; `undefined` while it is Pending. */
  startedAt: number | undefined;
}

/** Age of the pods that are there at the beginning, in seconds: past everything that counts from the start. */
const longAgo = 1e6;

/** The pods of a workload, oldest first. */
export class Pods {
  private readonly pods: Pod[];
  /** What a ready pod used and answered, by step: millicores and thousandths of a request per second. */
  private readonly used: number[] = [];
  private readonly answered: number[] = [];

  constructor(replicas: number, private readonly model: PodModel, private readonly step: number) {
    this.pods = Array.from({ length: replicas }, () => ({ createdAt: -longAgo, startedAt: -longAgo }));
  }

  get wanted(): number {
    return this.pods.length;
  }

  get running(): number {
    return this.pods.filter(({ startedAt }) => startedAt !== undefined).length;
  }

  /** Creates pods that wait for a node, or takes the youngest away. */
  scaleTo(replicas: number, now: number): void {
    this.pods.length = Math.min(this.pods.length, replicas);
    while (this.pods.length < replicas) this.pods.push({ createdAt: now, startedAt: undefined });
  }

  /** Starts waiting pods while there is room; returns how many did. */
  start(room: number, now: number): number {
    const waiting = this.pods.filter(({ startedAt }) => startedAt === undefined).slice(0, Math.max(0, room));
    for (const pod of waiting) pod.startedAt = now;
    return waiting.length;
  }

  ready(now: number): number {
    return this.pods.filter((pod) => this.isReady(pod, now)).length;
  }

  /** How many warm pods the ready ones are worth. */
  effective(now: number): number {
    const { warmUp, startUp } = this.model;
    if (!warmUp) return this.ready(now);
    return this.pods.filter((pod) => this.isReady(pod, now)).reduce((sum, { startedAt = now }) => {
      const rest = Math.max(0, 1 - (now - startedAt - startUp) / warmUp.seconds);
      return sum + 1 / (1 + rest * (warmUp.factor - 1));
    }, 0);
  }

  /** Notes what a ready pod used, in millicores, and answered, in requests per second, in the step that ends now. */
  use(millicores: number, requests: number): void {
    this.used.push(Math.min(millicores, this.model.cpuLimit));
    this.answered.push(requests * 1000);
  }

  /** What the controller sees. `container` is the one that works, `custom` the metrics that count requests. */
  seen(now: number, { resolution, delay }: Metrics, container: string, custom: readonly string[]): readonly ObservedPod[] {
    const takenAt = Math.floor((now - delay) / resolution) * resolution;
    const sampleOf = (readyAt: number): Sample => {
      const requests = Math.round(this.average(this.answered, 0, takenAt, resolution, readyAt));
      const cpu = Math.round(this.average(this.used, this.model.startUpCpu, takenAt, resolution, readyAt));
      return { takenAt, window: resolution, cpu: { [container]: cpu }, ...(custom.length > 0 ? { custom: Object.fromEntries(custom.map((name) => [name, requests])) } : {}) };
    };
    const settled = sampleOf(-Infinity);
    return this.pods.map((pod): ObservedPod => {
      const { startedAt, createdAt } = pod;
      if (startedAt === undefined) return { phase: 'Pending', deleting: false, startedAt: undefined, ready: { is: false, changedAt: createdAt }, sample: undefined };
      const readyAt = startedAt + this.model.startUp;
      return {
        phase: 'Running', deleting: false, startedAt,
        ready: { is: now >= readyAt, changedAt: now >= readyAt ? readyAt : startedAt },
        // A sample needs a whole window of the container's life.
        sample: takenAt - resolution < startedAt ? undefined : readyAt <= takenAt - resolution ? settled : sampleOf(readyAt),
      };
    });
  }

  private isReady({ startedAt }: Pod, now: number): boolean {
    return startedAt !== undefined && now >= startedAt + this.model.startUp;
  }

  /** Mean over a window of a pod that was ready from some time on; `before` is what counts until then. */
  private average(series: readonly number[], before: number, until: number, window: number, readyAt: number): number {
    let sum = 0;
    let count = 0;
    for (let end = until; end > until - window; end -= this.step) {
      sum += end - this.step >= readyAt ? series[Math.round(end / this.step) - 1] ?? 0 : before;
      count++;
    }
    return count > 0 ? sum / count : 0;
  }
}
