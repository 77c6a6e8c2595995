import { hasRedisClient, laravelDefault } from '../../../generators/laravel.js';

/** Laravel caches in Redis by default; offered where the application already has a client and a store for it. */
export const laravelCache = laravelDefault({
  key: 'laravel-redis', setting: 'cache.default', value: 'redis', beside: 'cache.stores.redis.driver', applies: hasRedisClient,
  title: { en: 'Cache in Redis by default (Laravel)', ko: '기본 캐시를 Redis로 변경(Laravel)' },
});
