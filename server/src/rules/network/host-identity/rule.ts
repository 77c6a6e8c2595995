import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/environment.js';
import type {} from '../../../facts/environment.js';
import { bootReadsHeaders } from '../../../facts/forwarded-headers.js';
import { csharpMachine } from './csharp.js';
import { csharpClient, csharpClientMessages } from './csharp-client.js';
import { goIdentity, goMessages } from './go.js';
import { javaClient } from './java-client.js';
import { javaMachine } from './java-machine.js';
import { kotlinClient, kotlinMachine } from './kotlin.js';
import { pythonClient } from './python-client.js';
import { pythonMachine } from './python-machine.js';
import { pythonMessages } from './python-messages.js';
import { nodeClient } from './node-client.js';
import { nodeMachine } from './node-machine.js';
import { nodeMessages } from './node-messages.js';
import { phpClient, phpMachine, phpMessages, phpProcess, phpTrust } from './php.js';
import { xmlClient } from './xml.js';

function isClient(_fact: Fact, finding: Finding): boolean {
  return finding.say.startsWith('client-');
}

function trustsProxy(fact: Fact, finding: Finding): boolean {
  return isClient(fact, finding) && (fact as Fact<'config.environment'>).value.name === 'FORWARDED_ALLOW_IPS';
}

function bootDoesIt(_fact: Fact, finding: Finding, model: Model): boolean {
  return finding.say.startsWith('client-') && bootReadsHeaders(finding.file, model);
}

/** The variable with which ASP.NET Core reads the headers by itself. */
function dotnetDoesIt(fact: Fact, finding: Finding): boolean {
  const { name, value } = (fact as Fact<'config.environment'>).value;
  return finding.say.startsWith('client-net-') && name === 'ASPNETCORE_FORWARDEDHEADERS_ENABLED' && /^(?:true|1)$/i.test(value ?? '');
}

export const rule: Rule = {
  meta: {
    id: 'network/host-identity',
    title: { en: 'Host or client address used as an identity', ko: '호스트나 클라이언트 주소를 식별자로 사용' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['network', 'identity'],
  },
  messages: {
    ...goMessages,
    licence: {
      en: 'The licence is bound to this machine by {source}: every pod has another name and MAC address, so the check fails on a second replica and after a restart.',
      ko: '라이선스를 {source} 값으로 이 서버에 묶고 있습니다. 파드마다 호스트 이름과 MAC 주소가 다르므로 두 번째 레플리카와 재시작한 파드에서는 검사를 통과하지 못합니다.',
    },
    compared: {
      en: 'The result of {source} decides what this process does: pods get a new name and address at every start, so either no replica matches or the wrong one does.',
      ko: '{source} 결과에 따라 이 프로세스의 동작이 달라집니다. 파드는 시작할 때마다 이름과 주소가 바뀌므로 어느 레플리카도 해당하지 않거나 엉뚱한 레플리카가 선택됩니다.',
    },
    address: {
      en: 'A URL is built from {source} and handed out: it leads to one pod only, and to nothing once that pod is replaced.',
      ko: '{source} 값으로 URL을 만들어 외부에 넘깁니다. 이 URL은 파드 하나만 가리키며, 그 파드가 교체되면 더는 연결되지 않습니다.',
    },
    stored: {
      en: 'The result of {source} is kept as "{name}": the name and address of a pod change at every start, so the record soon names a machine that no longer exists.',
      ko: '{source} 결과를 "{name}" 값으로 저장합니다. 파드의 이름과 주소는 시작할 때마다 바뀌므로 저장된 값이 가리키는 서버는 곧 존재하지 않게 됩니다.',
    },
    'client-decides': {
      en: 'The address of the connection decides about the caller: behind an Ingress it is that of the proxy, so that all users count as one, unless forwarded headers are read (server.forward-headers-strategy, RemoteIpValve).',
      ko: '접속 주소를 기준으로 호출자를 판단합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(server.forward-headers-strategy, RemoteIpValve)하지 않으면 모든 요청이 프록시 주소로 들어와 사용자를 구분하지 못합니다.',
    },
    'client-stored': {
      en: 'The address of the connection is recorded as the client\'s: behind an Ingress or load balancer that is the proxy\'s address unless forwarded headers are read (server.forward-headers-strategy, RemoteIpValve).',
      ko: '접속 주소를 클라이언트 주소로 기록합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(server.forward-headers-strategy, RemoteIpValve)하지 않으면 프록시 주소가 기록됩니다.',
    },
    'client-helper': {
      en: '{method} takes the address of the connection for the client\'s: behind an Ingress or load balancer that is the proxy\'s address unless forwarded headers are read (server.forward-headers-strategy, RemoteIpValve).',
      ko: '{method} 메서드는 접속 주소를 클라이언트 주소로 돌려줍니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(server.forward-headers-strategy, RemoteIpValve)하지 않으면 프록시 주소가 됩니다.',
    },
    ...pythonMessages,
    ...nodeMessages,
    ...csharpClientMessages,
    ...phpMessages,
  },
  matchers: [goIdentity, csharpMachine, csharpClient, javaClient, javaMachine, nodeClient, nodeMachine, xmlClient, kotlinClient, kotlinMachine, pythonClient, pythonMachine, phpClient, phpProcess, phpMachine],
  project: [phpTrust],
  clearing: [
    { fact: 'config.environment', effect: 'silence', when: trustsProxy, what: { en: 'proxies that the server is told to trust (FORWARDED_ALLOW_IPS)', ko: '서버가 신뢰하도록 지정한 프록시(FORWARDED_ALLOW_IPS)' } },
    { fact: 'request.forwarded-headers', effect: 'silence', when: isClient, what: { en: 'forwarded headers read by the server or a filter', ko: '전달 헤더를 읽도록 설정된 서버나 필터' } },
    { fact: 'config.environment', effect: 'silence', when: dotnetDoesIt, what: { en: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED in a manifest', ko: '매니페스트의 ASPNETCORE_FORWARDEDHEADERS_ENABLED' } },
    { fact: 'build.module', effect: 'silence', when: bootDoesIt, what: { en: 'Spring Boot reading forwarded headers on Kubernetes', ko: 'Kubernetes에서 전달 헤더를 스스로 읽는 Spring Boot' } },
  ],
};
