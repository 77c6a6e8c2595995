/** Buckets per factor of ten, so that a percentile is exact to 0.1 %. */
const perDecade = 2000;
const decades = 8;
/** Seconds of one interval while a file is read; a test of a day has 86,400 of them. */
const intervalLength = 1;
const millisecondsPerSecond = 1000;

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

/** An interval while it is gathered. */
interface Gathered {
  requests: number;
  errors: number;
  response: number;
  /** Requests of which the response time is known. */
  timed: number;
  users?: number;
}

/** Gathers what a reader finds, in memory that does not grow with the number of requests. */
export class Collector {
  private readonly intervals = new Map<number, Gathered>();
  private readonly buckets = new Float64Array(perDecade * decades);
  private inBuckets = 0;
  /** Beginning and end of what was measured, in seconds on the clock of the file. */
  private span = { from: Infinity, to: -Infinity };
  /** Sum of squared deviations, where intervals come with their own. */
  private squares: number | undefined;
  /** Greatest 95th percentile of a part of the test: that of the whole is no greater. */
  private windows: number | undefined;

  /** The test went on at this time, or from one to the other, in seconds on any clock. */
  during(from: number, to = from): void {
    this.span = { from: Math.min(this.span.from, from), to: Math.max(this.span.to, to) };
  }

  /** One request: its end in seconds on any clock, its response time in ms. */
  request(at: number, response: number, ok: boolean): void {
    this.during(at - response / millisecondsPerSecond, at);
    const interval = this.at(at);
    interval.requests++;
    interval.errors += ok ? 0 : 1;
    interval.response += response;
    interval.timed++;
    const bucket = Math.max(0, Math.min(this.buckets.length - 1, Math.floor(Math.log10(Math.max(response, 0.1) / 0.1) * perDecade)));
    this.buckets[bucket] = (this.buckets[bucket] ?? 0) + 1;
    this.inBuckets++;
  }

  /** Requests that the file only counts. `length`: seconds until the next such count; `mean` and `deviation`: of the response times of the `timed` ones, in ms. */
  summary(at: number, length: number, { requests, errors, mean, deviation, timed = requests }: { readonly requests: number; readonly errors: number; readonly mean: number; readonly deviation?: number; readonly timed?: number }): void {
    this.during(at, at + length);
    const seconds = Math.max(1, Math.round(length));
    for (let second = 0; second < seconds; second++) {
      const interval = this.at(at + second);
      interval.requests += requests / seconds;
      interval.errors += errors / seconds;
      interval.timed += timed / seconds;
      interval.response += (timed / seconds) * mean;
    }
    if (deviation !== undefined) this.squares = (this.squares ?? 0) + timed * deviation * deviation;
  }

  /** 95 % of the requests of some time were answered within this, in ms. */
  within(p95: number): void {
    if (p95 > 0) this.windows = Math.max(this.windows ?? 0, p95);
  }

  users(at: number, count: number): void {
    this.during(at);
    const interval = this.at(at);
    interval.users = Math.max(interval.users ?? 0, count);
  }

  /** `undefined` when there was no request. */
  finish(tool: string): LoadTest | undefined {
    const times = [...this.intervals.keys()].sort((a, b) => a - b);
    const [first = 0] = times;
    const intervals = times.map((time): Interval => {
      const { timed: _timed, ...interval } = this.at(time * intervalLength);
      return { ...interval, time: (time - first) * intervalLength };
    });
    const sum = (of: (interval: Interval) => number): number => intervals.reduce((total, interval) => total + of(interval), 0);
    const requests = sum((interval) => interval.requests);
    if (requests === 0) return undefined;
    // A rate over less than a second says nothing.
    const duration = Math.max(intervalLength, Math.round((this.span.to - this.span.from) * millisecondsPerSecond) / millisecondsPerSecond);
    const mean = sum(({ response }) => response) / Math.max(1, this.timed);
    const users = intervals.reduce((most, interval) => Math.max(most, interval.users ?? 0), 0);
    const atMost = this.windows ?? (this.squares === undefined ? undefined : this.bound(mean));
    return {
      tool, duration, requests: Math.round(requests), errors: Math.round(sum(({ errors }) => errors)), throughput: requests / duration, mean, intervals,
      ...(users > 0 ? { users } : {}),
      ...(this.inBuckets > 0 ? { p95: this.percentile(0.95) } : atMost === undefined ? {} : { p95AtMost: atMost }),
    };
  }

  private get timed(): number {
    return [...this.intervals.values()].reduce((sum, { timed }) => sum + timed, 0);
  }

  private at(time: number): Gathered {
    const key = Math.floor(time / intervalLength);
    const interval = this.intervals.get(key) ?? { requests: 0, errors: 0, response: 0, timed: 0 };
    this.intervals.set(key, interval);
    return interval;
  }

  /** Between the two values beside the place of the percentile by their distance, as most tools do. */
  private percentile(share: number): number {
    const place = share * (this.inBuckets - 1);
    const [low, high] = [this.ranked(Math.floor(place)), this.ranked(Math.ceil(place))];
    return low + (high - low) * (place - Math.floor(place));
  }

  /** The response time of which so many are shorter. */
  private ranked(rank: number): number {
    let seen = 0;
    const bucket = this.buckets.findIndex((count) => (seen += count) > rank);
    return 0.1 * 10 ** ((bucket + 0.5) / perDecade);
  }

  /** Cantelli's inequality: a share of 0.95 lies below mean + deviation × √(0.95 / 0.05), whatever the distribution. Means of intervals spread as well. */
  private bound(mean: number): number {
    const between = [...this.intervals.values()].reduce((sum, { timed, response }) => sum + (timed > 0 ? timed * (response / timed - mean) ** 2 : 0), 0);
    return mean + Math.sqrt(((this.squares ?? 0) + between) / Math.max(1, this.timed)) * Math.sqrt(0.95 / 0.05);
  }
}
