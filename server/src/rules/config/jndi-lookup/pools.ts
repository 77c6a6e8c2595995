import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';

/** A connection pool as a Spring bean, and its name for the URL and for the number of connections. */
export interface Pool {
  readonly type: string;
  readonly url: 'jdbcUrl' | 'url';
  readonly size: string;
}

const pools: readonly (readonly [dependency: RegExp, pool: Pool])[] = [
  [/^com\.zaxxer:HikariCP/, { type: 'com.zaxxer.hikari.HikariDataSource', url: 'jdbcUrl', size: 'maximumPoolSize' }],
  [/^org\.apache\.commons:commons-dbcp2$/, { type: 'org.apache.commons.dbcp2.BasicDataSource', url: 'url', size: 'maxTotal' }],
  [/^commons-dbcp:commons-dbcp$/, { type: 'org.apache.commons.dbcp.BasicDataSource', url: 'url', size: 'maxActive' }],
  [/^org\.apache\.tomcat:tomcat-jdbc$/, { type: 'org.apache.tomcat.jdbc.pool.DataSource', url: 'url', size: 'maxActive' }],
  [/^com\.alibaba:druid$/, { type: 'com.alibaba.druid.pool.DruidDataSource', url: 'url', size: 'maxActive' }],
];

const drivers: readonly (readonly [dependency: RegExp, driver: string])[] = [
  [/^com\.mysql:mysql-connector-j$/, 'com.mysql.cj.jdbc.Driver'], [/^org\.mariadb\.jdbc:/, 'org.mariadb.jdbc.Driver'], [/^org\.postgresql:postgresql$/, 'org.postgresql.Driver'],
  [/^com\.oracle(?:\.database\.jdbc|\.jdbc)?:ojdbc/, 'oracle.jdbc.OracleDriver'], [/^com\.microsoft\.sqlserver:mssql-jdbc$/, 'com.microsoft.sqlserver.jdbc.SQLServerDriver'],
];

function dependenciesOf(model: Model, path: string): readonly string[] {
  return model.factsFor('build.module', path).flatMap(({ value }) => value.dependencies);
}

/** The pool that the application's build brings; `undefined` when it counts on the server's. */
export function poolOf(model: Model, path: string): Pool | undefined {
  const dependencies = dependenciesOf(model, path);
  return pools.find(([pattern]) => dependencies.some((name) => pattern.test(name)))?.[1];
}

/** Class of the one JDBC driver that the build brings; `undefined` when it brings none, or several. */
export function driverOf(model: Model, path: string): string | undefined {
  const facts = model.factsFor('build.module', path);
  const found = new Set(dependenciesOf(model, path).flatMap((name) => {
    if (name !== 'mysql:mysql-connector-java') return drivers.find(([pattern]) => pattern.test(name))?.[1] ?? [];
    const version = facts.flatMap(({ value }) => value.versions[name] ?? [])[0];
    return version !== undefined && /^5\./.test(version) ? 'com.mysql.jdbc.Driver' : 'com.mysql.cj.jdbc.Driver';
  }));
  return found.size === 1 ? [...found][0] : undefined;
}

/** Whether Spring Boot makes the data source from `spring.datasource.url`: a starter that brings a pool, and a driver. */
export function bootMakesPool(model: Model, path: string): boolean {
  return driverOf(model, path) !== undefined && dependenciesOf(model, path).some((name) => /^org\.springframework\.boot:spring-boot-starter-(?:jdbc|data-jpa|data-jdbc)$/.test(name));
}
