import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/environment.js';
import type {} from '../../../facts/python/stop.js';
import { bootShutdown } from './boot.js';
import { csharpMessages, csharpWorkers, loopUntilStopped } from './csharp.js';
import { gracefulShutdown } from './fix.js';
import { embeddedServers } from './java.js';
import { kotlinServers } from './kotlin.js';
import { goDrain, goShutdown } from './go.js';
import { drainOnSigterm, nodeShutdown } from './node.js';
import { pythonDevelopmentServers } from './python.js';
import { pythonMessages } from './python-messages.js';
import { execServer, serverBehindShell } from './script.js';
import { dieOnTerm, uwsgiShutdown } from './uwsgi.js';

export const rule: Rule = {
  meta: {
    id: 'lifecycle/no-graceful-shutdown',
    title: { en: 'Server that cuts off requests when it is stopped', ko: '종료할 때 처리 중인 요청을 끊는 서버' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['lifecycle', 'shutdown', 'kubernetes'],
  },
  messages: {
    missing: {
      en: 'Each time a replica of "{name}" is stopped, users lose the requests it is working on: before 3.4, Spring Boot (here {version}) only waits for them when `server.shutdown` is graceful.',
      ko: '"{name}"의 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다. Spring Boot 3.4 이전 버전(현재 {version})은 `server.shutdown`을 graceful로 설정해야 요청을 마치고 종료합니다.',
    },
    remote: {
      en: 'Unless the configuration server sets `server.shutdown` to graceful, users lose the requests a replica of "{name}" is working on each time one is stopped (Spring Boot {version}).',
      ko: '설정 서버에서 `server.shutdown`을 graceful로 지정하지 않았다면 "{name}"의 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다(Spring Boot {version}).',
    },
    immediate: {
      en: '`server.shutdown` is immediate: each time a replica of "{name}" is stopped, users lose the requests it is working on.',
      ko: '`server.shutdown`이 immediate이므로 "{name}"의 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다.',
    },
    tooOld: {
      en: 'Each time a replica of "{name}" is stopped, users lose the requests it is working on: Spring Boot {version} cannot wait for them, `server.shutdown` came with 2.3.',
      ko: '"{name}"의 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다. Spring Boot {version}에는 요청을 마치고 종료하는 기능이 없으며, `server.shutdown`은 2.3부터 지원됩니다.',
    },
    node: {
      en: 'Nothing ends this server on SIGTERM: each time a replica is stopped, users lose the requests it is working on.',
      ko: 'SIGTERM을 받았을 때 이 서버를 정상 종료하는 코드가 없습니다. 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다.',
    },
    go: {
      en: 'Nothing lets requests end when SIGTERM stops this server: each time a replica is stopped, users lose the requests it is working on.',
      ko: '이 서버에는 SIGTERM을 받았을 때 처리 중인 요청을 마치고 종료하는 코드가 없습니다. 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다.',
    },
    nest: {
      en: 'Nest ends this server on SIGTERM only after `enableShutdownHooks`: each time a replica is stopped, users lose the requests it is working on.',
      ko: 'Nest는 `enableShutdownHooks`를 호출해야 SIGTERM을 받았을 때 서버를 정상 종료합니다. 지금은 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다.',
    },
    embedded: {
      en: 'Nothing stops the {server} that main() starts: each time a replica is stopped, users lose the requests it is working on.',
      ko: 'main()에서 시작한 {server}을(를) 종료하는 코드가 없습니다. 레플리카가 종료될 때마다 처리 중이던 요청이 끊깁니다.',
    },
    script: {
      en: 'The script starts `{server}` without `exec`: the shell keeps SIGTERM to itself, so a replica that is to stop is killed in the end, and users lose the requests it is working on.',
      ko: '스크립트가 `exec` 없이 `{server}`을(를) 실행합니다. 셸이 SIGTERM을 전달하지 않으므로 종료해야 할 레플리카가 결국 강제로 종료되고 처리 중이던 요청이 끊깁니다.',
    },
    ...csharpMessages,
    ...pythonMessages,
  },
  matchers: [csharpWorkers, embeddedServers, kotlinServers, ...pythonDevelopmentServers, uwsgiShutdown, serverBehindShell],
  project: [nodeShutdown, bootShutdown, goShutdown],
  clearing: [
    { fact: 'uwsgi.stop-signal', effect: 'silence', when: (_fact, finding) => finding.say === 'uwsgi', what: { en: 'another signal, or an option of the command, that ends uWSGI', ko: 'uWSGI를 종료하도록 지정한 시그널이나 명령 옵션' } },
    { fact: 'config.environment', effect: 'silence', when: (fact, finding) => finding.say === 'uwsgi' && (fact as Fact<'config.environment'>).value.name === 'UWSGI_DIE_ON_TERM', what: { en: 'UWSGI_DIE_ON_TERM in a manifest', ko: '매니페스트의 UWSGI_DIE_ON_TERM' } },
  ],
  fixes: [loopUntilStopped, goDrain, execServer, dieOnTerm, drainOnSigterm, gracefulShutdown],
};
