/** A run that follows another within this time, in ms, may rest first, so that a burst of changes is handled at once. */
const burst = 100;
/** Longest rest, in ms. */
const longestRest = 50;

/**
 * Runs work soon after it is asked for, never twice at a time: at once when nothing ran lately, else after a rest as
 * long as the last run took. What is asked for meanwhile is handled by one further run.
 */
export class Pace {
  private wanted = false;
  private running: Promise<void> | undefined;
  private ended = -Infinity;
  private cost = 0;

  constructor(private readonly work: () => Promise<void>) {}

  request(): void {
    this.wanted = true;
    this.running ??= this.loop();
  }

  /** Resolves when nothing that was asked for is left to do. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  private async loop(): Promise<void> {
    try {
      while (this.wanted) {
        await this.rest();
        this.wanted = false;
        const started = performance.now();
        await this.work();
        this.ended = performance.now();
        this.cost = this.ended - started;
      }
    } finally {
      this.running = undefined;
    }
  }

  private rest(): Promise<void> {
    const idle = performance.now() - this.ended > burst;
    return new Promise((resolve) => (idle ? setImmediate(resolve) : setTimeout(resolve, Math.min(longestRest, this.cost))));
  }
}
