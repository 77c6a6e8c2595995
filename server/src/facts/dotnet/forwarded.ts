import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { calledName, callName, span } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import type {} from '../forwarded-headers.js';

/** `request.forwarded-headers` of ASP.NET Core. */
export const dotnetForwardedFacts: FactExtractor = {
  kinds: ['request.forwarded-headers'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['UseForwardedHeaders']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          if (at && callName(call) === 'UseForwardedHeaders' && choice(call).kind !== 'development') cx.emit('request.forwarded-headers', span(at), { via: 'UseForwardedHeaders()' });
        },
      },
    }),
  ],
};
