import type { Rule } from '../../../contract/rule.js';
import { startedThreads } from './check.js';
import { nodeThreads } from './node.js';
import { pythonThreads } from './python.js';

export const rule: Rule = {
  meta: {
    id: 'work/unmanaged-thread',
    title: { en: 'Work on a thread that nobody ends', ko: '종료가 관리되지 않는 스레드에서 실행되는 작업' },
    severity: 'info',
    confidence: 'medium',
    fix: 'none',
    tags: ['work', 'thread', 'shutdown'],
  },
  messages: {
    owning: {
      en: '{what} takes {work} over from the request and nothing waits for it: when the pod is stopped in between, the work is lost although the user was told it is done.',
      ko: '{what}이(가) 요청에서 {work} 작업을 넘겨받지만 아무도 끝나기를 기다리지 않습니다. 그사이 파드가 종료되면 사용자에게는 완료로 응답한 작업이 사라집니다.',
    },
    thread: {
      en: '{what} starts a thread for each call without a bound: under load one pod exhausts its memory limit, and a stop of the pod cuts the work off.',
      ko: '{what}이(가) 호출마다 스레드를 제한 없이 만듭니다. 부하가 몰리면 파드의 메모리 한도를 넘을 수 있고, 파드가 종료되면 작업이 중간에 끊깁니다.',
    },
    pool: {
      en: '{what} makes a pool for each call and nothing shuts it down: threads pile up until the pod is killed.',
      ko: '{what}이(가) 호출마다 스레드 풀을 만들지만 종료하는 코드가 없습니다. 스레드가 계속 쌓여 결국 파드가 강제 종료됩니다.',
    },
    unended: {
      en: '{what} has no shutdown: when the pod is stopped, the work that waits in it is lost.',
      ko: '{what}을(를) 종료하는 코드가 없습니다. 파드가 종료되면 대기 중이던 작업이 사라집니다.',
    },
    also: { en: 'also here: {what}', ko: '여기에도 있습니다: {what}' },
  },
  matchers: [pythonThreads, nodeThreads],
  project: [startedThreads],
};
