import knex from 'knex';
import { Sequelize } from 'sequelize';
import { DataSource } from 'typeorm';
import { DatabaseSync } from 'node:sqlite';

// expect-next state/embedded-database error {engine=SQLite}
export const queries = knex({ client: 'sqlite3', connection: { filename: './shop.db' } });
// expect-next state/embedded-database warning {engine=SQLite}
export const models = new Sequelize('sqlite:shop.db');
// expect-next state/embedded-database warning {engine=SQLite}
export const entities = new DataSource({ type: 'better-sqlite3', database: 'shop.db' });
// expect-next state/embedded-database warning {engine=SQLite, setting=process.env.DB_DIALECT}
export const chosen = new Sequelize({ dialect: process.env.DB_DIALECT ?? 'sqlite', storage: 'shop.db' });
// expect-next state/embedded-database warning {engine=SQLite}
export const scratch = new DatabaseSync(':memory:');
// clean-next state/embedded-database -- a server
export const server = knex({ client: 'pg', connection: process.env.DATABASE_URL });
export const perEnvironment = {
  // clean-next state/embedded-database -- for development
  development: { client: 'sqlite3', connection: { filename: './dev.db' } },
  production: { client: 'pg', connection: process.env.DATABASE_URL },
};
