import type { Backend } from '../kubernetes/backends.js';
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
const databaseName = /^(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB)_?(?:DB|NAME|DATABASE)$/;

const schemes: Readonly<Record<Backend, string>> = { redis: 'rediss?', postgresql: '(?:jdbc:|r2dbc:)?postgres(?:ql)?(?:\\+\\w+)?', mysql: '(?:jdbc:|r2dbc:)?(?:mysql|mariadb)(?:\\+\\w+)?' };
const words: Readonly<Record<Backend, RegExp>> = { redis: /REDIS/, postgresql: /DB|DATABASE|POSTGRES|^PG|SQL|DATASOURCE/, mysql: /DB|DATABASE|MYSQL|MARIA|SQL|DATASOURCE/ };

/** A word that is safe as a name of a database and in an address. */
function plainWord(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z_]\w{0,40}$/.test(text) ? text : undefined;
}

/** What the application calls its database, so that the one for development answers to the same. */
export function databaseOf({ settings }: Plan): Database {
  const named = (pattern: RegExp): AppSetting | undefined => settings.find(({ variable }) => pattern.test(variable));
  const inAddress = settings.map(({ value }) => /^(?:jdbc:|r2dbc:)?(?:postgres(?:ql)?|mysql|mariadb)[^/]*:\/\/[^/]+\/([A-Za-z_]\w*)/.exec(value)?.[1]).find((each) => each !== undefined);
  return {
    user: plainWord(named(databaseUser)?.value) ?? 'app',
    name: inAddress ?? plainWord(named(databaseName)?.value) ?? 'app',
    password: settings.find(({ variable, secret }) => secret && databasePassword.test(variable))?.variable ?? 'DB_PASSWORD',
  };
}

/** A value that leads to the services of this file, which answer at their usual ports, instead of wherever it led before. */
export function reachable(value: string, variable: string, backends: readonly Backend[]): string {
  for (const which of backends) {
    const replaced = value.replace(new RegExp(String.raw`^(${schemes[which]}:\/\/(?:[^@/\s]*@)?)[^/?\s]+`), `$1${which}`);
    if (replaced !== value) return replaced;
    if (/(?:HOST|SERVER|ADDR(?:ESS)?)$/.test(variable) && words[which].test(variable) && /^[\w.-]+$/.test(value)) return which;
  }
  return value;
}

/** The address of a database for development with its password, for a variable that holds both. */
export function addressWithPassword(plan: Plan, variable: string): string | undefined {
  if (!/^(?:DATABASE|DB|POSTGRES(?:QL)?|MYSQL)_(?:URL|URI)$/.test(variable)) return undefined;
  const which = plan.backends.find((each): each is DatabaseBackend => each !== 'redis');
  const { user, name, password } = databaseOf(plan);
  if (which === undefined) return undefined;
  const [scheme, port] = which === 'postgresql' ? ['postgresql', 5432] : ['mysql', 3306];
  return `${scheme}://${user}:\${${password}:?}@${which}:${port}/${name}`;
}
