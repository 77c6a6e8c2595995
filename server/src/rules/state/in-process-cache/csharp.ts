import { ruleMatcher, type Fix } from '../../../contract/rule.js';
import { takesPackages } from '../../../facts/dotnet/package.js';
import { redisCacheEdits } from '../../../facts/dotnet/redis.js';
import type { Localized } from '../../../contract/words.js';
import { calledName, callName, span } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

/** What is said of a distributed cache that is none. */
export const csharpMessages: Readonly<Record<string, Localized>> = {
  distributed: {
    en: 'AddDistributedMemoryCache() keeps the "distributed" cache in the memory of this process: what one replica stores the others do not find, and a restart empties it.',
    ko: 'AddDistributedMemoryCache()의 "분산" 캐시는 이 프로세스의 메모리에 있습니다. 한 레플리카가 저장한 값을 다른 레플리카는 찾지 못하고, 재시작하면 비워집니다.',
  },
  'distributed-unless': {
    en: 'Unless {setting} selects another one, AddDistributedMemoryCache() keeps the "distributed" cache in the memory of this process: what one replica stores the others do not find, and a restart empties it.',
    ko: '{setting} 설정으로 다른 캐시를 선택하지 않으면 AddDistributedMemoryCache()의 "분산" 캐시는 이 프로세스의 메모리에 있습니다. 한 레플리카가 저장한 값을 다른 레플리카는 찾지 못하고, 재시작하면 비워집니다.',
  },
};

/** `AddDistributedMemoryCache()`; where it only serves the session, that is told there. */
export const csharpDistributed = ruleMatcher({
  language: 'csharp', needles: [[/\bAddDistributedMemoryCache\s*\(/]],
  on: {
    invocation_expression(call, cx) {
      const at = calledName(call);
      const { kind, setting } = choice(call);
      if (callName(call) !== 'AddDistributedMemoryCache' || !at || kind === 'development' || /\bAddSession\s*\(/.test(cx.text)) return;
      cx.report({ at: span(at), say: kind === 'setting' ? 'distributed-unless' : 'distributed', args: kind === 'setting' ? { setting } : {}, confidence: 'high', data: { family: 'distributed', place: 'provider', provider: '', known: [] } });
    },
  },
});

/** Redis in the place of the distributed cache in memory, with the package it needs. */
export const dotnetRedisCache: Fix = {
  key: 'dotnet-redis-cache',
  title: { en: 'Keep the distributed cache in Redis', ko: '분산 캐시를 Redis에 저장하기' },
  safety: 'review',
  applies: ({ file, say, severity }, model) => say === 'distributed' && severity === 'warning' && takesPackages(model, file),
  edits: (input) => redisCacheEdits(input, input.finding.range.start),
};
