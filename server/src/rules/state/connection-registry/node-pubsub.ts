import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { variableIn } from '../../../syntax/typescript/deciding.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { optionOf } from '../../../syntax/typescript/options.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { guardsOf, heldBy } from '../../../syntax/typescript/surroundings.js';

/** Engines of GraphQL subscriptions that hand events on inside the process alone. */
const engines: readonly { readonly module: RegExp; readonly path: RegExp }[] = [
  { module: /^(?:graphql-subscriptions|apollo-server(?:-\w+)?|graphql-yoga|type-graphql)$/, path: /^PubSub$/ },
  { module: /^(?:graphql-yoga|@graphql-yoga\/(?:node|subscription)|@graphql-yoga\/common)$/, path: /^createPubSub$/ },
];

const sharedEngine = /\bnew\s+\w*(?:Redis|Nats|Kafka|AMQP|Amqp|Rabbit|Postgres|Mqtt|MQTT|Mongo|Google|Ioredis)\w*PubSub\s*\(/;

/** The setting beside which this engine only stands in: `if (REDIS_URL) return new RedisPubSub(…)` before it. */
function settingBeside(call: ts.CallExpression | ts.NewExpression): string | undefined {
  const file = call.getSourceFile();
  if (!sharedEngine.test(file.text)) return undefined;
  const [condition] = guardsOf(call).flatMap(({ text }) => (/redis|nats|kafka|amqp|rabbit|postgres|mqtt|mongo|pub_?sub|env\b/i.test(text) ? [text] : []));
  return condition === undefined ? undefined : (variableIn(file, condition) ?? condition.replace(/^!\s*/, '').slice(0, 60));
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as ts.CallExpression | ts.NewExpression;
  const origin = calledModule(cx, call);
  if (!origin || !engines.some(({ module, path }) => module.test(origin.module) && path.test(origin.path)) || !isServing(cx, node)) return;
  // An event target of the caller's decides where events go.
  if ((call.arguments ?? []).some((each) => optionOf(each, 'eventTarget').kind !== 'absent')) return;
  const setting = settingBeside(call);
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  cx.report({
    at: spanOf(token), cause: 'pubsub', data: { holder: heldBy(call) },
    ...(setting === undefined ? { say: 'pubsub', args: { call: origin.path } } : { say: 'pubsubUnless', args: { call: origin.path, setting }, severity: 'warning' as const }),
  });
}

/** Subscriptions of GraphQL whose events stay in the process. */
export const nodePubSub = ruleMatcher({
  language: 'typescript',
  needles: [['PubSub', /['"](?:graphql-subscriptions|apollo-server(?:-\w+)?|graphql-yoga|type-graphql|@graphql-yoga\/\w+)['"]/]],
  on: { NewExpression: check, CallExpression: check },
});
