import { needsPackage } from '../../../facts/build/packages.js';
import { hasRedisClient, laravelDefault } from '../../../generators/laravel.js';

/** Laravel keeps sessions in Redis by default; offered where the application already has a client for it. */
export const laravelSession = laravelDefault({
  key: 'laravel-redis', setting: 'session.driver', value: 'redis',
  title: { en: 'Keep sessions in Redis by default (Laravel)', ko: '세션을 기본으로 Redis에 저장(Laravel)' },
  applies: (model, file) => needsPackage(model, file, 'laravel/framework') && hasRedisClient(model, file),
});
