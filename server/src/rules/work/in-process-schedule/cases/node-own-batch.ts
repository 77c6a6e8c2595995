import type { Knex } from 'knex';

export class Journal {
  private batch: object[] = [];

  constructor(private readonly knex: Knex) {
    // clean-next work/in-process-schedule -- every replica has gathered something else
    setInterval(this.flush, 5000);
    // expect-next work/in-process-schedule warning {job=closeOrders}
    setInterval(this.closeOrders, 60000);
  }

  private flush = async (): Promise<void> => {
    if (!this.batch.length) return;
    await this.knex.batchInsert('orders', this.batch.splice(0, 100));
  };

  private closeOrders = async (): Promise<void> => {
    const open = await this.knex.select('id').from('orders');
    if (open.length === 0) return;
    await this.knex.update({ closed: true }).from('orders');
  };

  add(order: object): void {
    this.batch.push(order);
  }
}
