import type { Rule } from '../../../contract/rule.js';
import { startedThrough } from './check.js';
import { startProgram } from './fix.js';

export const rule: Rule = {
  meta: {
    id: 'image/package-manager-entry',
    title: { en: 'Container that starts a tool in place of the program', ko: '프로그램 대신 도구를 실행하는 컨테이너' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'lifecycle', 'startup'],
  },
  messages: {
    manager: {
      en: '{tool} stands between the container and its program: depending on its version it swallows SIGTERM or ends before the program does, so a scale-in or rollout cuts off the requests in flight.',
      ko: '{tool} 명령이 컨테이너와 프로그램 사이에 끼어 있습니다. 버전에 따라 SIGTERM을 전달하지 않거나 프로그램보다 먼저 종료되어, 스케일 인이나 롤아웃 때 처리 중이던 요청을 잃습니다.',
    },
    build: {
      en: '{tool} is a build tool: every replica compiles before it serves, so a scale-out comes late and fails without the package servers, and SIGTERM reaches the tool in place of the program.',
      ko: '{tool} 명령은 빌드 도구입니다. 레플리카마다 컴파일한 뒤에야 서비스를 시작하므로 스케일 아웃이 늦어지고 패키지 서버에 접속할 수 없으면 실패하며, SIGTERM도 프로그램이 아니라 도구가 받습니다.',
    },
    development: {
      en: '{tool} is a server for development: it is not made for the load that replicas share, and a scale-in or rollout cuts off the requests in flight.',
      ko: '{tool} 명령은 개발용 서버입니다. 레플리카가 나누어 받는 부하를 견디도록 만들어지지 않았고, 스케일 인이나 롤아웃 때 처리 중이던 요청을 잃습니다.',
    },
    developmentScript: {
      en: '{tool} starts {server}, a server for development: it is not made for the load that replicas share, and a scale-in or rollout cuts off the requests in flight.',
      ko: '{tool} 명령이 개발용 서버인 {server}을(를) 실행합니다. 레플리카가 나누어 받는 부하를 견디도록 만들어지지 않았고, 스케일 인이나 롤아웃 때 처리 중이던 요청을 잃습니다.',
    },
  },
  project: [startedThrough],
  fixes: [startProgram],
};
