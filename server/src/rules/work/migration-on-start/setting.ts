import type { Found } from '../../../contract/rule.js';
import type { Args } from '../../../contract/words.js';
import { wholePlaceholder, withFallbacks } from '../../../syntax/placeholders.js';

/** Settings that let the application change the schema when it starts, and the values with which they do. */
const settings: readonly (readonly [key: RegExp, value: RegExp, kind: 'update' | 'create' | 'scripts'])[] = [
  [/(?:^|\.)(?:hibernate\.ddl-?auto|hbm2ddl\.auto|ddl-?auto)$/i, /^update$/i, 'update'],
  [/(?:^|\.)(?:hibernate\.ddl-?auto|hbm2ddl\.auto|ddl-?auto)$/i, /^(?:create|create-drop|create-only|drop-and-create)$/i, 'create'],
  [/(?:^|\.)hibernate-orm(?:\."?\w+"?)?\.(?:database\.generation|schema-management\.strategy)$/i, /^update$/i, 'update'],
  [/(?:^|\.)hibernate-orm(?:\."?\w+"?)?\.(?:database\.generation|schema-management\.strategy)$/i, /^(?:create|drop-and-create)$/i, 'create'],
  [/(?:^|\.)eclipselink\.ddl-generation$/i, /^create-(?:or-extend-)?tables$/i, 'update'],
  [/(?:^|\.)eclipselink\.ddl-generation$/i, /^drop-and-create-tables$/i, 'create'],
  [/(?:^|\.)(?:javax|jakarta)\.persistence\.schema-generation\.database\.action$/i, /^(?:update|create)$/i, 'update'],
  [/(?:^|\.)(?:javax|jakarta)\.persistence\.schema-generation\.database\.action$/i, /^drop-and-create$/i, 'create'],
  [/(?:^|\.)openjpa\.jdbc\.SynchronizeMappings$/i, /^buildSchema\b/, 'update'],
  [/^spring\.jpa\.generate-?ddl$/i, /^true$/i, 'update'],
  [/^spring\.(?:sql\.init\.mode|datasource\.initialization-?mode)$/i, /^always$/i, 'scripts'],
];

/** All findings about a schema have one cause: the application owns it. */
export const schemaCause = 'schema';

type Change = 'update' | 'create' | 'scripts';

/** What a setting lets a starting replica do; `undefined` when it changes no schema. */
export function changeOf(key: string, written: string): Change | undefined {
  const value = withFallbacks(written.trim());
  return settings.find(([name, values]) => name.test(key) && values.test(value))?.[2];
}

/** How a change is told: which message, and what stands in it. */
export function schemaWords(key: string, written: string, kind: Change): Pick<Found, 'say' | 'confidence' | 'data'> & { readonly args: Args } {
  const placeholder = wholePlaceholder(written);
  return { say: placeholder ? `${kind}Unless` : kind, confidence: 'high', args: { setting: `${key}=${withFallbacks(written.trim())}`, variable: placeholder?.name ?? '' }, data: { key } };
}
