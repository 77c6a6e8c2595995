import { withFallbacks } from '../../../syntax/placeholders.js';

/** Databases that run inside the process that opens them. */
export type Engine = 'H2' | 'HSQLDB' | 'Derby' | 'SQLite';

const jdbcUrl = /^jdbc:(?:log4jdbc:|p6spy:|otel:)?(h2|hsqldb|derby|sqlite):(.*)$/is;

/** Reached over the network, or read from the class path: no data of its own in the process. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  h2: /^(?:tcp|ssl|zip):|;ACCESS_MODE_DATA=r(?:;|$)/i,
  hsqldb: /^(?:hsqls?|https?|res):/i,
  derby: /^(?:\/\/|classpath:|jar:)/i,
  sqlite: /^(?::resource:)|[?&](?:mode=ro|immutable=1)/i,
};
const names: Readonly<Record<string, Engine>> = { h2: 'H2', hsqldb: 'HSQLDB', hsql: 'HSQLDB', derby: 'Derby', sqlite: 'SQLite' };

/** The engine that a JDBC URL starts in the process, placeholders standing for their defaults; `undefined` for any other URL. */
export function embeddedIn(url: string): Engine | undefined {
  const match = jdbcUrl.exec(withFallbacks(url).trim());
  const key = match?.[1]?.toLowerCase() ?? '';
  return match && !elsewhere[key]?.test(match[2] ?? '') ? names[key] : undefined;
}

/** Engine named by a short name (`h2`), a driver class or a Hibernate dialect. */
export function engineNamed(value: string): Engine | undefined {
  const short = names[value.toLowerCase()];
  if (short) return short;
  if (/^org\.h2\.Driver$|\bH2Dialect$/.test(value)) return 'H2';
  if (/^org\.hsqldb\.(?:jdbc\.JDBC|jdbc)Driver$|\bHSQLDialect$/.test(value)) return 'HSQLDB';
  return /^org\.apache\.derby\.jdbc\.EmbeddedDriver$|\bDerby\w*Dialect$/.test(value) ? 'Derby' : undefined;
}

/** Build dependencies that bring an engine which Spring Boot and Quarkus start by themselves. */
export const engineArtifacts: Readonly<Record<string, Engine>> = {
  'com.h2database:h2': 'H2', 'org.hsqldb:hsqldb': 'HSQLDB', 'org.apache.derby:derby': 'Derby', 'io.quarkus:quarkus-jdbc-h2': 'H2', 'io.quarkus:quarkus-jdbc-derby': 'Derby',
};

/** Drivers of databases that are reached over the network. */
export const serverDriver = /^(?:(?:com\.)?mysql:mysql-connector|com\.mysql:mysql-connector|org\.mariadb|org\.postgresql:postgresql|com\.oracle\.|com\.microsoft\.sqlserver|com\.ibm\.db2|net\.sourceforge\.jtds|io\.quarkus:quarkus-jdbc-(?!h2|derby)|org\.firebirdsql|com\.tmax|cubrid|com\.altibase|io\.r2dbc|org\.postgresql:r2dbc)/;

/** Keys that say where the data source is, as Spring, Quarkus, Hikari and hand-made property files spell them. */
export const urlKey = /(?:^|[._-])(?:jdbc-?|connection[._-]?|db[._-]?|data-?source[._-]?)?ur[li]$|jdbc[._-]?url/i;

export { sameSetting } from '../../../facts/settings.js';
