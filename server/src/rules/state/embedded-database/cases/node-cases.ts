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

export class Source {
  private source?: DataSource;

  constructor(private readonly settings: { get(name: string): string }) {}

  open(): DataSource {
    const isMySql = this.settings.get('DB_KIND') === 'mysql';
    if (isMySql) {
      this.source = new DataSource({ type: 'mysql', host: this.settings.get('DB_HOST'), database: 'shop' });
    } else {
      // expect-next state/embedded-database warning {setting=DB_KIND}
      this.source = new DataSource({ type: 'sqlite', database: this.settings.get('DB_FILE') });
    }
    return this.source;
  }
}
