import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { span } from '../../../syntax/python/ask.js';
import { ownPurpose, servedPuts } from '../../../syntax/python/kept-purpose.js';
import { holdersOf } from '../../../syntax/python/module-state.js';
import { isDevelopmentOnly } from '../../../syntax/python/values.js';
import { spoken } from './revoked.js';

/** Tables of a Python process that keep tokens, log-ins or marks of what was handled. */
export const pythonTokens = ruleMatcher({
  language: 'python',
  needles: [[/\b\w*(?:otp|captcha|csrf|nonce|token|code|verif|reset|login|logged|online|processed|handled|seen|used|consumed|idempoten|dedup|blacklist|revoked)\w*\b\s*(?::[^=\n]*)?=\s*(?:\{|\[|(?:\w+\.)?(?:dict|set|list|defaultdict|OrderedDict|deque)\()/i]],
  on: {
    module(root, cx) {
      for (const holder of holdersOf(cx, root)) {
        const purpose = ownPurpose(cx, holder);
        if (!purpose || purpose === 'counts' || isDevelopmentOnly(cx, holder.at)) continue;
        cx.report({
          at: span(holder.at), say: spoken(purpose, holder.name, holder.owner), args: { field: holder.name, type: holder.owner === '' ? basename(cx.path) : holder.owner },
          also: servedPuts(cx, holder).slice(0, 3).map(({ node }) => ({ at: span(node), say: 'write' })),
        });
      }
    },
  },
});
