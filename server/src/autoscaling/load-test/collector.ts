/** Buckets per factor of ten, so that a percentile is exact to 2 %. */
const perDecade = 120;
const decades = 8;
/** Seconds of one interval while a file is read; a test of a day has 86,400 of them. */
const intervalLength = 1;

/** What was measured in a second of a load test. */
export interface Interval {
  /** Seconds from the beginning of the test. */
  readonly time: number;
  readonly requests: number;
  readonly errors: number;
  /** Sum of the response times in ms. */
  readonly response: number;
  /** Virtual users, where the file tells. */
  readonly users?: number;
}

/** What a load test measured. */
export interface LoadTest {
  readonly tool: string;
  /** Seconds. */
  readonly duration: number;
  readonly requests: number;
  readonly errors: number;
  /** Requests per second over the whole time. */
  readonly throughput: number;
  /** Response times in ms. */
  readonly mean: number;
  /** Within which 95 % of the requests were answered; absent where the file does not tell. */
  readonly p95?: number;
  /** Where only parts, or mean and deviation, are known: 95 % were answered within this at the most. */
  readonly p95AtMost?: number;
  /** Most virtual users at a time, where the file tells. */
  readonly users?: number;
  /** Empty where the file only holds totals. */
  readonly intervals: readonly Interval[];
}

/** Gathers what a reader finds, in memory that does not grow with the number of requests. */
export class Collector {
  private readonly intervals = new Map<number, { requests: number; errors: number; response: number; users?: number }>();
  private readonly buckets = new Float64Array(perDecade * decades);
  private inBuckets = 0;
  /** Sum of squared deviations, where intervals come with their own. */
  private squares: number | undefined;
  /** Greatest 95th percentile of a part of the test: that of the whole is no greater. */
  private windows: number | undefined;

  /** One request: its end (or start) in seconds on any clock, its response time in ms. */
  request(at: number, response: number, ok: boolean): void {
    const interval = this.at(at);
    interval.requests++;
    interval.errors += ok ? 0 : 1;
    interval.response += response;
    const bucket = Math.max(0, Math.min(this.buckets.length - 1, Math.floor(Math.log10(Math.max(response, 0.1) / 0.1) * perDecade)));
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.inBuckets++;
  }

  /** Requests that the file only counts. `length`: seconds until the next such count; `deviation`: of their response times in ms. */
  summary(at: number, length: number, requests: number, errors: number, mean: number, deviation?: number): void {
    const seconds = Math.max(1, Math.round(length));
    for (let second = 0; second < seconds; second++) {
      const interval = this.at(at + second);
      interval.requests += requests / seconds;
      interval.errors += errors / seconds;
      interval.response += (requests / seconds) * mean;
    }
    if (deviation !== undefined) this.squares = (this.squares ?? 0) + requests * deviation * deviation;
  }

  /** 95 % of the requests of some time were answered within this, in ms. */
  within(p95: number): void {
    if (p95 > 0) this.windows = Math.max(this.windows ?? 0, p95);
  }

  users(at: number, count: number): void {
    const interval = this.at(at);
    interval.users = Math.max(interval.users ?? 0, count);
  }

  /** `undefined` when there was no request. */
  finish(tool: string): LoadTest | undefined {
    const times = [...this.intervals.keys()].sort((a, b) => a - b);
    const [first = 0] = times;
    const intervals = times.map((time): Interval => ({ requests: 0, errors: 0, response: 0, ...this.intervals.get(time), time: (time - first) * intervalLength }));
    const sum = (of: (interval: Interval) => number): number => intervals.reduce((total, interval) => total + of(interval), 0);
    const requests = sum((interval) => interval.requests);
    if (requests === 0) return undefined;
    const duration = (intervals.at(-1)?.time ?? 0) + intervalLength;
    const mean = sum(({ response }) => response) / requests;
    const users = intervals.reduce((most, interval) => Math.max(most, interval.users ?? 0), 0);
    const atMost = this.windows ?? (this.squares === undefined ? undefined : this.bound(mean, requests));
    return {
      tool, duration, requests: Math.round(requests), errors: Math.round(sum(({ errors }) => errors)), throughput: requests / duration, mean, intervals,
      ...(users > 0 ? { users } : {}),
      ...(this.inBuckets > 0 ? { p95: this.percentile(0.95) } : atMost === undefined ? {} : { p95AtMost: atMost }),
    };
  }

  private at(time: number): { requests: number; errors: number; response: number; users?: number } {
    const key = Math.floor(time / intervalLength);
    const interval = this.intervals.get(key) ?? { requests: 0, errors: 0, response: 0 };
    this.intervals.set(key, interval);
    return interval;
  }

  private percentile(share: number): number {
    let seen = 0;
    const bucket = this.buckets.findIndex((count) => (seen += count) >= share * this.inBuckets);
    return 0.1 * 10 ** ((bucket + 0.5) / perDecade);
  }

  /** Cantelli's inequality: a share of 0.95 lies below mean + deviation × √(0.95 / 0.05), whatever the distribution. Means of intervals spread as well. */
  private bound(mean: number, requests: number): number {
    const between = [...this.intervals.values()].reduce((sum, { requests: count, response }) => sum + (count > 0 ? count * (response / count - mean) ** 2 : 0), 0);
    return mean + Math.sqrt(((this.squares ?? 0) + between) / requests) * Math.sqrt(0.95 / 0.05);
  }
}
