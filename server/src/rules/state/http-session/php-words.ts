import type { Localized } from '../../../contract/words.js';

/** What is said of the sessions of PHP and its frameworks. */
export const phpMessages: Readonly<Record<string, Localized>> = {
  fileStore: {
    en: '{library} keeps sessions in the pod itself ({setting}: {value}): with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
    ko: '{library}이(가) 세션을 파드 안에 저장합니다({setting}: {value}). 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
  dependingFileStore: {
    en: 'Unless {setting} names a store that replicas share, {library} keeps sessions in the pod itself ({value}): users are logged out whenever a request reaches another replica, and a restart ends every session.',
    ko: '{setting}에 레플리카가 공유하는 저장소를 지정하지 않으면 {library}이(가) 세션을 파드 안에 저장합니다({value}). 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
  },
  phpSession: {
    en: 'PHP keeps sessions in files of this pod unless `session.save_handler` says otherwise: with two replicas the next request may begin without the session, and a restart ends every one.',
    ko: '`session.save_handler`를 따로 지정하지 않으면 PHP는 세션을 이 파드의 파일에 저장합니다. 레플리카가 둘이면 다음 요청에서 세션이 없을 수 있고, 재시작하면 모든 세션이 사라집니다.',
  },
  phpAttribute: {
    en: '"{attribute}" is kept in the PHP session, a file of this pod unless `session.save_handler` says otherwise: with two replicas the next request may not see it, and a restart loses it.',
    ko: '"{attribute}" 값이 PHP 세션에 저장됩니다. `session.save_handler`를 따로 지정하지 않으면 이 파드의 파일에 있으므로, 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고 재시작하면 사라집니다.',
  },
  phpDynamic: {
    en: 'Values are kept in the PHP session, a file of this pod unless `session.save_handler` says otherwise: with two replicas the next request may not see them, and a restart loses them.',
    ko: 'PHP 세션에 값을 저장합니다. `session.save_handler`를 따로 지정하지 않으면 이 파드의 파일에 있으므로, 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고 재시작하면 사라집니다.',
  },
  phpWrite: { en: 'written to the session here: {attribute}', ko: '여기에서 세션에 저장합니다: {attribute}' },
};
