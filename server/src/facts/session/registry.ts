import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { bareType, field, simpleName, span } from '../../syntax/java/ask.js';
import { attribute } from '../../syntax/xml/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Spring Security counts the sessions of a user in the shared session store instead of its own memory. */
    'session.shared-registry': Evidence;
  }
}

const registry = 'SpringSessionBackedSessionRegistry';

export const sessionRegistryFacts: FactExtractor = {
  kinds: ['session.shared-registry'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [[registry]],
      on: {
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && simpleName(bareType(type)) === registry) cx.emit('session.shared-registry', span(type), { via: registry });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [[registry]],
      on: {
        bean(bean, cx) {
          const type = attribute(bean, 'class');
          if (type && simpleName(type.value) === registry) cx.emit('session.shared-registry', type.valueSpan, { via: registry });
        },
      },
    }),
  ],
};
