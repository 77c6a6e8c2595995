import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonBeat: {
    en: '`celery worker -B` starts beat, the clock, in every replica of the worker: with two replicas each scheduled task is sent twice.',
    ko: '`celery worker -B`는 워커 레플리카마다 스케줄러(beat)를 함께 시작합니다. 레플리카가 둘이면 예약 작업이 두 번씩 등록됩니다.',
  },
};
