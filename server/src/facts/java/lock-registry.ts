import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { bareType, field, simpleName, span } from '../../syntax/java/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Locks of Spring Integration that are kept where all replicas find them. */
    'lock.shared-registry': Evidence;
  }
}

const shared = ['JdbcLockRegistry', 'RedisLockRegistry', 'ZookeeperLockRegistry', 'HazelcastLockRegistry', 'GemfireLockRegistry', 'DynamoDbLockRegistry'];

export const lockRegistryFacts: FactExtractor = {
  kinds: ['lock.shared-registry'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: shared.map((name) => [name]),
      on: {
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          const name = simpleName(bareType(type));
          if (type && shared.includes(name)) cx.emit('lock.shared-registry', span(type), { via: name });
        },
      },
    }),
  ],
};
