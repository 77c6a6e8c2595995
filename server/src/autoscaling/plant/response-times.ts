/** Buckets per factor of ten, so that a percentile is exact to 2 %. */
const perDecade = 120;
/** Shortest time that is told apart, in ms, and factors of ten above it. */
const shortest = 0.01;
const decades = 10;

interface Group {
  /** In ms. */
  readonly mean: number;
  readonly fixed: number;
  requests: number;
}

/**
 * How long requests took. Around a mean they are spread as the exponential distribution, as at a server that is sometimes
 * free; what takes a fixed time is added to each of them.
 */
export class ResponseTimes {
  /** Requests that differ by less than a bucket are taken together, because a day has thousands of steps. */
  private readonly groups = new Map<string, Group>();
  private requests = 0;
  private total = 0;
  private buckets: Float64Array | undefined;

  /** `fixed`: the part of `mean` that every request takes; both in ms. */
  add(requests: number, mean: number, fixed: number): void {
    if (requests <= 0) return;
    this.requests += requests;
    this.total += requests * mean;
    this.buckets = undefined;
    const key = `${bucketOf(mean)} ${bucketOf(fixed)}`;
    const group = this.groups.get(key);
    if (group) group.requests += requests;
    else this.groups.set(key, { mean, fixed, requests });
  }

  get count(): number {
    return this.requests;
  }

  /** In ms; 0 when there were no requests. */
  get mean(): number {
    return this.requests > 0 ? this.total / this.requests : 0;
  }

  /** Time in ms within which a share of the requests were answered. */
  percentile(share: number): number {
    this.buckets ??= spread(this.groups.values());
    let seen = 0;
    for (const [bucket, count] of this.buckets.entries()) {
      seen += count;
      if (seen > 0 && seen >= share * this.requests) return timeOf(bucket + 0.5);
    }
    return 0;
  }

  /** The longest that can be expected of so many requests, in ms. */
  get longest(): number {
    return this.requests > 0 ? this.percentile(1 - 1 / Math.max(2, this.requests)) : 0;
  }
}

function spread(groups: Iterable<Group>): Float64Array {
  const buckets = new Float64Array(perDecade * decades);
  for (const { mean, fixed, requests } of groups) {
    const rest = Math.max(mean - fixed, shortest);
    let below = 0;
    for (let bucket = bucketOf(fixed); below < 1 && bucket < buckets.length; bucket++) {
      const upTo = bucket + 1 < buckets.length ? -Math.expm1(-Math.max(0, timeOf(bucket + 1) - fixed) / rest) : 1;
      buckets[bucket] = (buckets[bucket] ?? 0) + requests * (upTo - below);
      below = upTo;
    }
  }
  return buckets;
}

function bucketOf(time: number): number {
  return Math.max(0, Math.min(perDecade * decades - 1, Math.floor(Math.log10(Math.max(time, shortest) / shortest) * perDecade)));
}

function timeOf(bucket: number): number {
  return shortest * 10 ** (bucket / perDecade);
}
