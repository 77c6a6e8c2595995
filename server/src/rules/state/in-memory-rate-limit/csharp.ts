import { ruleMatcher } from '../../../contract/rule.js';
import { keptCheck } from '../../../facts/dotnet/kept.js';
import { calledName, callName, callTypeArguments, enclosingType, nameOf, span } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';

const limiting = /Add(?:FixedWindow|SlidingWindow|TokenBucket)Limiter|Get(?:FixedWindow|SlidingWindow|TokenBucket)Limiter|(?:FixedWindow|SlidingWindow|TokenBucket)RateLimiter/;

/** ASP.NET Core's rate limiter, and AspNetCoreRateLimit with its counters in memory. A limit on what runs at once protects the process itself. */
export const csharpLimits = ruleMatcher({
  language: 'csharp', needles: [[/\bAddRateLimiter\s*\(/], ['AddInMemoryRateLimiting'], ['MemoryCacheRateLimitCounterStore'], ['MemoryCacheIpPolicyStore']],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      const at = calledName(call);
      if (!at || choice(call).kind === 'development') return;
      const type = enclosingType(call);
      const where = { type: type ? nameOf(type) : 'Program' };
      if (name === 'AddRateLimiter' && limiting.test(cx.text) && !/RedisRateLimiting|AddRedis\w*Limiter|GetRedis\w*Limiter|Redis\w*RateLimiter/.test(cx.text)) cx.report({ at: span(at), say: 'limiter', args: where, confidence: 'high' });
      if (name === 'AddInMemoryRateLimiting' || callTypeArguments(call).includes('MemoryCacheRateLimitCounterStore')) cx.report({ at: span(at), say: 'limiter', args: where, confidence: 'high', cause: 'AspNetCoreRateLimit' });
    },
  },
});

/** Attempts that C# counts in memory. */
export const csharpTally = keptCheck(['tally'], ({ type, field, proven }) => ({ say: 'counts', args: { name: field, type }, severity: 'warning', confidence: proven ? 'high' : 'medium' }));
