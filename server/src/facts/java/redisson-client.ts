import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { annotation, bareType, field, simpleName, span } from '../../syntax/java/ask.js';
import { attribute } from '../../syntax/xml/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A bean of the application's own through which its code speaks to Redis by Redisson. */
    'redisson.client': Evidence;
  }
}

export const redissonClientFacts: FactExtractor = {
  kinds: ['redisson.client'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['RedissonClient', '@Bean'], ['Redisson', '@Bean']],
      on: {
        method_declaration(method, cx) {
          const name = field(method, 'name');
          if (name && /^Redisson(?:Client)?$/.test(simpleName(bareType(field(method, 'type')))) && annotation(method, 'Bean')) cx.emit('redisson.client', span(name), { via: `@Bean ${name.text}` });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['org.redisson.Redisson'], ['redisson.org/schema/redisson']],
      on: {
        bean(element, cx) {
          const type = attribute(element, 'class');
          if (type?.value === 'org.redisson.Redisson') cx.emit('redisson.client', type.valueSpan, { via: type.value });
        },
        client(element, cx) {
          if (element.name === 'redisson:client') cx.emit('redisson.client', element.nameSpan, { via: element.name });
        },
      },
    }),
  ],
};
