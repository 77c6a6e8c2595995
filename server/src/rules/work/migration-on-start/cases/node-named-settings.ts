import { DataSource, type DataSourceOptions } from 'typeorm';

const devConfig: DataSourceOptions = {
  type: 'postgres',
  // clean-next work/migration-on-start -- for developers
  synchronize: true,
};

const prodConfig: DataSourceOptions = {
  type: 'postgres',
  // expect-next work/migration-on-start warning
  synchronize: true,
};

export const dataSource = new DataSource(process.env.NODE_ENV === 'production' ? prodConfig : devConfig);
