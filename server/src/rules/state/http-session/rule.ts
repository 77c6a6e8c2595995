import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { sometimes, type Evidence } from '../../../facts/evidence.js';
import { phpSessions } from '../../../facts/php/session-store.js';
import type {} from '../../../facts/session/cluster.js';
import { environmentStoreHolds, storeHolds } from '../../../facts/session/store.js';
import { dotnetRedisSession, dotnetRedisProvider, dotnetSqlSession } from './dotnet-fix.js';
import { cookieLocale } from './cookie-locale.js';
import { javaSession } from './java.js';
import { wicketSession } from './java-wicket.js';
import { kotlinLogin, kotlinSession, ktorSession } from './kotlin.js';
import { csharpSession, csharpSessionService, sessionState } from './csharp.js';
import { attributeNames, isToldElsewhere } from './repeats.js';
import { jspSession } from './jsp.js';
import { javaLogin, shiroLogin, xmlLogin } from './login.js';
import { hapiMessages, yarSession } from './hapi.js';
import { nodeSession } from './node.js';
import { redisStore } from './node-fix.js';
import { redissonManager } from '../../../generators/session/redisson.js';
import { springSession } from '../../../generators/session/spring-session.js';
import { phpSession } from './php.js';
import { laravelSessionDefaults, phpSessionSettings } from './php-settings.js';
import { phpMessages } from './php-words.js';
import { symfonySession } from './symfony.js';
import { symfonyRedisSession } from './symfony-fix.js';
import { wrapperCalls } from './wrapper.js';
import { xmlSession } from './xml.js';
import { pythonSession, pythonSettingsSession } from './python.js';
import { pythonMessages } from './python-messages.js';
import { pythonRedisSession } from './python-fix.js';
import type {} from '../../../facts/go/session.js';
import { goMessages, goRedisSession, goSession } from './go.js';
import { laravelSession } from './php-fix.js';

/** A handler for PHP's own sessions says nothing of other sessions in the workspace. */
function isPhpStore(fact: Fact): boolean {
  return (fact.value as Evidence).covers === phpSessions;
}

function holds(fact: Fact, _finding: Finding, model: Model): boolean {
  return !isPhpStore(fact) && (fact.value as Evidence).covers !== sometimes && fact.kind === 'session.external-store' && storeHolds(fact as Fact<'session.external-store'>, model);
}

/** Copied or saved by the server itself, and the application lets it. */
function isShared(fact: Fact, _finding: Finding, model: Model): boolean {
  return fact.kind === 'session.cluster' && (fact as Fact<'session.cluster'>).value.kind !== 'pinned' && storeHolds(fact as Fact<'session.cluster'>, model);
}

function isToldByEnvironment(fact: Fact, _finding: Finding, model: Model): boolean {
  return fact.kind === 'config.environment' && environmentStoreHolds(fact as Fact<'config.environment'>, model);
}

const store = { en: 'an external session store that is configured', ko: '설정된 외부 세션 저장소' };

export const rule: Rule = {
  meta: {
    id: 'state/http-session',
    title: { en: 'User state in the in-process HTTP session', ko: '프로세스 메모리의 HTTP 세션에 저장된 사용자 상태' },
    severity: 'error',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['state', 'session'],
  },
  messages: {
    attribute: {
      en: '"{attribute}" is kept in the HTTP session of this process: with two replicas the next request may not see it, and a restart loses it.',
      ko: '"{attribute}" 값이 이 프로세스의 HTTP 세션에 저장됩니다. 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고, 재시작하면 사라집니다.',
    },
    wicket: {
      en: '{type} ({fields}) is kept in the HTTP session of this process: with two replicas the next request may not see it, and a restart loses it.',
      ko: '{type} 객체({fields})가 이 프로세스의 HTTP 세션에 저장됩니다. 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고, 재시작하면 사라집니다.',
    },
    dynamic: {
      en: 'Values are kept in the HTTP session of this process under names chosen at run time ({expression}): with two replicas the next request may not see them, and a restart loses them.',
      ko: '실행 중에 정해지는 이름({expression})으로 값이 이 프로세스의 HTTP 세션에 저장됩니다. 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고, 재시작하면 사라집니다.',
    },
    message: {
      en: 'The one-time message "{attribute}" waits in the HTTP session of this process: when the next request reaches another replica, it is not shown.',
      ko: '한 번만 표시하는 메시지 "{attribute}"이(가) 이 프로세스의 HTTP 세션에 저장됩니다. 다음 요청을 다른 레플리카가 받으면 표시되지 않습니다.',
    },
    locale: {
      en: 'The choice of "{attribute}" is kept in the HTTP session of this process: when a request reaches another replica, or after a restart, it falls back to the default.',
      ko: '사용자가 고른 "{attribute}" 값이 이 프로세스의 HTTP 세션에 저장됩니다. 다른 레플리카가 요청을 받거나 재시작하면 기본값으로 돌아갑니다.',
    },
    login: {
      en: 'Spring Security keeps each login in the HTTP session of this process ({how}): when the next request reaches another replica, the user has to log in again, and a restart logs everyone out.',
      ko: 'Spring Security가 로그인 정보를 이 프로세스의 HTTP 세션에 보관합니다({how}). 다음 요청을 다른 레플리카가 받으면 다시 로그인해야 하고, 재시작하면 모든 사용자가 로그아웃됩니다.',
    },
    shiroLogin: {
      en: 'Shiro keeps this login in the HTTP session of this process: when the next request reaches another replica, the user has to log in again, and a restart logs everyone out.',
      ko: 'Shiro가 로그인 정보를 이 프로세스의 HTTP 세션에 보관합니다. 다음 요청을 다른 레플리카가 받으면 다시 로그인해야 하고, 재시작하면 모든 사용자가 로그아웃됩니다.',
    },
    wrapper: {
      en: '{call} keeps "{attribute}" in the HTTP session of this process: with two replicas the next request may not see it, and a restart loses it.',
      ko: '{call} 호출로 "{attribute}" 값이 이 프로세스의 HTTP 세션에 저장됩니다. 레플리카가 둘이면 다음 요청에서 보이지 않을 수 있고, 재시작하면 사라집니다.',
    },
    again: { en: 'The same attribute is written here too', ko: '같은 속성을 여기에서도 저장합니다' },
    memoryStore: {
      en: '{library} keeps sessions in the memory of this process: with two replicas users are logged out whenever a request reaches the other one, and a restart ends every session.',
      ko: '{library}이(가) 세션을 이 프로세스의 메모리에 저장합니다. 레플리카가 둘이면 다른 레플리카가 요청을 받을 때마다 로그인이 풀리고, 재시작하면 모든 세션이 사라집니다.',
    },
    dependingStore: {
      en: '{library} keeps sessions in the memory of this process unless {setting} is set: without it two replicas do not share logins, and a restart ends every session.',
      ko: '{setting} 값이 없으면 {library}이(가) 세션을 이 프로세스의 메모리에 저장합니다. 그러면 레플리카끼리 로그인 상태를 공유하지 못하고, 재시작하면 모든 세션이 사라집니다.',
    },
    aspnet: {
      en: '{setting} keeps every session in the memory of one machine: with two replicas the next request may find an empty session, and a restart loses all of them.',
      ko: '{setting} 설정에 따라 모든 세션이 서버 한 대의 메모리에 저장됩니다. 레플리카가 둘이면 다음 요청에서 세션이 비어 있을 수 있고, 재시작하면 모두 사라집니다.',
    },
    stateServer: {
      en: 'All replicas keep their sessions in the one state server at {host}: when that process restarts, every session is lost, and it runs on Windows only.',
      ko: '모든 레플리카가 {host}의 상태 서버 한 대에 세션을 저장합니다. 그 프로세스가 재시작하면 모든 세션이 사라지며, 상태 서버는 Windows에서만 실행됩니다.',
    },
    ...hapiMessages,
    ...phpMessages,
    ...pythonMessages,
    ...goMessages,
  },
  matchers: [goSession, csharpSession, csharpSessionService, javaSession, wicketSession, javaLogin, shiroLogin, jspSession, xmlSession, xmlLogin, nodeSession, phpSession, symfonySession, kotlinSession, kotlinLogin, ktorSession, pythonSession],
  project: [wrapperCalls, yarSession, phpSessionSettings, ...laravelSessionDefaults, sessionState, pythonSettingsSession],
  clearing: [
    { fact: 'go.session-store', effect: 'silence', when: (_fact, { say }) => say === 'goStore', what: store },
    { fact: 'session.attribute', effect: 'silence', when: isToldElsewhere, named: attributeNames, what: { en: 'the same attribute, told at its other places', ko: '다른 위치에서 이미 알린 같은 속성' } },
    // A choice of language that travels with the session is no obstacle any more; user state stays worth knowing.
    { fact: 'session.external-store', effect: 'silence', when: (fact, finding, model) => finding.say === 'locale' && holds(fact, finding, model), what: store },
    { fact: 'session.external-store', effect: 'info', when: holds, what: store },
    { fact: 'session.external-store', effect: 'silence', when: (fact, { say }) => isPhpStore(fact) && (say.startsWith('php') || say === 'dependingFileStore'), what: store },
    { fact: 'session.external-store', effect: 'warning', when: ({ value }) => (value as Evidence).covers === sometimes, what: { en: 'an external session store that a setting selects', ko: '설정으로 선택할 수 있는 외부 세션 저장소' } },
    { fact: 'config.environment', effect: 'info', when: isToldByEnvironment, what: store },
    { fact: 'session.cluster', effect: 'warning', when: isShared, what: { en: 'sessions that the application server shares between its instances', ko: 'WAS가 인스턴스끼리 공유하는 세션' } },
  ],
  fixes: [goRedisSession, laravelSession, symfonyRedisSession, dotnetRedisSession, dotnetSqlSession, dotnetRedisProvider, redisStore, springSession, redissonManager, cookieLocale, pythonRedisSession],
};
