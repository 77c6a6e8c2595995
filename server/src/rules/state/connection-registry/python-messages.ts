import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonLayer: {
    en: 'The in-memory channel layer delivers only within this process: with two replicas a message to a group does not reach consumers of the other one.',
    ko: '메모리 채널 레이어는 이 프로세스 안에서만 메시지를 전달합니다. 레플리카가 둘이면 그룹으로 보낸 메시지가 다른 레플리카의 컨슈머에 전달되지 않습니다.',
  },
  pythonLayerUnless: {
    en: 'Depending on {setting}, the in-memory channel layer delivers only within this process: then a message to a group does not reach consumers of another replica.',
    ko: '{setting} 값에 따라 메시지를 이 프로세스 안에서만 전달하는 메모리 채널 레이어가 사용됩니다. 그러면 그룹으로 보낸 메시지가 다른 레플리카의 컨슈머에 전달되지 않습니다.',
  },
  pythonServer: {
    en: '{library} keeps its clients and rooms in this process as long as `{option}` is not given: with two replicas a broadcast does not reach clients of the other one.',
    ko: '`{option}` 값을 지정하지 않으면 {library}이(가) 클라이언트와 룸 정보를 이 프로세스에만 둡니다. 레플리카가 둘이면 브로드캐스트가 다른 레플리카의 클라이언트에 전달되지 않습니다.',
  },
  pythonServerUnless: {
    en: 'Unless {setting} is set, {library} keeps its clients and rooms in this process: then a broadcast does not reach clients of another replica.',
    ko: '{setting} 값을 지정하지 않으면 {library}이(가) 클라이언트와 룸 정보를 이 프로세스에만 둡니다. 그러면 브로드캐스트가 다른 레플리카의 클라이언트에 전달되지 않습니다.',
  },
};
