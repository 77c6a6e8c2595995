import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { calledName } from '../../syntax/php/ask.js';
import { field, named, span } from '../../syntax/tree-sitter/nodes.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Code hands work to the queue: a class that is queued wherever it is dispatched, or a call that queues. */
    'php.queued': Evidence;
  }
}

const queues = /^(?:queue|queueon|later|onqueue|onconnection|push|pushon|bulk|chain|batch)$/;
const takers = /(?:^|\\)(?:Queue|Bus|Mail|Notification)$|\bMail::|\bNotification::|\bdispatch\(|::dispatch\(/;

/** `php.queued`: see the kind. */
export const phpQueuedFacts: FactExtractor = {
  kinds: ['php.queued'],
  matchers: [factMatcher({
    language: 'php',
    needles: [[/\bimplements\b[^{]*\bShould(?:Queue|BeQueued)\w*/], [/\b(?:Queue|Bus|Mail|Notification)::/, /(?:::|->)(?:queue|queueOn|later|push|pushOn|bulk|chain|batch|dispatch)\(/], [/\bdispatch\(\s*(?:new\b|function\b|fn\b|\$)/], [/->on(?:Queue|Connection)\(/]],
    on: {
      class_declaration(type, cx) {
        const name = field(type, 'name');
        const list = named(type).find((part) => part.type === 'class_interface_clause');
        if (name && /\bShould(?:Queue|BeQueued)\w*/.test(list?.text ?? '')) cx.emit('php.queued', span(name), { via: `${name.text} implements ShouldQueue` });
      },
      member_call_expression(call, cx) {
        const name = field(call, 'name');
        if (name && queues.test(calledName(call)) && takers.test(field(call, 'object')?.text ?? '')) cx.emit('php.queued', span(name), { via: name.text });
      },
      scoped_call_expression(call, cx) {
        const name = field(call, 'name');
        const scope = field(call, 'scope')?.text ?? '';
        if (name && (queues.test(calledName(call)) || calledName(call) === 'dispatch') && /(?:^|\\)(?:Queue|Bus|Mail|Notification)$/.test(scope)) cx.emit('php.queued', span(name), { via: `${scope}::${name.text}` });
      },
      function_call_expression(call, cx) {
        const token = field(call, 'function');
        if (token && calledName(call) === 'dispatch') cx.emit('php.queued', span(token), { via: 'dispatch()' });
      },
    },
  })],
};
