import { addressOf, type Backend } from '../kubernetes/backends.js';
import type { Plan } from '../kubernetes/plan.js';
import type { AppSetting } from '../kubernetes/settings.js';

/** Name and password of the development database, as the application's own settings have them. */
export interface Database {
  readonly user: string;
  readonly name: string;
  /** Variable of `.env` that holds the password. */
  readonly password: string;
}

export type DatabaseBackend = Exclude<Backend, 'redis'>;

const databasePassword = /^(?:(?:SPRING_)?(?:DATASOURCE|R2DBC)\w*_PASSWORD|(?:DB|DATABASE|JDBC|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|SQL)_?(?:PASSWORD|PASS|PW|PASSWD))$/;
const databaseUser = /^(?:(?:SPRING_)?(?:DATASOURCE|R2DBC)\w*_USERNAME|(?:DB|DATABASE|JDBC|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|SQL)_?(?:USER|USERNAME))$/;
/** Behind what the address of a database is called, what its parts are called. */
const partNames: Readonly<Record<'user' | 'password', RegExp>> = { user: /^_?(?:USER(?:_?NAME)?|LOGIN)$/, password: /^_?(?:PASSWORD|PASS|PASSWD|PWD|PW)$/ };
const databaseHost = /^(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB)_?(?:HOST|SERVER|ADDR(?:ESS)?)$/;
const databaseName = /^(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB)_?(?:DB|NAME|DATABASE)$/;

const words: Readonly<Record<Backend, RegExp>> = { redis: /REDIS/, postgresql: /DB|DATABASE|POSTGRES|^PG|SQL|DATASOURCE/, mysql: /DB|DATABASE|MYSQL|MARIA|SQL|DATASOURCE/, sqlserver: /DB|DATABASE|SQL/ };

/** The name of the database in an address. */
const inAddress = new RegExp(`^(?:${addressOf.postgresql}|${addressOf.mysql})://[^/]+/([A-Za-z_]\\w*)`);

/** A word that is safe as a name of a database and in an address. */
function plainWord(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z_]\w{0,40}$/.test(text) ? text : undefined;
}

/** What the application calls its database, so that the one for development answers to the same. */
export function databaseOf({ settings }: Plan): Database {
  const named = (pattern: RegExp): AppSetting | undefined => settings.find(({ variable }) => pattern.test(variable));
  const address = settings.find(({ value }) => inAddress.test(value));
  const stem = address?.variable.replace(/_?(?:JDBC_?)?(?:URL|URI)$/, '');
  const beside = (part: keyof typeof partNames): AppSetting | undefined => (stem === undefined || stem === address?.variable ? undefined : settings.find(({ variable }) => variable.startsWith(stem) && partNames[part].test(variable.slice(stem.length))));
  const passwords = settings.filter(({ secret }) => secret);
  return {
    user: plainWord((beside('user') ?? named(databaseUser))?.value) ?? 'app',
    name: inAddress.exec(address?.value ?? '')?.[1] ?? plainWord(named(databaseName)?.value) ?? 'app',
    password: (beside('password') ?? passwords.find(({ variable }) => databasePassword.test(variable)))?.variable ?? 'DB_PASSWORD',
  };
}

/** What is known of a variable without a value, because it names a part of the database's address. */
export function partOfAddress(plan: Plan, variable: string): string | undefined {
  const which = plan.backends.find((each): each is DatabaseBackend => each !== 'redis');
  if (which === undefined) return undefined;
  const { user, name } = databaseOf(plan);
  return databaseHost.test(variable) ? which : databaseUser.test(variable) ? user : databaseName.test(variable) ? name : undefined;
}

/** The variable of the password that Redis is asked with. */
export function redisPassword({ settings, backends }: Plan): string | undefined {
  return backends.includes('redis') ? settings.find(({ variable, secret }) => secret && /REDIS\w*_?(?:PASSWORD|PASS|PASSWD|PWD|PW)$/.test(variable))?.variable : undefined;
}

/** A value that leads to the services of this file, which answer at their usual ports, instead of wherever it led before. */
export function reachable(value: string, variable: string, backends: readonly Backend[]): string {
  for (const which of backends) {
    const replaced = value.replace(new RegExp(String.raw`^(${addressOf[which]}:\/\/(?:[^@/\s]*@)?)[^/?;\s]+`), `$1${which}`);
    if (replaced !== value) return replaced;
    if (/(?:HOST|SERVER|ADDR(?:ESS)?)$/.test(variable) && words[which].test(variable) && /^[\w.-]+$/.test(value)) return which;
  }
  return value;
}

/** The same as .NET writes it; Redis has a short form of its own. */
function connectionString(plan: Plan, variable: string, which: DatabaseBackend): string {
  const { user, name, password } = databaseOf(plan);
  if (plan.backends.includes('redis') && /redis|cache/i.test(variable)) return 'redis:6379';
  if (which === 'postgresql') return `Host=postgresql;Database=${name};Username=${user};Password=\${${password}:?}`;
  return which === 'mysql' ? `Server=mysql;Database=${name};User ID=${user};Password=\${${password}:?}` : `Server=sqlserver;Database=${name};User ID=sa;Password=\${${password}:?};TrustServerCertificate=True`;
}

/** The address of a database for development, with its password for a variable that holds both. */
export function addressWithPassword(plan: Plan, variable: string): string | undefined {
  const which = plan.backends.find((each): each is DatabaseBackend => each !== 'redis');
  if (which === undefined) return undefined;
  if (/^ConnectionStrings__/i.test(variable)) return connectionString(plan, variable, which);
  if (which === 'sqlserver' || !/^(?:DATABASE|DB|POSTGRES(?:QL)?|MYSQL)_(?:URL|URI)$/.test(variable)) return undefined;
  const { user, name, password } = databaseOf(plan);
  const [scheme, port] = which === 'postgresql' ? ['postgresql', 5432] : ['mysql', 3306];
  // JDBC takes user and password beside the address.
  if (plan.jvm) return `jdbc:${scheme}://${which}:${port}/${name}`;
  return `${scheme}://${user}:\${${password}:?}@${which}:${port}/${name}`;
}
