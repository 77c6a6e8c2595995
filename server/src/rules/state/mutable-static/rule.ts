import type { Rule } from '../../../contract/rule.js';
import { standsBesideServer, standsInBrowserPackage } from '../../../facts/node/application.js';
import { madeForEachUse } from '../../../facts/java/spring-beans.js';
import { csharpState } from './csharp.js';
import { javaSettings } from './java-settings.js';
import { javaState } from './java.js';
import { kotlinState } from './kotlin.js';
import { nodeState } from './node.js';
import { pythonState } from './python.js';
import { redisMap } from './redis-fix.js';
import { goState } from './go.js';
import { phpStatics } from './php.js';

export const rule: Rule = {
  meta: {
    id: 'state/mutable-static',
    title: { en: 'Shared data in variables of the process', ko: '프로세스 변수에 저장된 공유 데이터' },
    severity: 'error',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['state', 'memory'],
  },
  messages: {
    shared: {
      en: '"{field}" in {type} changes while requests are served: with two replicas each keeps its own copy and answers differ, and a restart loses it.',
      ko: '{type}의 "{field}" 값이 요청을 처리하는 동안 바뀝니다. 레플리카가 둘이면 저마다 다른 값을 갖게 되어 응답이 달라지고, 재시작하면 사라집니다.',
    },
    single: {
      en: '"{field}" in {type} is kept by the one such object of each process: unless only this process asks for what it entered, another replica does not find it, and a restart loses it.',
      ko: '프로세스마다 하나뿐인 {type} 객체가 "{field}"에 데이터를 보관합니다. 데이터를 넣은 프로세스만 조회하는 경우가 아니라면 다른 레플리카는 찾지 못하고, 재시작하면 사라집니다.',
    },
    tally: {
      en: '"{field}" in {type} counts per key in the memory of this process: with two replicas each sees only its own share, so a limit on the counts multiplies and a figure falls short, and a restart begins again.',
      ko: '{type}의 "{field}" 필드가 키별 횟수를 프로세스 메모리에 기록합니다. 레플리카가 둘이면 저마다 일부만 세게 되어 이 횟수에 건 한도는 그만큼 늘어나고 통계는 실제보다 적게 나오며, 재시작하면 처음부터 다시 셉니다.',
    },
    cache: {
      en: '"{field}" in {type} keeps data that was loaded from elsewhere: a change made through another replica stays invisible here until this process reloads it.',
      ko: '{type}의 "{field}" 필드가 외부에서 읽어 온 데이터를 메모리에 보관합니다. 다른 레플리카에서 데이터를 바꿔도 이 프로세스가 다시 읽기 전까지는 반영되지 않습니다.',
    },
    caches: {
      en: '"{field}" and other fields of {type} ({count} in all) keep data that was loaded from elsewhere: a change made through another replica stays invisible here until this process reloads it.',
      ko: '{type}의 "{field}" 등 필드 {count}개가 외부에서 읽어 온 데이터를 메모리에 보관합니다. 다른 레플리카에서 데이터를 바꿔도 이 프로세스가 다시 읽기 전까지는 반영되지 않습니다.',
    },
    several: {
      en: '"{field}" and other fields of {type} ({count} in all) change while requests are served: with two replicas each keeps its own copy and answers differ, and a restart loses it.',
      ko: '{type}의 "{field}" 등 필드 {count}개의 값이 요청을 처리하는 동안 바뀝니다. 레플리카가 둘이면 저마다 다른 값을 갖게 되어 응답이 달라지고, 재시작하면 사라집니다.',
    },
    setting: {
      en: '"{field}" in {type} can be changed at run time, but only in the replica that handles the change; a restart brings the old value back.',
      ko: '{type}의 "{field}" 설정을 실행 중에 바꿀 수 있지만, 변경 요청을 처리한 레플리카에만 적용되며 재시작하면 이전 값으로 돌아갑니다.',
    },
    settings: {
      en: '"{field}" and other settings in {type} ({count} in all) can be changed at run time, but only in the replica that handles the change; a restart brings the old values back.',
      ko: '{type}의 "{field}" 등 설정 {count}개를 실행 중에 바꿀 수 있지만, 변경 요청을 처리한 레플리카에만 적용되며 재시작하면 이전 값으로 돌아갑니다.',
    },
    entries: {
      en: '"{name}" gathers data in the memory of this process while it serves: with two replicas each holds different entries, and a restart empties it.',
      ko: '서비스 중에 쌓이는 데이터를 "{name}"에 담아 이 프로세스의 메모리에만 둡니다. 레플리카가 둘이면 내용이 서로 다르고, 재시작하면 비워집니다.',
    },
    cached: {
      en: '"{name}" caches data in the memory of this process: what another replica changes does not reach this copy.',
      ko: '"{name}"이(가) 데이터를 이 프로세스의 메모리에 캐시합니다. 다른 레플리카에서 변경한 내용은 이 사본에 반영되지 않습니다.',
    },
    chosen: {
      en: 'When `{setting}` selects it, "{name}" in {type} holds its data in the memory of this process alone: with two replicas each holds different entries, and a restart empties it.',
      ko: '`{setting}` 값에 따라 이 구현을 쓰게 되면 {type}의 "{name}"이(가) 데이터를 이 프로세스의 메모리에만 둡니다. 레플리카가 둘이면 내용이 서로 다르고, 재시작하면 비워집니다.',
    },
    unless: {
      en: 'Unless `{setting}` is set, "{name}" in {type} holds its data in the memory of this process alone: with two replicas each holds different entries, and a restart empties it.',
      ko: '`{setting}` 값을 지정하지 않으면 {type}의 "{name}"이(가) 데이터를 이 프로세스의 메모리에만 둡니다. 레플리카가 둘이면 내용이 서로 다르고, 재시작하면 비워집니다.',
    },
    progress: {
      en: '"{name}" keeps how far work has come in the memory of this process: a request that reaches another replica sees none of it, and a restart forgets it.',
      ko: '"{name}"에 작업 진행 상태를 이 프로세스의 메모리에만 기록합니다. 다른 레플리카가 받은 요청에서는 진행 상태를 볼 수 없고, 재시작하면 사라집니다.',
    },
    value: {
      en: 'Requests change "{name}", which lives in this process alone: with two replicas the next request may see another value, and a restart resets it.',
      ko: '요청이 바꾸는 "{name}" 값이 이 프로세스에만 있습니다. 레플리카가 둘이면 다음 요청에서 다른 값을 볼 수 있고, 재시작하면 초기화됩니다.',
    },
    openField: {
      en: 'Other files fill "{name}" of the one {owner} object, which lives in this process alone: each replica has its own, and a restart empties it.',
      ko: '하나뿐인 {owner} 객체의 "{name}"을(를) 다른 파일에서 채우며, 그 내용은 이 프로세스에만 있습니다. 레플리카마다 내용이 다르고, 재시작하면 비워집니다.',
    },
    other: { en: 'this field as well', ko: '이 필드도 마찬가지입니다' },
    write: { en: 'changed here', ko: '여기에서 값을 변경합니다' },
    made: { en: 'made here', ko: '여기에서 만듭니다' },
  },
  matchers: [javaState, nodeState, kotlinState, pythonState],
  project: [phpStatics, goState, csharpState, javaSettings],
  clearing: [
    { fact: 'build.module', effect: 'silence', when: standsInBrowserPackage, what: { en: 'a package made for browsers', ko: '브라우저용 패키지' } },
    { fact: 'node.listen', effect: 'silence', when: standsBesideServer, what: { en: 'a client beside the folder of the server', ko: '서버 폴더와 나란히 있는 클라이언트 코드' } },
    madeForEachUse,
  ],
  fixes: [redisMap],
};
