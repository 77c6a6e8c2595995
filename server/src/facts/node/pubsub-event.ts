import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { lastName } from '../../syntax/typescript/functions.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** An event that code publishes. `holder`: name of what publishes it; `log`: a line of this process' own log, as a transport of a logger hands it on. */
    'node.pubsub-event': { readonly holder: string; readonly log: boolean };
  }
}

/** `class LiveLog extends Transport { log(info) { emitter.publish('log', …) } }` */
function isOfLog(call: ts.Node): boolean {
  const type = ts.findAncestor(call, ts.isClassLike);
  return (type?.heritageClauses ?? []).some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword && clause.types.some(({ expression }) => /Transport(?:Stream)?$/.test(expression.getText())));
}

/** What is published to subscribers inside a Node process. */
export const nodePubSubEventFacts: FactExtractor = {
  kinds: ['node.pubsub-event'],
  matchers: [factMatcher({
    language: 'typescript',
    needles: [[/[\w$]\.publish\(\s*['"`\w]/]],
    on: {
      CallExpression(node, cx) {
        const { expression } = node.compilerNode as ts.CallExpression;
        if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'publish') return;
        const holder = lastName(expression.expression);
        if (holder !== '') cx.emit('node.pubsub-event', { start: expression.name.getStart(), end: expression.name.getEnd() }, { holder, log: isOfLog(expression) });
      },
    },
  })],
};
