import type { Localized } from '../../../contract/words.js';

/** What the rule says of Laravel's scheduler. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  laravel: {
    en: "Every replica that runs Laravel's scheduler (`schedule:run` or `schedule:work`) runs {job}: with two of them the work is done twice, unless `onOneServer()` and a cache that replicas share let one do it.",
    ko: 'Laravel 스케줄러(`schedule:run` 또는 `schedule:work`)를 실행하는 모든 레플리카가 {job}을(를) 실행합니다. `onOneServer()`와 레플리카가 공유하는 캐시를 쓰지 않으면 레플리카가 둘일 때 두 번 실행됩니다.',
  },
  laravelAlso: { en: 'scheduled without `onOneServer()` as well: {job}', ko: '이 작업도 `onOneServer()` 없이 예약합니다: {job}' },
};
