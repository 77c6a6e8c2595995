import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { span } from '../../../syntax/python/ask.js';
import { numbersOf } from '../../../syntax/python/kept-purpose.js';
import { holdersOf } from '../../../syntax/python/module-state.js';

/** Variables of a Python process that hand out numbers. */
export const pythonSequence = ruleMatcher({
  language: 'python',
  needles: [['global', /^\w*(?:id|no|num(?:ber)?|seq\w*|count(?:er)?|order|invoice|ticket)\w*\s*(?::\s*int\s*)?=\s*\d/im]],
  on: {
    module(root, cx) {
      for (const holder of holdersOf(cx, root)) {
        const taken = numbersOf(cx, holder);
        if (taken.length > 0) cx.report({ at: span(holder.at), say: 'numbers', args: { field: holder.name, type: basename(cx.path) }, also: taken.slice(0, 3).map(({ node }) => ({ at: span(node), say: 'taken' })) });
      }
    },
  },
});
