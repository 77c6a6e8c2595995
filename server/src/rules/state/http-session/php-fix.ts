import type { Fix } from '../../../contract/rule.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { replaceLiteral } from '../../../syntax/php/edit.js';

/** Laravel keeps sessions in Redis by default; offered where the application already has a client for it. */
export const laravelSession: Fix = {
  key: 'laravel-redis',
  title: { en: 'Keep sessions in Redis by default (Laravel)', ko: '세션을 기본으로 Redis에 저장(Laravel)' },
  safety: 'review',
  applies: (finding, model) => (finding.data as { readonly php?: string } | null)?.php === 'session.driver' && needsPackage(model, finding.file, 'laravel/framework') && needsPackage(model, finding.file, 'predis/predis', 'ext-redis'),
  edits: (input) => replaceLiteral(input, 'redis'),
};
