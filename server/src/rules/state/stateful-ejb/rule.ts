import type { Rule } from '../../../contract/rule.js';
import { javaStateful } from './java.js';
import { kotlinStateful } from './kotlin.js';
import { xmlStateful } from './xml.js';

export const rule: Rule = {
  meta: {
    id: 'state/stateful-ejb',
    title: { en: 'Stateful session bean', ko: '상태 저장 세션 빈(Stateful EJB)' },
    severity: 'error',
    confidence: 'high',
    fix: 'none',
    tags: ['state', 'ejb'],
  },
  messages: {
    state: {
      en: 'The stateful bean {bean} keeps the conversation of one client in the memory of one server: a call that reaches another replica does not find it, and a restart loses it.',
      ko: '상태 저장 빈 {bean}이(가) 클라이언트의 대화 상태를 서버 하나의 메모리에 보관합니다. 호출이 다른 레플리카로 가면 상태를 찾지 못하고, 재시작하면 사라집니다.',
    },
    bound: {
      en: 'The bean {bean} is stateful although it keeps nothing: each reference still leads to one instance on one server and fails when that pod goes.',
      ko: '{bean} 빈은 보관하는 상태가 없는데도 상태 저장 빈으로 선언되어 있습니다. 참조가 서버 하나의 인스턴스에 묶여 있어 그 파드가 종료되면 호출이 실패합니다.',
    },
  },
  matchers: [javaStateful, kotlinStateful, xmlStateful],
};
