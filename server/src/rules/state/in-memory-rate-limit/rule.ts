import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/limit-shared.js';
import type { LimitGuard } from '../../../facts/node/limit-guard.js';
import { csharpLimits, csharpTally } from './csharp.js';
import { javaLimits } from './java.js';
import { kotlinLimits } from './kotlin.js';
import { redisLimit } from './node-plan.js';
import { nodeCounts, nodeLimits } from './node.js';
import { propertiesLimits, yamlLimits } from './settings.js';
import { djangoThrottle, hasLimitStore, pythonLimits } from './python.js';
import { pythonCounts } from './python-counts.js';
import { symfonyLimits } from './symfony.js';
import { pythonMessages } from './python-messages.js';
import { pythonLimitStore } from './python-fix.js';
import { goLimitLibraries, goLimits } from './go.js';

export const rule: Rule = {
  meta: {
    id: 'state/in-memory-rate-limit',
    title: { en: 'Limit on callers that each process counts for itself', ko: '프로세스마다 따로 세는 호출 제한' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['state', 'memory', 'security'],
  },
  messages: {
    bucket: {
      en: 'The bucket that {type} makes counts in the memory of this process: each further replica grants the whole limit again, and a restart fills it up.',
      ko: '{type}에서 만드는 버킷이 이 프로세스의 메모리에서 횟수를 셉니다. 레플리카가 늘어날 때마다 한도가 통째로 더 주어지고, 재시작하면 다시 가득 찹니다.',
    },
    counts: {
      en: '"{name}" in {type} counts attempts in the memory of this process: with two replicas a caller gets twice the limit, and a restart forgets who was blocked.',
      ko: '{type}의 "{name}"이(가) 시도 횟수를 이 프로세스의 메모리에서 셉니다. 레플리카가 둘이면 호출자가 한도의 두 배까지 시도할 수 있고, 재시작하면 차단한 기록이 사라집니다.',
    },
    limiter: {
      en: 'The rate limiter of {type} counts in the memory of this process: each further replica lets the whole rate through again.',
      ko: '{type}의 호출 제한기가 이 프로세스의 메모리에서 횟수를 셉니다. 레플리카가 늘어날 때마다 허용량이 통째로 더해집니다.',
    },
    annotated: {
      en: '@RateLimiter "{name}" on {type} limits what this process alone lets in: each further replica lets the whole rate through again.',
      ko: '{type}의 @RateLimiter "{name}"은(는) 이 프로세스로 들어오는 호출만 제한합니다. 레플리카가 늘어날 때마다 허용량이 통째로 더해집니다.',
    },
    setting: {
      en: '{setting}={value} counts requests in the memory of this process: each further replica grants the whole limit again.',
      ko: '{setting}={value} 설정은 요청 횟수를 이 프로세스의 메모리에서 셉니다. 레플리카가 늘어날 때마다 한도가 통째로 더 주어집니다.',
    },
    library: {
      en: '{library} counts requests in the memory of this process: with two replicas a caller gets twice the limit, and a restart forgets who was blocked; "{option}" decides where it counts.',
      ko: '{library}이(가) 요청 횟수를 이 프로세스의 메모리에서 셉니다. 레플리카가 둘이면 호출자가 한도의 두 배까지 요청할 수 있고, 재시작하면 차단한 기록이 사라집니다. 어디에서 셀지는 "{option}" 설정으로 정합니다.',
    },
    depends: {
      en: 'Unless {setting} is set, {library} counts requests in the memory of this process: with two replicas a caller gets twice the limit, and a restart forgets who was blocked.',
      ko: '{setting} 값이 없으면 {library}이(가) 요청 횟수를 이 프로세스의 메모리에서 셉니다. 레플리카가 둘이면 호출자가 한도의 두 배까지 요청할 수 있고, 재시작하면 차단한 기록이 사라집니다.',
    },
    podCache: {
      en: 'Unless {setting} names a store that replicas share, {library} counts requests in a cache of this pod: with two replicas a caller gets twice the limit, and a new pod begins again.',
      ko: '{setting}에 레플리카가 공유하는 저장소를 지정하지 않으면 {library}이(가) 요청 횟수를 이 파드의 캐시에서 셉니다. 레플리카가 둘이면 호출자가 한도의 두 배까지 요청할 수 있고, 새 파드는 처음부터 다시 셉니다.',
    },
    process: {
      en: 'The token bucket of "{library}" fills in the memory of this process: each further replica lets the whole rate through again.',
      ko: '"{library}"의 토큰 버킷이 이 프로세스의 메모리에서 채워집니다. 레플리카가 늘어날 때마다 허용량이 통째로 더해집니다.',
    },
    also: { en: 'counted here as well', ko: '여기서도 횟수를 셉니다' },
    ...pythonMessages,
  },
  matchers: [pythonCounts, csharpLimits, javaLimits, propertiesLimits, yamlLimits, kotlinLimits, nodeCounts, nodeLimits, pythonLimits],
  project: [goLimits, goLimitLibraries, csharpTally, djangoThrottle, symfonyLimits],
  clearing: [
    {
      fact: 'python.setting', effect: 'silence', when: (_fact, finding, model) => (finding.data as { readonly library?: string } | null)?.library === 'Flask-Limiter' && hasLimitStore(model, finding.file),
      what: { en: 'a storage address in the configuration', ko: '설정에 지정된 저장소 주소' },
    },
    {
      // The guards say who counts; one that was left as it is asks the library's storage.
      fact: 'limit.guard', effect: 'silence',
      when: (fact, finding, model) => (finding.data as { readonly library?: string } | null)?.library === '@nestjs/throttler'
        && (fact.value as LimitGuard).counts === 'itself' && !model.factsFor('limit.guard', finding.file).some(({ value }) => value.counts === 'library'),
      what: { en: 'guards that count by themselves', ko: '직접 횟수를 세는 가드' },
    },
    {
      // One registry stands behind all of them.
      fact: 'limit.registry', effect: 'silence', when: (fact, finding) => finding.say === 'limiter' && finding.group !== undefined && fact.file < finding.file,
      what: { en: 'the same registry of limiters, told at its first place', ko: '처음 쓰인 곳에서 이미 알린 같은 제한기 레지스트리' },
    },
    {
      fact: 'limit.shared', effect: 'silence',
      when: (fact, finding) => fact.kind === 'limit.shared' && (finding.data as { readonly library?: string } | null)?.library === 'bucket4j',
      what: { en: 'buckets in a store that replicas share', ko: '레플리카가 공유하는 저장소의 버킷' },
    },
  ],
  fixes: [redisLimit, pythonLimitStore],
};
