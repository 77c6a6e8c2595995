import { hostKind, type Endpoint } from './endpoint.js';

const pairs = /(?:^|;)\s*([A-Za-z][\w ]*?)\s*=\s*("[^"]*"|'[^']*'|[^;]*)/g;

/** Parts of a connection string of ADO.NET by their names in lower case, spaces removed; empty for any other text. */
export function connectionParts(value: string): ReadonlyMap<string, string> {
  if (!/^\s*[A-Za-z][\w ]*=/.test(value) || !value.includes(';') && !/^\s*(?:data ?source|server|filename)\s*=/i.test(value)) return new Map();
  return new Map([...value.matchAll(pairs)].map((match) => [(match[1] ?? '').toLowerCase().replace(/\s+/g, ''), (match[2] ?? '').trim()]));
}

const serverKeys = ['datasource', 'server', 'host', 'address', 'addr', 'networkaddress', 'hostname'];

/** Files in which embedded databases of .NET keep their data. */
const databaseFile = /\.(?:db3?|sqlite3?|s3db|sdf|mdf|litedb)$|^:memory:$/i;

/** The embedded database that a connection string opens: by its file, or the one of a Windows user. */
export function embeddedEngine(value: string): 'SQLite' | 'SQL Server Compact' | 'LiteDB' | 'LocalDB' | undefined {
  const parts = connectionParts(value);
  const source = parts.get('datasource') ?? parts.get('server') ?? parts.get('filename') ?? '';
  if (/^\(localdb\)|^\.\\SQLEXPRESS$/i.test(source) && (/localdb/i.test(source) || parts.has('attachdbfilename')) || (parts.has('attachdbfilename'))) return 'LocalDB';
  if (!databaseFile.test(source)) return undefined;
  return /\.sdf$/i.test(source) ? 'SQL Server Compact' : /\.litedb$/i.test(source) ? 'LiteDB' : 'SQLite';
}

/** The database server that a connection string names; `undefined` when it names none, or one to be filled in. */
export function connectionEndpoint(value: string): Endpoint | undefined {
  const parts = connectionParts(value);
  const key = serverKeys.find((each) => parts.has(each));
  const written = key === undefined ? '' : (parts.get(key) ?? '');
  if (written === '' || embeddedEngine(value) !== undefined || /[{}$#%<>[\]]|^\|/.test(written)) return undefined;
  const bare = /^(?:tcp:|np:|lpc:|admin:)?([^,\\:]+)/i.exec(written)?.[1]?.trim() ?? '';
  const local = /^(?:\.|\(local\))$/.test(bare);
  const kind = local ? 'loopback' : hostKind(bare);
  const start = value.indexOf(written);
  return kind && { host: local ? '(local)' : bare.toLowerCase(), kind, scheme: 'sqlserver', port: /[,:]\d+/.test(written) ? 'fixed' : 'none', start, end: start + bare.length };
}
