import type { Rule } from '../../../contract/rule.js';
import { goFileLocks } from './go.js';
import { csharpFileLocks } from './csharp.js';
import { javaLocks } from './java.js';
import { kotlinLocks } from './kotlin.js';
import { pythonFileLocks } from './python.js';
import { nodeLocks } from './node.js';
import { phpLocks } from './php.js';
import { symfonyLocks } from './symfony.js';

export const rule: Rule = {
  meta: {
    id: 'storage/file-lock',
    title: { en: 'Mutual exclusion by a file', ko: '파일을 이용한 상호 배제' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['storage', 'file', 'lock'],
  },
  messages: {
    lock: {
      en: '`{call}` keeps out only processes that use the same disk: every replica locks a file of its own, so all of them do at once what only one should do.',
      ko: '`{call}`은(는) 같은 디스크를 쓰는 프로세스끼리만 막아 줍니다. 레플리카마다 자기 파일을 잠그므로, 하나만 해야 할 작업을 모든 레플리카가 동시에 하게 됩니다.',
    },
    lockUnless: {
      en: '`{call}` keeps out only processes that see the same `{place}`: unless that lies on a volume which all replicas share and whose server passes locks on, every replica locks a file of its own and all of them work at once.',
      ko: '`{call}`은(는) 같은 `{place}`을(를) 보는 프로세스끼리만 막아 줍니다. 이 경로가 모든 레플리카가 공유하고 서버가 잠금을 전달하는 볼륨에 있지 않으면, 레플리카마다 자기 파일을 잠그므로 작업이 동시에 실행됩니다.',
    },
    lockType: {
      en: '`{call}` makes this lock one between processes that see the same file: where its users name a file on the disk of one pod, the other replicas are not kept out.',
      ko: '`{call}`을(를) 쓰므로 이 잠금은 같은 파일을 보는 프로세스 사이에서만 통합니다. 사용하는 쪽에서 파드 하나의 디스크에 있는 파일을 지정하면 다른 레플리카는 막지 못합니다.',
    },
    file: {
      en: 'The file {file} keeps out only processes that use the same disk: on another replica it does not exist, and one left behind by a killed pod blocks the work for good where the disk survives.',
      ko: '{file} 파일은 같은 디스크를 쓰는 프로세스끼리만 막아 줍니다. 다른 레플리카에는 이 파일이 없고, 디스크가 유지되는 곳에서는 강제 종료된 파드가 남긴 파일 때문에 작업이 계속 막힙니다.',
    },
  },
  project: [goFileLocks, symfonyLocks],
  matchers: [csharpFileLocks, phpLocks, nodeLocks, javaLocks, kotlinLocks, pythonFileLocks],
};
