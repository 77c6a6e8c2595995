import { ts } from 'ts-morph';
import { lineEnding } from '../../../base/text.js';
import type { Json } from '../../../base/json.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { plannedFix, redisIsCurrent } from '../../../generators/planned-source.js';
import { indentAt, statementAround, unusedName } from '../../../syntax/typescript/edit.js';
import { planned } from '../../../syntax/typescript/plan.js';
import { redisClientFor } from '../../../syntax/typescript/redis-client.js';

/** Plans an adapter for the server that a call makes and puts into `target`. `null` when the file's shape does not allow it. */
export function socketAdapterPlan(cx: RuleFileContext, call: ts.CallExpression | ts.NewExpression, target: string): Json {
  const statement = statementAround(call);
  if (!/^(?:this\.)?\w+$/.test(target) || !statement) return null;
  const client = redisClientFor(cx, call, 'socket.io', [{ module: '@socket.io/redis-adapter', name: 'createAdapter' }]);
  if (!client) return null;
  const { quote, semicolon } = client.style;
  const subscriber = unusedName(call.getSourceFile(), 'redisSubscriber');
  const separator = `${lineEnding(cx.text)}${indentAt(cx.text, statement.getStart())}`;
  const lines = [
    `const ${subscriber} = ${client.name}.duplicate()${semicolon}`,
    `${subscriber}.on(${quote}error${quote}, console.error)${semicolon}`,
    `${subscriber}.connect().catch(console.error)${semicolon}`,
    `${target}.adapter(${client.names[0] ?? 'createAdapter'}(${client.name}, ${subscriber}))${semicolon}`,
  ];
  const end = statement.getEnd();
  return planned(call.getSourceFile(), [...client.edits, { start: end, end, text: lines.map((line) => `${separator}${line}`).join('') }], { '@socket.io/redis-adapter': '^8.3.0', redis: '^5.9.0' });
}

/** Broadcasts travel through Redis to the clients of every replica. */
export const redisAdapter = plannedFix({
  key: 'redis-adapter', data: 'redis',
  title: { en: 'Carry broadcasts through Redis (@socket.io/redis-adapter)', ko: 'Redis를 거쳐 브로드캐스트 전달(@socket.io/redis-adapter)' },
  dependencies: (known, plan) => (redisIsCurrent(known) ? plan.dependencies : undefined),
});
