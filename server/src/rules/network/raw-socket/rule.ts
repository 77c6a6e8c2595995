import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/kubernetes/kinds.js';
import { csharpSocket } from './csharp.js';
import { servicePort } from './fix.js';
import { goSocket } from './go.js';
import { javaSocket } from './java.js';
import { kotlinSocket } from './kotlin.js';
import { nodeSocket } from './node.js';
import { phpSocket } from './php.js';
import { pythonSocket } from './python.js';

/** A Service of the workspace passes the very port on. */
function passesOn(fact: Fact, { data }: Finding): boolean {
  const port = (data as { readonly port?: string } | null)?.port ?? '';
  const { ports } = (fact as Fact<'k8s.service'>).value;
  return port !== '' && ports.some((each) => String(each.port) === port || each.target === port);
}

export const rule: Rule = {
  meta: {
    id: 'network/raw-socket',
    title: { en: 'Listening socket beside the HTTP server', ko: 'HTTP 서버 외에 따로 여는 수신 소켓' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['network', 'socket'],
  },
  messages: {
    port: {
      en: 'This process also listens on port {port}: without that port in a Service nobody reaches it, and with two replicas each connection stays with the one that took it.',
      ko: '이 프로세스는 {port} 포트에서도 연결을 받습니다. Service에 이 포트가 없으면 접속할 수 없고, 레플리카가 둘이면 연결마다 처음 받은 쪽에 고정됩니다.',
    },
    listens: {
      en: 'This process listens on a further port: without that port in a Service nobody reaches it, and with two replicas each connection stays with the one that took it.',
      ko: '이 프로세스는 별도의 포트에서도 연결을 받습니다. Service에 이 포트가 없으면 접속할 수 없고, 레플리카가 둘이면 연결마다 처음 받은 쪽에 고정됩니다.',
    },
  },
  matchers: [nodeSocket, csharpSocket, javaSocket, kotlinSocket, pythonSocket, phpSocket],
  project: [goSocket],
  clearing: [
    { fact: 'k8s.service', effect: 'info', when: passesOn, what: { en: 'the port in a Service', ko: 'Service에 선언된 포트' } },
  ],
  fixes: [servicePort],
};
