import { majorOf, plannedFix, redisIsCurrent } from '../../../generators/planned-source.js';

/** Both run on Node 18 and newer, and the second is the client that the first asks for. */
const wanted = { 'connect-redis': '^9.0.0', redis: '^5.9.0' } as const;
/** The newest store for the previous generation of the client. */
const storeForClient4 = '^8.1.0';

/** Dependencies to add beside those the application has; `undefined` when it has versions with another interface. */
function dependencies(known: ReadonlyMap<string, string>): Readonly<Record<string, string>> | undefined {
  const store = majorOf(known.get('connect-redis'));
  if (!redisIsCurrent(known) || (store !== undefined && store < 8)) return undefined;
  if (store !== undefined && !known.has('redis')) return { ...wanted };
  return { ...wanted, 'connect-redis': majorOf(known.get('redis')) === 4 ? storeForClient4 : wanted['connect-redis'] };
}

/** Keeps the sessions of express-session in Redis: imports, client, `store` option and dependencies. */
export const redisStore = plannedFix({
  key: 'redis-store', data: 'redis', dependencies,
  title: { en: 'Keep sessions in Redis (connect-redis)', ko: '세션을 Redis에 저장(connect-redis)' },
});
