import type { Rule } from '../../../contract/rule.js';
import { csharpQueue } from './csharp.js';
import { handedOver } from './handed-over.js';
import { goQueues } from './go.js';
import { javaQueue } from './java.js';
import { kotlinQueue } from './kotlin.js';
import { pythonQueues } from './python.js';
import { laravelQueueDefaults, phpMessages, phpQueue, symfonyQueue } from './php.js';
import { laravelQueue } from './php-fix.js';
import { nodeQueueClasses } from './node-class.js';
import { nodeQueues } from './node.js';

export const rule: Rule = {
  meta: {
    id: 'state/in-memory-queue',
    title: { en: 'Accepted work that waits in memory', ko: '메모리에서 대기하는 접수된 작업' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['state', 'memory', 'queue'],
  },
  messages: {
    later: {
      en: '{call} leaves {work} for after the answer: a restart loses it although the client was told that it was accepted.',
      ko: '{call}이(가) {work} 작업을 응답한 뒤로 미룹니다. 클라이언트에는 접수했다고 응답했지만 재시작하면 이 작업이 사라집니다.',
    },
    queue: {
      en: '"{field}" in {type} holds accepted work in the memory of this process: a restart loses what waits, and another replica cannot take it over.',
      ko: '{type}의 "{field}"이(가) 접수된 작업을 이 프로세스의 메모리에 보관합니다. 재시작하면 대기 중인 작업이 사라지고, 다른 레플리카가 이어받을 수 없습니다.',
    },
    listener: {
      en: '"{method}" handles events on a thread of this process (places: {count}): a restart loses those that are not finished; "{setting}" decides whether a shutdown waits.',
      ko: '"{method}"이(가) 이벤트를 이 프로세스의 별도 스레드에서 처리합니다({count}곳). 재시작하면 처리를 마치지 못한 이벤트가 사라집니다. 종료할 때 기다릴지는 "{setting}" 설정으로 결정됩니다.',
    },
    request: {
      en: '"{method}" answers its request and leaves the work to a thread of this process (places: {count}): a restart loses what is not finished, although the client was told that it was accepted.',
      ko: '"{method}"이(가) 요청에 먼저 응답하고 작업은 이 프로세스의 스레드에 맡깁니다({count}곳). 클라이언트에는 접수했다고 응답했지만 재시작하면 끝나지 않은 작업이 사라집니다.',
    },
    async: {
      en: '"{method}" works on a thread of this process after its caller went on (places: {count}): a restart loses what is not finished; "{setting}" decides whether a shutdown waits.',
      ko: '"{method}"이(가) 호출자와 별개로 이 프로세스의 스레드에서 실행됩니다({count}곳). 재시작하면 끝나지 않은 작업이 사라집니다. 종료할 때 기다릴지는 "{setting}" 설정으로 결정됩니다.',
    },
    buffered: {
      en: '"{field}" gathers entries in the memory of this process until {job} writes them down: a restart in between loses them.',
      ko: '"{field}"이(가) {job}에서 기록하기 전까지 항목을 이 프로세스의 메모리에 모아 둡니다. 그 사이에 재시작하면 모아 둔 항목이 사라집니다.',
    },
    results: {
      en: '{call} keeps jobs and their results in the memory of this process: a client that asks another replica for its result gets none, and a restart loses all of them.',
      ko: '{call}이(가) 작업과 그 결과를 이 프로세스의 메모리에 보관합니다. 클라이언트가 다른 레플리카에 결과를 물으면 찾을 수 없고, 재시작하면 모두 사라집니다.',
    },
    put: { en: 'work is accepted here', ko: '여기에서 작업을 접수합니다' },
    taken: { en: 'the worker takes it here', ko: '여기에서 작업을 꺼냅니다' },
    other: { en: 'here as well', ko: '여기도 마찬가지입니다' },
    ...phpMessages,
  },
  matchers: [nodeQueues, nodeQueueClasses, javaQueue, kotlinQueue, pythonQueues],
  project: [goQueues, phpQueue, ...laravelQueueDefaults, symfonyQueue, csharpQueue, handedOver],
  fixes: [laravelQueue],
};
