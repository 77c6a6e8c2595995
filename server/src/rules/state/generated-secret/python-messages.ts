import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonFallback: {
    en: 'Unless {setting} is set, each process makes its own key at start: what one replica signed is refused by the other one, and a restart invalidates all of it.',
    ko: '{setting} 값을 지정하지 않으면 프로세스가 시작할 때마다 키를 새로 생성합니다. 한 레플리카가 서명한 것을 다른 레플리카가 거부하고, 재시작하면 모두 무효가 됩니다.',
  },
  pythonFileUnless: {
    en: 'Unless {setting} is set, the key is made at the first start and kept in a local file: each replica makes its own, and a pod without the file refuses what was signed before.',
    ko: '{setting} 값을 지정하지 않으면 처음 시작할 때 키를 생성해 로컬 파일에 저장합니다. 레플리카마다 키가 달라지고, 그 파일이 없는 파드는 이전에 서명한 것을 거부합니다.',
  },
};
