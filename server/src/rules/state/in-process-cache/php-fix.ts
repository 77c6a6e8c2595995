import type { Fix } from '../../../contract/rule.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { replaceLiteral } from '../../../syntax/php/edit.js';

/** Laravel caches in Redis by default; offered where the application already has a client and a store for it. */
export const laravelCache: Fix = {
  key: 'laravel-redis',
  title: { en: 'Cache in Redis by default (Laravel)', ko: '기본 캐시를 Redis로 변경(Laravel)' },
  safety: 'review',
  applies: (finding, model) => (finding.data as { readonly php?: string } | null)?.php === 'cache.default' && needsPackage(model, finding.file, 'predis/predis', 'ext-redis')
    && model.facts('php.setting').some(({ file, value }) => file === finding.file && value.key === 'cache.stores.redis.driver'),
  edits: (input) => replaceLiteral(input, 'redis'),
};
