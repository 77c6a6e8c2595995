import { Injectable } from '@nestjs/common';
import type { Collector, Job, Queue, Store } from './types';

@Injectable()
export class Jobs {
  // clean-next state/mutable-static -- what a plugin brings: it is asked to work, the data lie in the store
  private collectors = new Set<Collector>();
  // clean-next state/mutable-static -- each is stopped in the end, so it runs in this process
  private queues: Queue[] = [];
  // expect-next state/mutable-static {name=drafts}
  private drafts = new Set<Job>();

  constructor(private readonly store: Store) {}

  attach(collector: Collector): void {
    this.collectors.add(collector);
  }

  createQueue(queue: Queue): void {
    this.queues.push(queue);
  }

  // expect-next state/mutable-static {name=opened}
  private opened = new Map<string, Job>();

  open(job: Job): void {
    this.opened.set(job.id, job);
  }

  async rename(id: string, name: string): Promise<void> {
    const job = this.opened.get(id);
    await job.appendRevision(name);
  }

  draft(job: Job): void {
    this.drafts.add(job);
  }

  async take(job: Job): Promise<void> {
    for (const collector of this.collectors) {
      if (await collector.collect(job)) await this.store.add(job);
    }
  }

  async publish(): Promise<void> {
    for (const draft of this.drafts) {
      await draft.save();
    }
  }

  end(): Promise<unknown> {
    return Promise.all(this.queues.map((queue) => queue.stop()));
  }
}

export class Lane {
  // clean-next state/mutable-static -- how many tasks this process runs right now
  private static running: Record<string, number> = {};
  // expect-next state/mutable-static {name=bought}
  private static bought: Record<string, number> = {};

  constructor(private readonly label: string) {
    if (!Lane.running[label]) Lane.running[label] = 0;
  }

  async run(task: () => Promise<void>): Promise<void> {
    Lane.running[this.label]++;
    await task();
    Lane.running[this.label]--;
  }

  buy(): void {
    Lane.bought[this.label]++;
  }

  left(stock: number): number {
    return stock - (Lane.bought[this.label] ?? 0);
  }
}
