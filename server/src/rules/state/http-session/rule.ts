import type { Rule } from '../../../contract/rule.js';
import { javaSession } from './java.js';

export const rule: Rule = {
  meta: {
    id: 'state/http-session',
    title: { en: 'User state in the in-process HTTP session', ko: '프로세스 메모리의 HTTP 세션에 저장된 사용자 상태' },
    severity: 'error',
    confidence: 'high',
    fix: 'none',
    tags: ['state', 'session'],
  },
  messages: {
    attribute: {
      en: '"{attribute}" is kept in the HTTP session of this process: with two replicas the next request may not see it, and a restart loses it.',
      ko: '"{attribute}" 값이 이 프로세스의 HTTP 세션에 저장됩니다. 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고, 재시작하면 사라집니다.',
    },
  },
  matchers: [javaSession],
  clearing: [
    { fact: 'session.external-store', effect: 'info', what: { en: 'an external session store that is configured', ko: '설정된 외부 세션 저장소' } },
  ],
};
