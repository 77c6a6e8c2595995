import type { Finding } from '../../../contract/finding.js';
import { keepsLineEndings, redisUrl } from '../../../syntax/python/edit.js';
import { djangoCacheEdits, flaskSettingEdits } from '../../../syntax/python/redis-edits.js';

function frameworkOf({ data }: Finding): string {
  return (data as { readonly python?: string } | null)?.python ?? '';
}

/** Caches of Django and Flask-Caching go to the Redis that `REDIS_URL` names. */
export const pythonRedisCache = keepsLineEndings({
  key: 'redis-cache-settings',
  title: { en: 'Keep the cache in Redis (REDIS_URL)', ko: '캐시를 Redis에 저장(REDIS_URL)' },
  safety: 'review',
  applies: (finding) => ['django', 'flask'].includes(frameworkOf(finding)) && finding.severity !== 'info',
  edits: (input) => (frameworkOf(input.finding) === 'django' ? djangoCacheEdits(input)
    : flaskSettingEdits(input, { key: 'CACHE_TYPE', value: 'RedisCache', name: 'CACHE_REDIS_URL', given: redisUrl, imports: [], requirements: [] })),
});
