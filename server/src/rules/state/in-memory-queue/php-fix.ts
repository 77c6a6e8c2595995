import { hasRedisClient, laravelDefault } from '../../../generators/laravel.js';

/** Laravel queues in Redis by default; offered where the application already has a client and a connection for it. A worker has to run beside. */
export const laravelQueue = laravelDefault({
  key: 'laravel-redis', setting: 'queue.default', value: 'redis', beside: 'queue.connections.redis.driver', applies: hasRedisClient,
  title: { en: 'Queue in Redis by default (Laravel; needs a worker)', ko: '기본 큐를 Redis로 변경(Laravel, 워커 필요)' },
});
