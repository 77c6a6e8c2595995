import type { Localized } from '../../../contract/words.js';

/** What the rule says of Python. */
export const pythonMessages: Readonly<Record<string, Localized>> = {
  pythonProcessors: {
    en: '{tool} starts workers by the processors of the node, not by the limit of the pod: on a large node each pod starts far more processes than its memory and CPU can carry.',
    ko: '{tool}이(가) 파드의 한도가 아니라 노드의 프로세서 수에 맞춰 워커를 실행합니다. 큰 노드에서는 파드마다 메모리와 CPU가 감당할 수 없을 만큼 많은 프로세스가 실행됩니다.',
  },
  pythonDaemon: {
    en: 'uWSGI starts `{command}` beside the web server in every pod: it runs as often as there are replicas, and Kubernetes neither sees it fail nor scales it singly.',
    ko: 'uWSGI가 파드마다 웹 서버와 함께 `{command}`을(를) 실행합니다. 레플리카 수만큼 중복 실행되며, Kubernetes는 이 프로세스의 장애를 감지하거나 따로 늘리지 못합니다.',
  },
};
