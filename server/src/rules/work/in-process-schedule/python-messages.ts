import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonBeat: {
    en: '`celery worker -B` starts beat, the clock, in every replica of the worker: with two replicas each scheduled task is sent twice.',
    ko: '`celery worker -B`는 워커 레플리카마다 스케줄러(beat)를 함께 시작합니다. 레플리카가 둘이면 예약 작업이 두 번씩 등록됩니다.',
  },
  uwsgiCron: {
    en: 'uWSGI runs `{command}` by a clock of its own in every replica: with two replicas it runs twice at the same time.',
    ko: 'uWSGI의 cron이 레플리카마다 `{command}`을(를) 실행합니다. 레플리카가 둘이면 같은 시각에 두 번 실행됩니다.',
  },
};
