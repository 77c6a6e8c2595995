import type { FactExtractor } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { span } from '../syntax/java/ask.js';
import { usingFile } from '../syntax/java/reached.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Names of which another file has to write one for any code of this file to be run: no framework runs it unasked, if `above` are types of the workspace. */
    'used-by-name': { readonly names: readonly string[]; readonly above: readonly string[] };
  }
}

/** Files that nothing runs unless another one names their classes; asked for where they are the only ones that name something. */
export const usedByNameFacts: FactExtractor = {
  kinds: ['used-by-name'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: 'looked-up-types',
      on: {
        program(root, cx) {
          const using = usingFile(root);
          if (using) cx.emit('used-by-name', { start: span(root).start, end: span(root).start }, { ...using });
        },
      },
    }),
  ],
};
