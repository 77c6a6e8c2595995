import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonStorage: {
    en: 'Depending on {setting}, uploaded files stay in `{name}` ({where}) on the disk of one pod: then other replicas cannot find them and a restart loses them.',
    ko: '{setting} 값에 따라 업로드한 파일이 파드 하나의 디스크(`{name}`: {where})에 남습니다. 그러면 다른 레플리카는 파일을 찾지 못하고, 재시작하면 사라집니다.',
  },
};
