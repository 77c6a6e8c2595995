import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  python: {
    en: 'The {library} index lies on the disk of this pod: what one replica indexes the others do not find, and a new pod starts with no index.',
    ko: '{library} 색인이 이 파드의 디스크에 있습니다. 한 레플리카가 색인한 내용은 다른 레플리카에서 검색되지 않고, 새 파드는 색인 없이 시작합니다.',
  },
};
