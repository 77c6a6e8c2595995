import type { Knex } from 'knex';

export interface Task { readonly id: string; readonly schedule: string; run(): Promise<void> }
export interface TaskStrategy { executeTask(task: Task): Promise<void>; publishTask(task: Task): Promise<void> }

export class DatabaseStrategy implements TaskStrategy {
  constructor(private readonly knex: Knex) {}

  async executeTask(task: Task): Promise<void> {
    if (await this.take(task.id)) await task.run();
  }

  async publishTask(task: Task): Promise<void> {
    await task.run();
  }

  private take(id: string): Promise<boolean> {
    return this.knex.transaction(async (trx) => {
      const row = await trx('tasks').where({ id, lockedAt: null }).forUpdate().first();
      if (row) await trx('tasks').where({ id }).update({ lockedAt: new Date() });
      return row !== undefined;
    });
  }
}
