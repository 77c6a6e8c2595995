import { keepsLineEndings, redisUrl } from '../../../syntax/python/edit.js';
import { argumentEdits } from '../../../syntax/python/redis-edits.js';

/** Limits of slowapi and Flask-Limiter are counted in the Redis that `REDIS_URL` names. */
export const pythonLimitStore = keepsLineEndings({
  key: 'redis-limit-storage',
  title: { en: 'Count in Redis (REDIS_URL)', ko: 'Redis에서 횟수 세기(REDIS_URL)' },
  safety: 'review',
  applies: ({ file, data }) => file.endsWith('.py') && ['slowapi', 'Flask-Limiter'].includes((data as { readonly library?: string } | null)?.library ?? ''),
  edits: (input) => argumentEdits(input, 'storage_uri', redisUrl),
});
