import type { Rule } from '../../../contract/rule.js';
import { stickySettings } from './check.js';
import { removeStickiness } from './fix.js';

export const rule: Rule = {
  meta: {
    id: 'state/sticky-load-balancing',
    title: { en: 'Load balancer that keeps each user at one replica', ko: '사용자를 특정 레플리카에 고정하는 로드 밸런서' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session', 'server', 'kubernetes'],
  },
  messages: {
    hides: {
      en: '{balancer} keeps each user at one replica ({via}), which hides that user state is kept in memory ({count} places, first {file}:{line}): when that replica restarts or is scaled in, its users lose it, and new replicas take over none of them.',
      ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정해({via}) 사용자 상태가 메모리에 있다는 문제를 가립니다({count}곳, 첫 위치 {file}:{line}). 그 레플리카가 재시작하거나 스케일 인으로 사라지면 상태를 잃고, 새로 늘어난 레플리카로는 기존 사용자가 옮겨가지 않습니다.',
    },
    external: {
      en: '{balancer} keeps each user at one replica ({via}) although sessions are stored outside of the replicas: busy replicas stay busy when new ones start, so remove the setting.',
      ko: '세션이 레플리카 밖에 저장되는데도 {balancer}이(가) 사용자를 레플리카 하나에 고정합니다({via}). 레플리카를 늘려도 기존 레플리카의 부하가 줄지 않으므로 이 설정을 제거하세요.',
    },
    stateless: {
      en: '{balancer} keeps each user at one replica ({via}), but no session in memory was found in the code behind it: without the setting, new replicas share the load at once.',
      ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정하지만({via}), 요청을 받는 코드에서 메모리에 두는 세션을 찾지 못했습니다. 이 설정이 없으면 새 레플리카가 바로 부하를 나눠 가집니다.',
    },
    longPolling: {
      en: '{balancer} keeps each client at one replica ({via}): long polling of {library} needs that, and a client has to connect again when its replica goes away.',
      ko: '{balancer}이(가) 클라이언트를 레플리카 하나에 고정합니다({via}). {library}의 롱 폴링에 필요한 설정이며, 그 레플리카가 사라지면 클라이언트는 다시 연결해야 합니다.',
    },
    unknown: {
      en: '{balancer} keeps each user at one replica ({via}): what that replica holds in memory for them is lost when it restarts or is scaled in, and new replicas take over none of its load.',
      ko: '{balancer}이(가) 사용자를 레플리카 하나에 고정합니다({via}). 그 레플리카가 메모리에 가진 사용자 상태는 재시작이나 스케일 인으로 사라지고, 새로 늘어난 레플리카는 기존 부하를 넘겨받지 못합니다.',
    },
    state: { en: 'User state in memory: {rule}', ko: '메모리에 있는 사용자 상태: {rule}' },
  },
  project: [stickySettings],
  fixes: [removeStickiness],
};
