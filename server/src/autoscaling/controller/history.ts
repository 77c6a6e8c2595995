import type { ScalingPolicy } from './spec.js';

interface Dated {
  /** Seconds. */
  readonly at: number;
  readonly pods: number;
}

/** Longest window or period that the API allows, in seconds: nothing older is ever looked at. */
const longest = 3600;

/** What a controller remembers of an autoscaler; it is lost when the controller restarts. */
export class History {
  private readonly recommendations: Dated[] = [];
  private readonly added: Dated[] = [];
  private readonly removed: Dated[] = [];

  get isEmpty(): boolean {
    return this.recommendations.length === 0;
  }

  recommend(at: number, pods: number): void {
    remember(this.recommendations, at, pods);
  }

  /** `policies`: those of the direction that was scaled in. */
  scaled(at: number, from: number, to: number, policies: readonly ScalingPolicy[]): void {
    const [events, pods] = to > from ? [this.added, to - from] : [this.removed, from - to];
    const longestPeriod = Math.max(...policies.map(({ periodSeconds }) => periodSeconds));
    // The controller takes the place of an event that its own direction looks at no more, although a policy of the other
    // direction may have a longer period: what that one counts depends on it.
    const outdated = events.map((event) => at - event.at > longestPeriod).lastIndexOf(true);
    if (outdated < 0) events.push({ at, pods });
    else events[outdated] = { at, pods };
  }

  /** Recommendations younger than a window, in seconds. */
  since(now: number, window: number): readonly number[] {
    return found(this.recommendations, (at) => now - at < window);
  }

  /** The same with those that are exactly as old as the window. */
  until(now: number, window: number): readonly number[] {
    return found(this.recommendations, (at) => now - at <= window);
  }

  /** Number of pods at the beginning of a policy's period. */
  atStart(now: number, current: number, { periodSeconds }: ScalingPolicy): number {
    const total = (events: readonly Dated[]): number => events.reduce((sum, { at, pods }) => (now - at < periodSeconds ? sum + pods : sum), 0);
    return current - total(this.added) + total(this.removed);
  }
}

function remember(dated: Dated[], at: number, pods: number): void {
  const kept = dated.findIndex((each) => at - each.at <= longest);
  // What is too old goes in bulk, because taking away the first of a long list each time is slow.
  if (kept > 256) dated.splice(0, kept);
  dated.push({ at, pods });
}

function found(dated: readonly Dated[], isIn: (at: number) => boolean): readonly number[] {
  const pods: number[] = [];
  for (let index = dated.length - 1; index >= 0; index--) {
    const each = dated[index];
    if (!each || !isIn(each.at)) break;
    pods.push(each.pods);
  }
  return pods;
}
