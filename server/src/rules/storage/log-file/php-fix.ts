import type { Fix } from '../../../contract/rule.js';
import type {} from '../../../facts/php/settings.js';
import { replaceLiteral } from '../../../syntax/php/edit.js';

/** Laravel's own channel for standard error, where the configuration still has it. */
export const laravelStderr: Fix = {
  key: 'laravel-stderr',
  title: { en: 'Log to standard error by default (Laravel)', ko: '기본 로그를 표준 오류로 출력(Laravel)' },
  safety: 'review',
  applies: (finding, model) => (finding.data as { readonly php?: string } | null)?.php === 'logging.default' && model.facts('php.setting').some(({ file, value }) => file === finding.file && value.key === 'logging.channels.stderr.driver'),
  edits: (input) => replaceLiteral(input, 'stderr'),
};
