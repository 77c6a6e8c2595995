import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  python: {
    en: '`{lock}` keeps out only what runs in this process: two replicas do {work} at the same time.',
    ko: '`{lock}`은(는) 이 프로세스 안에서만 동시 실행을 막습니다. 레플리카가 둘이면 {work} 작업이 동시에 실행됩니다.',
  },
};
