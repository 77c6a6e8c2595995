import type { ObservedPod } from '../controller/observed.js';
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
  /** Millicores that a ready pod used, by step. */
  private readonly used: number[] = [];

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
    return this.pods.filter((pod) => this.isReady(pod, now)).reduce((sum, { startedAt = now }) => {
      const rest = warmUp ? Math.max(0, 1 - (now - startedAt - startUp) / warmUp.seconds) : 0;
      return sum + 1 / (1 + rest * ((warmUp?.factor ?? 1) - 1));
    }, 0);
  }

  /** Notes what a ready pod used in the step that ends now. */
  use(millicores: number): void {
    this.used.push(Math.min(millicores, this.model.cpuLimit));
  }

  /** What the controller sees. */
  seen(now: number, metrics: Metrics): readonly ObservedPod[] {
    const takenAt = Math.floor((now - metrics.delay) / metrics.resolution) * metrics.resolution;
    const settled = this.average(takenAt, metrics.resolution, -Infinity);
    return this.pods.map((pod): ObservedPod => {
      const { startedAt, createdAt } = pod;
      if (startedAt === undefined) return { phase: 'Pending', deleting: false, startedAt: undefined, ready: { is: false, changedAt: createdAt }, sample: undefined };
      const readyAt = startedAt + this.model.startUp;
      const cpu = readyAt <= takenAt - metrics.resolution ? settled : this.average(takenAt, metrics.resolution, readyAt);
      return {
        phase: 'Running', deleting: false, startedAt,
        ready: { is: now >= readyAt, changedAt: now >= readyAt ? readyAt : startedAt },
        // A sample needs a whole window of the container's life.
        sample: takenAt - metrics.resolution >= startedAt ? { takenAt, window: metrics.resolution, cpu: { app: Math.round(cpu) } } : undefined,
      };
    });
  }

  private isReady({ startedAt }: Pod, now: number): boolean {
    return startedAt !== undefined && now >= startedAt + this.model.startUp;
  }

  /** Mean use over a window of a pod that was ready from some time on. */
  private average(until: number, window: number, readyAt: number): number {
    let sum = 0;
    let count = 0;
    for (let end = until; end > until - window; end -= this.step) {
      sum += end - this.step >= readyAt ? this.used[Math.round(end / this.step) - 1] ?? 0 : this.model.startUpCpu;
      count++;
    }
    return count > 0 ? sum / count : 0;
  }
}
