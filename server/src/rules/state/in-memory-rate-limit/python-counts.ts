import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { span } from '../../../syntax/python/ask.js';
import { ownPurpose } from '../../../syntax/python/kept-purpose.js';
import { holdersOf } from '../../../syntax/python/module-state.js';

/** Tables of a Python process that count what callers do. */
export const pythonCounts = ruleMatcher({
  language: 'python',
  needles: [[/\b\w*(?:attempt|limit|throttl|lockout|locked|blocked|request|fail|quota|flood|login)\w*\b\s*(?::[^=\n]*)?=\s*(?:\{|\[|(?:\w+\.)?(?:dict|list|defaultdict|OrderedDict|Counter|deque)\()/i], [/^class \w*(?:Limit|Throttl|Attempt)\w*/m]],
  on: {
    module(root, cx) {
      for (const holder of holdersOf(cx, root)) {
        if (ownPurpose(cx, holder) === 'counts') cx.report({ at: span(holder.at), say: 'counts', args: { name: holder.name, type: holder.owner === '' ? basename(cx.path) : holder.owner } });
      }
    },
  },
});
