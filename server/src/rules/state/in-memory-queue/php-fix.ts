import type { Fix } from '../../../contract/rule.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { replaceLiteral } from '../../../syntax/php/edit.js';

/** Laravel queues in Redis by default; offered where the application already has a client and a connection for it. A worker has to run beside. */
export const laravelQueue: Fix = {
  key: 'laravel-redis',
  title: { en: 'Queue in Redis by default (Laravel; needs a worker)', ko: '기본 큐를 Redis로 변경(Laravel, 워커 필요)' },
  safety: 'review',
  applies: (finding, model) => (finding.data as { readonly php?: string } | null)?.php === 'queue.default' && needsPackage(model, finding.file, 'predis/predis', 'ext-redis')
    && model.facts('php.setting').some(({ file, value }) => file === finding.file && value.key === 'queue.connections.redis.driver'),
  edits: (input) => replaceLiteral(input, 'redis'),
};
