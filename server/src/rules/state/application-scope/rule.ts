import type { Rule } from '../../../contract/rule.js';
import { csharpApplication } from './csharp.js';
import { javaApplication } from './java.js';
import { kotlinApplication } from './kotlin.js';
import { jspApplication } from './jsp.js';

export const rule: Rule = {
  meta: {
    id: 'state/application-scope',
    title: { en: 'Shared values in the application scope', ko: '애플리케이션 스코프에 저장되는 공유 값' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['state', 'servlet'],
  },
  messages: {
    gathered: {
      en: '"{attribute}" is gathered in the application scope of this process: with two replicas each has only a part of it, and a restart begins with nothing.',
      ko: '"{attribute}" 값이 이 프로세스의 애플리케이션 스코프에 쌓입니다. 레플리카가 둘이면 저마다 일부만 갖게 되고, 재시작하면 처음부터 다시 쌓입니다.',
    },
    attribute: {
      en: '"{attribute}" is changed in the application scope of this process while it serves requests: other replicas keep the old value, and a restart loses the new one.',
      ko: '요청을 처리하는 중에 이 프로세스의 애플리케이션 스코프에 있는 "{attribute}" 값을 바꿉니다. 다른 레플리카에는 이전 값이 남아 있고, 재시작하면 바뀐 값이 사라집니다.',
    },
  },
  matchers: [csharpApplication, javaApplication, kotlinApplication, jspApplication],
};
