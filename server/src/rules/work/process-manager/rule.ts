import type { Rule } from '../../../contract/rule.js';
import { startedManagers } from './started.js';
import { jsonManagers } from './json.js';
import { nodeEcosystem, nodeForks } from './node.js';
import { yamlManagers } from './yaml.js';
import { gunicornWorkers, pythonWorkers } from './python.js';
import { pythonMessages } from './python-messages.js';
import { uwsgiProcesses } from './uwsgi.js';

export const rule: Rule = {
  meta: {
    id: 'work/process-manager',
    title: { en: 'Several worker processes in one pod', ko: '파드 하나에서 여러 개를 실행하는 워커 프로세스' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['work', 'process', 'scaling'],
  },
  messages: {
    workers: {
      en: '{tool} runs several worker processes ({count}) in every pod: each has a memory of its own, all share the limits of one pod, and Kubernetes can neither scale them singly nor see when one of them fails.',
      ko: '{tool}이(가) 파드마다 워커 프로세스를 여러 개({count}) 실행합니다. 워커마다 메모리가 따로 있으면서 파드 하나의 자원 한도를 나눠 쓰고, Kubernetes는 워커를 따로 늘리거나 장애를 감지하지 못합니다.',
    },
    setting: {
      en: 'Where {setting} asks for more than one, {tool} runs several worker processes in every pod: each has a memory of its own, and Kubernetes can neither scale them singly nor see when one of them fails.',
      ko: '{setting} 값이 1보다 크면 {tool}이(가) 파드마다 워커 프로세스를 여러 개 실행합니다. 워커마다 메모리가 따로 있고, Kubernetes는 워커를 따로 늘리거나 장애를 감지하지 못합니다.',
    },
    forked: {
      en: '{tool} starts a further process inside the pod: it has a memory of its own, shares the limits of the pod, and Kubernetes can neither scale it by itself nor see when it fails.',
      ko: '{tool}이(가) 파드 안에서 프로세스를 하나 더 시작합니다. 이 프로세스는 메모리가 따로 있으면서 파드의 자원 한도를 나눠 쓰고, Kubernetes는 이 프로세스만 따로 늘리거나 장애를 감지하지 못합니다.',
    },
    manager: {
      en: '{tool} keeps the program running inside the container: Kubernetes sees a pod that is well while the program in it crashes again and again, so users keep being sent to that replica.',
      ko: '{tool}이(가) 컨테이너 안에서 프로그램을 대신 관리합니다. 프로그램이 계속 비정상 종료되어도 Kubernetes에는 정상 파드로 보이므로 사용자 요청이 그 레플리카로 계속 전달됩니다.',
    },
    ...pythonMessages,
  },
  matchers: [nodeForks, nodeEcosystem, jsonManagers, yamlManagers, ...startedManagers, gunicornWorkers, uwsgiProcesses, ...pythonWorkers],
};
