import type { Rule } from '../../../contract/rule.js';
import type { FactOf } from '../../../contract/workspace.js';
import { madeForEachUse } from '../../../facts/java/spring-beans.js';
import { csharpTokens } from './csharp.js';
import { javaStores, javaTokens } from './java.js';
import { kotlinTokens, kotlinStores } from './kotlin.js';
import { xmlStores } from './xml.js';
import { nodeTokens } from './node.js';
import { pythonTokens } from './python.js';
import { goHeldTokens, goTokenLibraries, goTokens } from './go.js';

/** Whether a bean definition sets the property that a store in memory is only the first value of. */
function givesAnother({ type, given = [] }: FactOf['spring.bean'], data: unknown): boolean {
  const first = (data ?? {}) as { readonly field?: string; readonly type?: string };
  return first.field !== undefined && first.type === type && given.includes(first.field);
}

export const rule: Rule = {
  meta: {
    id: 'state/in-memory-token',
    title: { en: 'Tokens and logins in memory', ko: '메모리에 보관하는 토큰과 로그인 정보' },
    severity: 'error',
    confidence: 'medium',
    fix: 'none',
    tags: ['state', 'memory', 'security'],
  },
  messages: {
    code: {
      en: '"{field}" in {type} keeps tokens in the memory of this process: one that was issued here is unknown to the other replica and after a restart, so the check fails.',
      ko: '{type}의 "{field}" 필드가 토큰을 이 프로세스의 메모리에 보관합니다. 여기에서 발급한 토큰은 다른 레플리카에 없고 재시작하면 사라지므로 검증에 실패합니다.',
    },
    revoked: {
      en: '"{field}" in {type} lists revoked tokens in the memory of this process: the other replica goes on accepting them, and so does every replica after a restart.',
      ko: '{type}의 "{field}" 필드가 폐기한 토큰 목록을 이 프로세스의 메모리에 보관합니다. 다른 레플리카는 그 토큰을 계속 받아들이고, 재시작한 뒤에는 모든 레플리카가 다시 받아들입니다.',
    },
    login: {
      en: '"{field}" in {type} keeps who is logged in in the memory of this process: with two replicas a login on the other one goes unnoticed, so duplicate logins are not prevented.',
      ko: '{type}의 "{field}" 필드가 로그인 정보를 이 프로세스의 메모리에 보관합니다. 레플리카가 둘이면 다른 레플리카의 로그인을 알 수 없어 중복 로그인을 막지 못합니다.',
    },
    sessions: {
      en: '"{field}" in {type} lists the sessions of this process only: what is done to all sessions, or to those of one user, does not reach the ones on another replica.',
      ko: '{type}의 "{field}" 필드에는 이 프로세스의 세션만 있습니다. 전체 세션이나 한 사용자의 세션을 모두 처리하더라도 다른 레플리카의 세션에는 적용되지 않습니다.',
    },
    handled: {
      en: '"{field}" in {type} remembers in the memory of this process what was handled: with two replicas or after a restart the same one is handled again.',
      ko: '{type}의 "{field}" 필드가 처리한 항목을 이 프로세스의 메모리에 기록합니다. 레플리카가 둘이거나 재시작하면 같은 항목을 다시 처리하게 됩니다.',
    },
    store: {
      en: '{type} keeps tokens in the memory of this process: the other replica does not know what this one stored, and a restart loses all of it.',
      ko: '{type}은(는) 토큰을 이 프로세스의 메모리에 보관합니다. 한 레플리카가 저장한 토큰을 다른 레플리카는 알지 못하고, 재시작하면 모두 사라집니다.',
    },
    concurrency: {
      en: 'The limit of sessions per user counts those of this process only: with two replicas a user can log in once per replica; "sessionRegistry" decides.',
      ko: '사용자당 세션 수 제한이 이 프로세스의 세션만 셉니다. 레플리카가 둘이면 레플리카마다 따로 로그인할 수 있습니다. "sessionRegistry" 설정으로 결정됩니다.',
    },
    registry: {
      en: 'The SessionRegistry that {type} asks knows the sessions of this process only: what is done to all sessions of a user, such as ending them, does not reach the ones on another replica.',
      ko: '{type}이(가) 조회하는 SessionRegistry에는 이 프로세스의 세션만 있습니다. 한 사용자의 세션을 모두 만료시키더라도 다른 레플리카의 세션에는 적용되지 않습니다.',
    },
    write: { en: 'kept here', ko: '여기에서 보관합니다' },
  },
  matchers: [nodeTokens, pythonTokens, javaTokens, javaStores, xmlStores, kotlinTokens, kotlinStores],
  project: [goTokens, goHeldTokens, goTokenLibraries, csharpTokens],
  clearing: [
    madeForEachUse,
    {
      fact: 'spring.bean', effect: 'silence', when: ({ value }, finding) => givesAnother(value as FactOf['spring.bean'], finding.data),
      what: { en: 'a bean definition that gives the object another store', ko: '객체에 다른 저장소를 지정하는 빈 정의' },
    },
    {
      fact: 'session.shared-registry', effect: 'silence', when: (_fact, finding) => finding.say === 'concurrency' || finding.say === 'registry',
      what: { en: 'a session registry that replicas share', ko: '레플리카가 공유하는 세션 레지스트리' },
    },
  ],
};
