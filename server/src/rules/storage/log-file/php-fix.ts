import { laravelDefault } from '../../../generators/laravel.js';

/** Laravel's own channel for standard error, where the configuration still has it. */
export const laravelStderr = laravelDefault({
  key: 'laravel-stderr', setting: 'logging.default', value: 'stderr', beside: 'logging.channels.stderr.driver',
  title: { en: 'Log to standard error by default (Laravel)', ko: '기본 로그를 표준 오류로 출력(Laravel)' },
});
