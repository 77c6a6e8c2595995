import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { calleeOf, importsPackage } from '../../syntax/go/ask.js';
import { span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that listens to a message system outside of the process. */
    'go.subscription': { readonly via: string };
  }
}

/** Packages of message systems outside of the process. */
export const messageSystems = /^github\.com\/(?:redis\/go-redis|go-redis\/redis|redis\/rueidis|gomodule\/redigo|nats-io\/|segmentio\/kafka-go|IBM\/sarama|Shopify\/sarama|rabbitmq\/amqp091-go|streadway\/amqp|lib\/pq|jackc\/pgx)|^cloud\.google\.com\/go\/pubsub/;

/** `go.subscription`: see the kind. */
export const goSubscriptionFacts: FactExtractor = {
  kinds: ['go.subscription'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[/\.(?:P?Subscribe|QueueSubscribe|ReadMessage|Consume\w*|Receive|NewListener|WaitForNotification)\(/, /go-redis|rueidis|redigo|nats-io|kafka-go|sarama|amqp|lib\/pq|pgx|pubsub/]],
    on: {
      call_expression(call, cx) {
        const callee = calleeOf(cx, call);
        if (callee && /^(?:P?Subscribe|QueueSubscribe|ReadMessage|Consume\w*|Receive|NewListener|WaitForNotification)$/.test(callee.name) && importsPackage(cx, call, messageSystems)) cx.emit('go.subscription', span(callee.token), { via: callee.name });
      },
    },
  })],
};
