import { annotations, bareType, declarationOf, field, methodsOf, named, nameOf, simpleName, type JavaNode } from './ask.js';
import { below } from './field-writes.js';
import { supertypes } from './lifecycle.js';

/** Clients of systems that carry a message to every replica, or to one of them. */
const clients = /Redis|Redisson|^RTopic$|Kafka|Jms|JMS|Rabbit|Amqp|Nats|NATS|Rocket|Pulsar|Hazelcast|^ITopic$|StreamBridge/;
const publishing = /^(?:convertAndSend|publish\w*|send\w*|syncSend|asyncSend\w*|produce)$/;
const listening = /^(?:KafkaListener|RabbitListener|JmsListener|SqsListener|StreamListener|RocketMQMessageListener|PulsarListener|NatsListener|MessageDriven|RedisListener)$/;
const listeners = /^(?:MessageListener|MessageListenerAdapter|RedisPubSubListener|RedisPubSubAdapter|JedisPubSub|RocketMQListener|ChannelAwareMessageListener|BatchMessageListener|\w*Redis\w*Listener)$/;

/** Whether a class or method publishes through a message system. */
export function publishes(place: JavaNode): boolean {
  return below(place, 'method_invocation').some((call) => {
    const object = field(call, 'object');
    if (!publishing.test(nameOf(call)) || !object) return false;
    const receiver = object.type === 'identifier' || object.type === 'field_access' ? declarationOf(object)?.type ?? '' : '';
    return clients.test(simpleName(receiver));
  });
}

/** The annotation or interface by which a class takes messages from such a system; `undefined` when it takes none. */
export function listensBy(type: JavaNode): string | undefined {
  const annotated = [...annotations(type), ...methodsOf(type).flatMap((method) => annotations(method))].find(({ name }) => listening.test(name));
  return annotated ? `@${annotated.name}` : supertypes(type).find((name) => listeners.test(name));
}

/** Simple names of types that a class works with: types of fields and parameters, and receivers of static calls. */
export function typesUsed(type: JavaNode): ReadonlySet<string> {
  const declared = below(type, 'field_declaration', 'formal_parameter').map((declaration) => simpleName(bareType(field(declaration, 'type'))));
  const receivers = below(type, 'method_invocation').flatMap((call) => {
    const object = field(call, 'object');
    return object?.type === 'identifier' && /^[A-Z]/.test(object.text) ? [object.text] : [];
  });
  const made = below(type, 'object_creation_expression').map((creation) => simpleName(bareType(named(creation).find((part) => part.type.endsWith('type_identifier') || part.type === 'generic_type'))));
  return new Set([...declared, ...receivers, ...made].filter((name) => /^[A-Z]/.test(name)));
}
