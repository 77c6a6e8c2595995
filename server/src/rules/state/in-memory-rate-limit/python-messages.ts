import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  python: {
    en: '{library} counts requests in the memory of this process: each further replica (and each worker) grants the whole limit again, and a restart forgets who was blocked.',
    ko: '{library}이(가) 요청 횟수를 이 프로세스의 메모리에서 셉니다. 레플리카나 워커가 늘어날 때마다 한도가 통째로 더 주어지고, 재시작하면 차단한 기록이 사라집니다.',
  },
  pythonUnless: {
    en: 'Depending on {setting}, {library} counts requests in the memory of this process: then each further replica grants the whole limit again.',
    ko: '{setting} 값에 따라 {library}이(가) 요청 횟수를 이 프로세스의 메모리에서 셉니다. 그러면 레플리카가 늘어날 때마다 한도가 통째로 더 주어집니다.',
  },
  pythonThrottle: {
    en: 'Throttles of Django REST framework count in the default cache, which lives in the memory of each process here: each further replica grants the whole limit again.',
    ko: 'Django REST framework의 스로틀은 기본 캐시에서 횟수를 세는데, 이 캐시가 프로세스마다 메모리에 있습니다. 레플리카가 늘어날 때마다 한도가 통째로 더 주어집니다.',
  },
};
