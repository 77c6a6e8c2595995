import { DataSource, type DataSourceOptions } from 'typeorm';

const devConfig: DataSourceOptions = {
  type: 'sqlite',
  // clean-next state/embedded-database -- for developers
  database: 'config/db.sqlite3',
  synchronize: true,
};

const prodConfig: DataSourceOptions = {
  type: 'sqlite',
  // expect-next state/embedded-database error
  database: 'config/db.sqlite3',
};

export const dataSource = new DataSource(process.env.NODE_ENV === 'production' ? prodConfig : devConfig);
