import type { Knex } from 'knex';

export interface Month { readonly id: string; readonly clock: string; sendInvoices(): Promise<void> }
export interface Ledger { closeMonth(month: Month): Promise<void>; publishMonth(month: Month): Promise<void> }

export class DatabaseLedger implements Ledger {
  constructor(private readonly knex: Knex) {}

  async closeMonth(month: Month): Promise<void> {
    if (await this.take(month.id)) await month.sendInvoices();
  }

  async publishMonth(month: Month): Promise<void> {
    await month.sendInvoices();
  }

  private take(id: string): Promise<boolean> {
    return this.knex.transaction(async (trx) => {
      const row = await trx('months').where({ id, closed_at: null }).forUpdate().first();
      if (row) await trx('months').where({ id }).update({ closed_at: new Date() });
      return row !== undefined;
    });
  }
}
