import type { Knex } from 'knex';

// clean-next state/in-memory-queue -- written down before the process ends
const batch: object[] = [];
export const add = (order: object): void => void batch.push(order);

export function start(knex: Knex): void {
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await knex.batchInsert('orders', batch.splice(0, 100));
  };
  setInterval(flush, 5000);
  process.on('SIGTERM', flush);
}
