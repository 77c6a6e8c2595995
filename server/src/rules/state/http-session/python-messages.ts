import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonFiles: {
    en: '{library} keeps sessions in files on the disk of this pod (`{setting}`): with two replicas users are logged out whenever a request reaches the other one, and a replaced pod ends every session.',
    ko: '{library}이(가) 세션을 이 파드의 디스크에 파일로 저장합니다(`{setting}`). 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 파드가 교체되면 모든 세션이 사라집니다.',
  },
  pythonFilesUnless: {
    en: 'Depending on {setting}, {library} keeps sessions in files on the disk of this pod: then two replicas do not share logins, and a replaced pod ends every session.',
    ko: '{setting} 값에 따라 {library}이(가) 세션을 이 파드의 디스크에 파일로 저장할 수 있습니다. 그러면 레플리카끼리 로그인 상태를 공유하지 못하고, 파드가 교체되면 모든 세션이 사라집니다.',
  },
  pythonCached: {
    en: '{library} reads sessions through a cache of its own in each process (`{setting}`): what one replica changes in a session, the other does not see until the entry expires.',
    ko: '{library}이(가) 프로세스마다 따로 있는 캐시를 거쳐 세션을 읽습니다(`{setting}`). 한 레플리카가 세션을 바꿔도 다른 레플리카는 캐시 항목이 만료될 때까지 예전 값을 사용합니다.',
  },
};
