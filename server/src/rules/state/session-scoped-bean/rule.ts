import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { storeHolds } from '../../../facts/session/store.js';
import { redissonManager } from '../../../generators/session/redisson.js';
import { springSession } from '../../../generators/session/spring-session.js';
import { javaBean, javaPages } from './java.js';
import { kotlinBean, kotlinPages } from './kotlin.js';
import { xmlBean } from './xml.js';

function holds(fact: Fact, _finding: Finding, model: Model): boolean {
  return fact.kind === 'session.external-store' && storeHolds(fact as Fact<'session.external-store'>, model);
}

export const rule: Rule = {
  meta: {
    id: 'state/session-scoped-bean',
    title: { en: 'Bean that lives in the HTTP session', ko: 'HTTP 세션에 보관되는 빈' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session'],
  },
  messages: {
    bean: {
      en: '{bean} lives in the HTTP session of this process: with two replicas the next request may get a new, empty one, and a restart loses what it held.',
      ko: '{bean}이(가) 이 프로세스의 HTTP 세션에 보관됩니다. 레플리카가 둘이면 다음 요청에서 비어 있는 새 객체를 받을 수 있고, 재시작하면 담고 있던 값이 사라집니다.',
    },
    conversation: {
      en: 'The steps of a conversation in {bean} are kept in the HTTP session of this process: when a step reaches another replica, the conversation is gone, and a restart ends all of them.',
      ko: '{bean}의 단계별 대화 상태가 이 프로세스의 HTTP 세션에 보관됩니다. 다음 단계의 요청을 다른 레플리카가 받으면 대화가 끊기고, 재시작하면 진행 중이던 대화가 모두 사라집니다.',
    },
    form: {
      en: 'Struts keeps the form "{bean}" in the HTTP session of this process: when the next request reaches another replica, what the user entered is gone.',
      ko: 'Struts가 폼 "{bean}"을(를) 이 프로세스의 HTTP 세션에 보관합니다. 다음 요청을 다른 레플리카가 받으면 사용자가 입력한 내용이 사라집니다.',
    },
    flow: {
      en: 'Spring Web Flow keeps running flows in the HTTP session of this process: when the next step reaches another replica, the flow is not found.',
      ko: 'Spring Web Flow가 진행 중인 플로우를 이 프로세스의 HTTP 세션에 보관합니다. 다음 단계의 요청을 다른 레플리카가 받으면 플로우를 찾지 못합니다.',
    },
    faces: {
      en: 'JSF keeps the state of every open page in the HTTP session of this process (STATE_SAVING_METHOD): when a form is sent to another replica, its view is expired.',
      ko: 'JSF가 열려 있는 모든 페이지의 상태를 이 프로세스의 HTTP 세션에 보관합니다(STATE_SAVING_METHOD). 폼을 다른 레플리카로 전송하면 뷰가 만료되었다는 오류가 발생합니다.',
    },
    pages: {
      en: 'Vaadin keeps every open page in the HTTP session of this process: when the next click reaches another replica, the page is lost and starts anew, and a restart ends all of them.',
      ko: 'Vaadin이 열려 있는 모든 페이지를 이 프로세스의 HTTP 세션에 보관합니다. 다음 클릭을 다른 레플리카가 받으면 페이지가 처음부터 다시 시작되고, 재시작하면 열려 있던 페이지가 모두 사라집니다.',
    },
    facesDefault: {
      en: 'Without STATE_SAVING_METHOD, JSF keeps the state of every open page in the HTTP session of this process: when a form is sent to another replica, its view is expired.',
      ko: 'STATE_SAVING_METHOD 설정이 없으면 JSF가 열려 있는 모든 페이지의 상태를 이 프로세스의 HTTP 세션에 보관합니다. 폼을 다른 레플리카로 전송하면 뷰가 만료되었다는 오류가 발생합니다.',
    },
  },
  matchers: [javaBean, javaPages, xmlBean, kotlinBean, kotlinPages],
  clearing: [{ fact: 'session.external-store', effect: 'info', when: holds, what: { en: 'an external session store that is configured', ko: '설정된 외부 세션 저장소' } }],
  fixes: [springSession, redissonManager],
};
