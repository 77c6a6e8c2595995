import type { Rule } from '../../../contract/rule.js';
import { csharpExit } from './csharp.js';
import { goExit } from './go.js';
import { javaExit } from './java.js';
import { kotlinExit } from './kotlin.js';
import { jspExit } from './jsp.js';
import { nodeExit } from './node.js';
import { pythonExit } from './python.js';

export const rule: Rule = {
  meta: {
    id: 'lifecycle/process-exit',
    title: { en: 'Request handling that ends the whole process', ko: '요청 처리 중에 프로세스 전체를 종료하는 코드' },
    severity: 'info',
    confidence: 'medium',
    fix: 'none',
    tags: ['lifecycle', 'shutdown'],
  },
  messages: {
    exit: {
      en: '{call} in {where} ends the whole replica: the requests of all its users are cut off, and the others take over its load until Kubernetes has started a new one.',
      ko: '{where}의 {call} 호출은 레플리카 전체를 종료합니다. 그 레플리카를 쓰던 모든 사용자의 요청이 끊기고, Kubernetes가 새로 시작할 때까지 나머지 레플리카가 부하를 떠안습니다.',
    },
    stop: {
      en: '{call} in {where} ends only the replica that handles the request: the others go on with what they have loaded, and serve its users until Kubernetes has started a new one.',
      ko: '{where}의 {call} 호출은 요청을 받은 레플리카만 종료합니다. 나머지 레플리카는 이미 읽어 둔 상태로 계속 실행되며, Kubernetes가 새로 시작할 때까지 그 사용자를 대신 처리합니다.',
    },
  },
  matchers: [goExit, nodeExit, csharpExit, javaExit, kotlinExit, jspExit, pythonExit],
};
