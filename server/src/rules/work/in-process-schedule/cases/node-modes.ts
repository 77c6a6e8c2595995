import cron from 'node-cron';
import { db } from './db';
import { queue } from './queue';

export class Beat {
  private isQueue: boolean;

  constructor() {
    this.isQueue = process.env.RUN_MODE === 'queue';
  }

  add(record: { id: string; when: string }): void {
    if (this.isQueue) queue.add(record);
    else this.arm(record);
  }

  private arm(record: { id: string; when: string }): void {
    if (!cron.validate(record.when)) return;
    // expect-next work/in-process-schedule warning {setting=RUN_MODE}
    cron.schedule(record.when, () => db.orders.updateMany({ id: record.id }, { due: true }));
  }
}

export function nightly(when: string): void {
  if (!cron.validate(when)) return;
  // expect-next work/in-process-schedule error -- a check of the expression is no switch
  cron.schedule(when, () => db.orders.updateMany({ open: true }, { due: true }));
}

// clean-next work/in-process-schedule -- the queue takes a job of this number once
cron.schedule('0 12 * * 0', () => queue.addBulk(db.symbols.map((symbol: string) => ({ data: { symbol }, opts: { jobId: symbol } }))));
