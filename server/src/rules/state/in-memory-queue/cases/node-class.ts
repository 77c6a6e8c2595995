import { randomUUID } from 'crypto';

type Consumer = (job: object) => Promise<void>;

export class MemoryQueue {
  // expect-next state/in-memory-queue warning {field=jobs} {type=MemoryQueue}
  private jobs: { id: string; job: object; retries: number }[] = [];
  private subscribers: Consumer[] = [];

  subscribe(consumer: Consumer): void {
    this.subscribers.push(consumer);
  }

  async enqueue(job: object, retries = 0): Promise<void> {
    this.jobs.push({ id: randomUUID(), job, retries });
    setImmediate(() => this.tick());
  }

  async tick(): Promise<void> {
    const [next] = this.jobs.splice(0, 1);
    if (!next) return;
    try {
      for (const consumer of this.subscribers) await consumer(next.job);
    } catch {
      await this.enqueue(next.job, next.retries + 1);
    }
  }
}

export class TurnQueue {
  // clean-next state/in-memory-queue -- whoever waits for the promise keeps the work
  private turns: { run: () => Promise<void>; done: () => void }[] = [];
  private workers = 0;

  add(run: () => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      this.turns.push({ run, done: resolve });
      void this.next();
    });
  }

  private async next(): Promise<void> {
    if (this.workers > 3) return;
    this.workers++;
    const turn = this.turns.shift();
    await turn?.run();
    turn?.done();
    this.workers--;
  }
}

export class PriorityQueue {
  // clean-next state/in-memory-queue -- a structure; nobody works on what comes out
  private items: number[] = [];

  push(item: number): void {
    this.items.push(item);
  }

  pop(): number | undefined {
    return this.items.pop();
  }
}
