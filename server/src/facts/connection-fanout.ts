import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { bareType, field, nameOf, named, simpleName, span } from '../syntax/java/ask.js';
import { descendants } from '../syntax/java/descendants.js';
import { listensBy, typesUsed } from '../syntax/java/brokers.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Messages reach the connections of every replica: a relay for STOMP, or a listener of a message system; `covers` names a class that it works with. */
    'connection.fanout': Evidence;
  }
}

/** What covers Spring's own simple broker as a whole. */
export const relay = 'relay';

export const connectionFanoutFacts: FactExtractor = {
  kinds: ['connection.fanout'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['enableStompBrokerRelay']],
      on: {
        method_invocation(call, cx) {
          const name = field(call, 'name');
          if (name?.text === 'enableStompBrokerRelay') cx.emit('connection.fanout', span(name), { via: name.text, covers: relay });
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [
        ['MessageListener'], ['KafkaListener'], ['RabbitListener'], ['JmsListener'], ['RocketMQMessageListener'], ['PulsarListener'], ['JedisPubSub'],
        ['RedisPubSubListener'], ['RedisPubSubAdapter'], ['implements', /Redis\w*Listener\b/],
      ],
      on: {
        class_declaration(type, cx) {
          const name = field(type, 'name');
          const via = listensBy(type);
          if (!name || via === undefined) return;
          for (const used of typesUsed(type)) cx.emit('connection.fanout', span(name), { via, covers: used });
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['MessageListenerAdapter'], ['RedisMessageListenerContainer']],
      on: {
        // `new MessageListenerAdapter(receiver, "receive")`: the receiver is among what the configuration works with.
        class_declaration(type, cx) {
          const name = field(type, 'name');
          const made = descendants(type, 'object_creation_expression').find((creation) =>
            named(creation).some((part) => /^(?:MessageListenerAdapter|RedisMessageListenerContainer)$/.test(simpleName(bareType(part)))));
          if (!name || !made || nameOf(type) === '') return;
          for (const used of typesUsed(type)) cx.emit('connection.fanout', span(name), { via: 'RedisMessageListenerContainer', covers: used });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['stomp-broker-relay']],
      on: {
        'stomp-broker-relay': (element, cx) => cx.emit('connection.fanout', element.nameSpan, { via: element.name, covers: relay }),
      },
    }),
  ],
};
