import { DataSource } from 'typeorm';
import { Sequelize } from 'sequelize';

// expect-next work/migration-on-start warning {setting=synchronize: true}
export const source = new DataSource({ type: 'postgres', synchronize: true });
// clean-next work/migration-on-start -- leaves the schema alone
export const other = new DataSource({ type: 'postgres', synchronize: false });

const sequelize = new Sequelize(process.env.DATABASE_URL ?? '');
export async function start(): Promise<void> {
  // expect-next work/migration-on-start warning
  await sequelize.sync({ alter: true });
  // expect-next work/migration-on-start info
  await sequelize.sync();
}
export async function migrateNow(): Promise<void> {
  // clean-next work/migration-on-start -- somebody asks for it
  await source.runMigrations();
}
