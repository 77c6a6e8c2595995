import { Mutex } from 'async-mutex';
import { db } from './db.js';

const mutex = new Mutex();

export async function take(id: string): Promise<void> {
  // expect-next work/process-local-lock warning {lock=mutex}
  await mutex.runExclusive(async () => {
    const item = await db.items.findOne({ id });
    if (item.stock > 0) await db.items.updateOne({ id }, { stock: item.stock - 1 });
  });
}

let cached: string | undefined;
export async function once(): Promise<string> {
  // clean-next work/process-local-lock -- guards what this process keeps
  return mutex.runExclusive(async () => (cached ??= await db.settings.findOne({ id: 1 })));
}
