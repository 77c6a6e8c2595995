import type { Rule } from '../../../contract/rule.js';
import { builtForDesk } from '../../../facts/compose/desk.js';
import { shellFormCommand } from './dockerfile.js';
import { execFormFix, execInShellFix } from './fixes.js';

export const rule: Rule = {
  meta: {
    id: 'image/shell-form-command',
    title: { en: 'Start command that a shell keeps signals from', ko: '셸이 종료 신호를 가로막는 시작 명령' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['image', 'lifecycle'],
  },
  messages: {
    shellForm: {
      en: '{keyword} runs under /bin/sh, which does not pass SIGTERM on: on every scale-in or rollout the replica is killed after the grace period and loses the requests in flight.',
      ko: '{keyword} 명령이 /bin/sh 아래에서 실행되어 SIGTERM이 애플리케이션에 전달되지 않습니다. 스케일 인이나 롤아웃 때마다 유예 시간이 지난 뒤 강제 종료되어 처리 중이던 요청을 잃습니다.',
    },
    wrapped: {
      en: '{keyword} starts a shell that does not pass SIGTERM on: on every scale-in or rollout the replica is killed after the grace period and loses the requests in flight; put exec before the program.',
      ko: '{keyword} 명령이 시작한 셸이 SIGTERM을 전달하지 않습니다. 스케일 인이나 롤아웃 때마다 유예 시간이 지난 뒤 강제 종료되어 처리 중이던 요청을 잃습니다. 프로그램 앞에 exec를 붙이세요.',
    },
    notJson: {
      en: '{keyword} looks like a list but is not JSON (it needs double quotes), so /bin/sh gets it as text: the container fails to start or never receives SIGTERM.',
      ko: '{keyword} 값이 배열처럼 보이지만 올바른 JSON이 아니므로(큰따옴표 필요) /bin/sh가 문자열로 실행합니다. 컨테이너가 시작되지 않거나 SIGTERM을 받지 못합니다.',
    },
    sleeps: {
      en: '{keyword} sleeps {seconds} s before it starts the application: every replica that a scale-out adds serves that much later, and a stop in that time is not noticed.',
      ko: '{keyword} 명령이 애플리케이션을 시작하기 전에 {seconds}초 동안 대기합니다. 스케일 아웃으로 늘어난 레플리카가 그만큼 늦게 요청을 처리하고, 그동안에는 종료 신호에도 반응하지 않습니다.',
    },
  },
  matchers: [shellFormCommand],
  clearing: [builtForDesk],
  fixes: [execFormFix, execInShellFix],
};
