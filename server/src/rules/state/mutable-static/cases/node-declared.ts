import { db } from './db';

// clean-next state/mutable-static -- promises cannot leave the process
const pendingIndexes = new Map<string, Promise<void>[]>();
export function wait(name: string, work: Promise<void>[]): void {
  pendingIndexes.set(name, work);
}
export const waited = (name: string) => pendingIndexes.get(name);

// clean-next state/mutable-static -- each process does it once for itself
const indexed = new Set<string>();

// expect-next state/mutable-static warning {name=invited} -- whom a caller names is data
const invited = new Set<string>();

export class Collection {
  name = 'orders';

  async prepare(): Promise<void> {
    if (indexed.has(this.name)) return;
    indexed.add(this.name);
    await db.createIndex(this.name);
  }

  async invite(mail: string): Promise<void> {
    if (invited.has(mail)) return;
    invited.add(mail);
    await db.orders.insertOne({ mail });
  }
}

// expect-next state/mutable-static {name=usageByOrg} -- a cache by the name of what fills it
const usageByOrg: Record<string, number> = {};
export const setUsageInCache = (org: string, used: number) => {
  usageByOrg[org] = used;
};
export const usage = (org: string) => usageByOrg[org];

// expect-next state/mutable-static warning {name=seats} -- beside code that waits, another request comes in between
let seats: string[] = [];
export function resetSeats(): void {
  seats = [];
}
export function take(name: string): number {
  return seats.push(name);
}
