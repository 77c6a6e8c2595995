import type { Knex } from 'knex';

export class OrderJournal {
  // expect-next state/in-memory-queue warning {field=batch,job=flush}
  private batch: object[] = [];

  constructor(private readonly knex: Knex) {
    setInterval(this.flush, 5000);
  }

  private flush = async (): Promise<void> => {
    if (this.batch.length === 0) return;
    const rows = this.batch.splice(0, 100);
    await this.knex.batchInsert('orders', rows);
  };

  add(order: object): void {
    this.batch.push(order);
  }
}

// clean-next state/in-memory-queue -- statistics may miss a second
const usage: object[] = [];
export const used = (entry: object): void => void usage.push(entry);

export function startUsage(db: { insertMany(rows: object[]): Promise<void> }): void {
  setInterval(() => {
    if (usage.length) void db.insertMany(usage.splice(0));
  }, 1000);
}

export class Screen {
  // clean-next state/in-memory-queue -- only drawn, never written
  private lines: string[] = [];

  constructor(private readonly show: (line: string) => void) {
    setInterval(() => {
      if (this.lines.length > 0) this.show(this.lines.shift() ?? '');
    }, 100);
  }

  add(line: string): void {
    this.lines.push(line);
  }
}
