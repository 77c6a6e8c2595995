import type { Rule } from '../../../contract/rule.js';
import { csharpRemote, wcfConfig } from './dotnet.js';
import { javaRemote } from './java.js';
import { kotlinRemote } from './kotlin.js';
import { propertiesRemote, yamlRemote } from './settings.js';
import { xmlRemote } from './xml.js';

export const rule: Rule = {
  meta: {
    id: 'network/remote-object',
    title: { en: 'Calls to remote objects (RMI, EJB, CORBA)', ko: '원격 객체 호출(RMI, EJB, CORBA)' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['network', 'remoting'],
  },
  messages: {
    wcf: {
      en: '{name}: a connection stays with the server that took it and no Ingress carries it, so calls do not spread over new replicas and break when that pod is replaced.',
      ko: '{name}: 연결이 처음 받은 서버에 고정되고 Ingress를 통과하지 못합니다. 호출이 새 레플리카로 분산되지 않고, 그 파드가 교체되면 끊깁니다.',
    },
    rmi: {
      en: '{name}: an RMI reference leads to one process by its own address and a random port, so calls bypass the Service, never spread over new replicas, and fail once that pod is replaced.',
      ko: '{name}: RMI 참조는 프로세스 하나의 주소와 임의의 포트를 가리킵니다. 호출이 Service를 거치지 않아 새 레플리카로 분산되지 않고, 그 파드가 교체되면 실패합니다.',
    },
    ejb: {
      en: '{name} is called as a remote EJB: the client keeps its connection to the server it found first, so calls do not spread over new replicas and break when that pod is replaced.',
      ko: '{name}을(를) 원격 EJB로 호출합니다. 클라이언트는 처음 찾은 서버와 연결을 유지하므로 호출이 새 레플리카로 분산되지 않고, 그 파드가 교체되면 끊깁니다.',
    },
    corba: {
      en: '{name}: a CORBA reference carries the host and port of one process, so calls do not spread over replicas and fail once that pod is replaced.',
      ko: '{name}: CORBA 참조에는 프로세스 하나의 호스트와 포트가 들어 있습니다. 호출이 레플리카로 분산되지 않고, 그 파드가 교체되면 실패합니다.',
    },
    url: {
      en: 'Connections over {name} stay with the server that answered first, and no Ingress carries them: new replicas get no calls, and a replaced pod cuts them off.',
      ko: '{name} 연결은 처음 응답한 서버에 고정되고 Ingress를 통과하지 못합니다. 새 레플리카는 호출을 받지 못하고, 파드가 교체되면 연결이 끊깁니다.',
    },
  },
  matchers: [csharpRemote, wcfConfig, javaRemote, kotlinRemote, xmlRemote, propertiesRemote, yamlRemote],
};
