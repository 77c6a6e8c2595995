import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { isFunction } from '../../syntax/typescript/functions.js';
import { calledModule, originOf, originsOf } from '../../syntax/typescript/modules.js';
import { optionOf } from '../../syntax/typescript/options.js';
import { guardsOf, isDevelopmentOnly } from '../../syntax/typescript/surroundings.js';
import type {} from '../connection-fanout.js';

/** What an adapter of Socket.IO covers, and one that a setting switches on. */
export const socketAdapter = 'socket.io';
export const chosenSocketAdapter = 'socket.io?';

function emit(cx: FactFileContext, at: ts.Node, via: string): void {
  if (isDevelopmentOnly(at)) return;
  cx.emit('connection.fanout', { start: at.getStart(), end: at.getEnd() }, { via, covers: guardsOf(at).length > 0 ? chosenSocketAdapter : socketAdapter });
}

/** `io.adapter(createAdapter(…))`, and Nest's `app.useWebSocketAdapter(new RedisIoAdapter(app))`. */
function onCall(call: ts.CallExpression, cx: FactFileContext): void {
  if (!ts.isPropertyAccessExpression(call.expression)) return;
  const { name } = call.expression;
  const [first] = call.arguments;
  if (name.text === 'adapter' && first && /socket\.io|socketio/i.test(cx.text)) emit(cx, name, 'io.adapter');
  if (name.text !== 'useWebSocketAdapter' || !first) return;
  const made = ts.isNewExpression(first) ? originOf(originsOf(cx, call.getSourceFile()), first.expression) : undefined;
  if (!made?.module.startsWith('@nestjs/')) emit(cx, name, 'useWebSocketAdapter');
}

function onServer(made: ts.NewExpression, cx: FactFileContext): void {
  if (calledModule(cx, made)?.module !== 'socket.io') return;
  const given = (made.arguments ?? []).find((each) => optionOf(each, 'adapter').kind === 'given');
  if (given) emit(cx, made.expression, 'adapter');
}

const libraries = /^(?:redis|ioredis|nats|kafkajs|amqplib(?:\/callback_api)?|@nestjs\/microservices|mqtt|graphql-redis-subscriptions|@google-cloud\/pubsub|pg-listen|zeromq)$/;

/** A package or file of one's own around such a library. */
const wrapper = /(?:^|[/_.-])(?:redis|nats|kafka|amqp|rabbit(?:mq)?|mqtt|pub-?sub)(?=[/_.A-Z-]|$)|(?:Redis|Nats|Kafka|Amqp|Rabbit|PubSub)(?:[A-Z]|\.|$)/;

/** Whether the file takes in a library for messages between processes. */
function usesBroker(cx: FactFileContext, file: ts.SourceFile): boolean {
  return [...originsOf(cx, file).values()].some(({ module }) => libraries.test(module) || wrapper.test(module));
}

const sendsOn = /\b(?:io|nsp|namespace|socketServer|sockets)\b(?:\s*\.\s*(?:of|to|in|sockets|clients|local|except)\b(?:\([^()]*\))?)*\s*\.\s*(?:emit|clients)\(/;

/** `subscriber.on('message', (channel, text) => io.to(room).emit(…))`: every replica hears of it and tells its own clients. */
function onMessage(call: ts.CallExpression, cx: FactFileContext): void {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'on' || !sendsOn.test(cx.text)) return;
  const [event, listener] = call.arguments;
  const parameters = listener && isFunction(listener) ? listener.parameters.length : 0;
  if (!event || !ts.isStringLiteralLike(event) || !/^p?message(?:Buffer)?$/.test(event.text) || parameters < 2 || !usesBroker(cx, call.getSourceFile())) return;
  const { name } = call.expression;
  cx.emit('connection.fanout', { start: name.getStart(), end: name.getEnd() }, { via: event.text, covers: socketAdapter });
}

/** `subscriber.subscribe(channel, …)`, `subscriber.on('message', …)`, `channel.consume(…)`, `consumer.run({ eachMessage })`. */
function onSubscription(call: ts.CallExpression, cx: FactFileContext): void {
  if (!ts.isPropertyAccessExpression(call.expression) || !usesBroker(cx, call.getSourceFile())) return;
  const { name } = call.expression;
  if (/^(?:p?subscribe|pSubscribe|sSubscribe|consume)$/.test(name.text) && call.arguments.length > 0) cx.emit('connection.fanout', { start: name.getStart(), end: name.getEnd() }, { via: name.text });
}

/** What carries messages of a Node application to the connections of every replica. */
export const nodeFanoutFacts: FactExtractor = {
  kinds: ['connection.fanout'],
  matchers: [
    factMatcher({
      language: 'typescript', needles: [['adapter', /socket\.?io/i], ['useWebSocketAdapter']],
      on: {
        CallExpression: (node, cx) => onCall(node.compilerNode as ts.CallExpression, cx),
        NewExpression: (node, cx) => onServer(node.compilerNode as ts.NewExpression, cx),
      },
    }),
    factMatcher({
      language: 'typescript', needles: [[/\.on\(\s*['"]p?message(?:Buffer)?['"]/, 'emit', /redis|nats|kafka|amqp|rabbit|mqtt|pub-?sub/i]],
      on: { CallExpression: (node, cx) => onMessage(node.compilerNode as ts.CallExpression, cx) },
    }),
    factMatcher({
      language: 'typescript', needles: [[/['"](?:redis|ioredis|nats|kafkajs|amqplib|mqtt|pg-listen)\b/, /\.(?:p?[sS]ubscribe|consume)\(/]],
      on: { CallExpression: (node, cx) => onSubscription(node.compilerNode as ts.CallExpression, cx) },
    }),
  ],
};
