import { Node } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { span, stringValue } from '../../syntax/typescript/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** What `next build` makes, as `next.config.*` says: `standalone` is a server with the packages it needs, `export` are pages alone. */
    'node.next-output': { readonly kind: 'standalone' | 'export' };
  }
}

/** `node.next-output`: see the kind. */
export const nextOutputFacts: FactExtractor = {
  kinds: ['node.next-output'],
  matchers: [factMatcher({
    language: 'typescript',
    files: ['**/next.config.{js,cjs,mjs,ts,mts}', 'next.config.{js,cjs,mjs,ts,mts}'],
    needles: [['output', 'standalone'], ['output', 'export']],
    on: {
      PropertyAssignment(node, cx) {
        if (!Node.isPropertyAssignment(node) || node.getName() !== 'output') return;
        const output = stringValue(node.getInitializer());
        if (output === 'standalone' || output === 'export') cx.emit('node.next-output', span(node), { kind: output });
      },
    },
  })],
};
