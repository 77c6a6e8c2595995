import { basename } from '../../base/paths.js';
import type { Fact } from '../../contract/workspace.js';
import type {} from '../../facts/config-kinds.js';
import { environmentOf } from '../../syntax/appsettings.js';
import { keyOfSecret } from './secret-key.js';
import type { Named } from './settings.js';

/** Sections that say how the process itself works. */
const ofTheProcess = /^(?:Logging|Serilog|NLog|AllowedHosts|Urls|Kestrel|DetailedErrors|FeatureManagement|https_port)(?::|$)/i;
const outside = /(?:ur[il]|host|hostname|server|endpoint|authority|brokers?)s?$/i;
const address = /^(?:https?|amqps?|rediss?|mongodb(?:\+srv)?|wss?):\/\//i;
/** A database in a file of the program's own has no password and is nowhere else. */
const ownFile = /^\s*(?:Data ?Source|Filename)\s*=\s*[^;]*\.(?:db3?|sqlite3?|sdf)\b/i;

/** Settings of appsettings files that differ from place to place; variables with `__` between the sections go over them. */
export function dotnetSettings(facts: readonly Fact<'config.property'>[]): readonly Named[] {
  const read = facts.filter(({ file }) => /^appsettings\b.*\.json$/i.test(basename(file)));
  // Production reads the plain file and its own.
  const inOrder = [...read].sort((a, b) => Number(environmentOf(a.file) !== undefined) - Number(environmentOf(b.file) !== undefined));
  return inOrder.flatMap(({ file, value: { key, value } }): readonly Named[] => {
    if (ofTheProcess.test(key)) return [];
    const connection = /^ConnectionStrings:/i.test(key);
    const secret = connection ? !ownFile.test(value) : keyOfSecret(key) || value.includes('***');
    if (!secret && (connection || value === '' || !(outside.test(key) || address.test(value)))) return [];
    if (!connection && secret && /^(?:true|false|\d+)$/i.test(value)) return [];
    return [{ variable: key.replaceAll(':', '__'), value: secret ? undefined : value, from: basename(file), secret, ...(secret ? { otherwise: 'none' as const } : {}) }];
  });
}
