import { DataSource } from 'typeorm';

export function open(): DataSource {
  switch (process.env.DATABASE_TYPE) {
    case 'postgres':
      return new DataSource({ type: 'postgres', host: process.env.DATABASE_HOST, database: 'shop' });
    default:
      return new DataSource({
        // expect-next state/embedded-database warning {setting=process.env.DATABASE_TYPE}
        type: 'sqlite', database: process.env.DATABASE_FILE ?? '',
      });
  }
}
