import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import { dirname } from '../../../base/paths.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { addDependencies, dependenciesOf } from '../../../syntax/json/edit.js';
import type { RedisPlan } from './node-plan.js';

/** Both run on Node 18 and newer, and the second is the client that the first asks for. */
const wanted = { 'connect-redis': '^9.0.0', redis: '^5.9.0' } as const;
/** The newest store for the previous generation of the client. */
const storeForClient4 = '^8.1.0';

function planOf(data: Json): RedisPlan | undefined {
  if (typeof data !== 'object' || data === null || !('redis' in data)) return undefined;
  return (data.redis ?? undefined) as RedisPlan | undefined;
}

/** The `package.json` that the file's code is run with. */
function manifestOf(input: FixInput): { readonly path: string; readonly text: string } | undefined {
  for (let dir = dirname(input.finding.file); ; dir = dirname(dir)) {
    const path = dir === '' ? 'package.json' : `${dir}/package.json`;
    const text = input.text(path);
    if (text !== undefined) return { path, text };
    if (dir === '') return undefined;
  }
}

function major(range: string | undefined): number | undefined {
  const digits = /\d+/.exec(range ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Dependencies to add beside those the application has; `undefined` when it has versions with another interface. */
function dependencies(text: string): Readonly<Record<string, string>> | undefined {
  const known = dependenciesOf(text);
  const client = major(known.get('redis'));
  const store = major(known.get('connect-redis'));
  if ((client !== undefined && client < 4) || (store !== undefined && store < 8)) return undefined;
  if (store !== undefined && client === undefined) return { ...wanted };
  return { ...wanted, 'connect-redis': client === 4 ? storeForClient4 : wanted['connect-redis'] };
}

/** Keeps the sessions of express-session in Redis: imports, client, `store` option and dependencies. */
export const redisStore: Fix = {
  key: 'redis-store',
  title: { en: 'Keep sessions in Redis (connect-redis)', ko: '세션을 Redis에 저장(connect-redis)' },
  safety: 'review',
  applies: (finding) => planOf(finding.data) !== undefined,
  edits(input) {
    const { finding } = input;
    const plan = planOf(finding.data);
    const now = input.text(finding.file);
    if (!plan || now === undefined || hash(now) !== plan.hash) return undefined;
    const source = plan.edits.map(({ start, end, text }): Edit => ({ do: 'replace', file: finding.file, span: { start, end }, text }));
    const manifest = manifestOf(input);
    if (!manifest) return source;
    const added = dependencies(manifest.text);
    const edits = added && addDependencies(manifest.path, manifest.text, added);
    return edits && [...source, ...edits];
  },
};
