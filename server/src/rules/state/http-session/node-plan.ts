import type { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { insertProperty, type Insertion } from '../../../syntax/typescript/edit.js';
import { planned } from '../../../syntax/typescript/plan.js';
import { redisClientFor } from '../../../syntax/typescript/redis-client.js';

/**
 * Plans the change to a Redis store while the tree is there: imports beside that of the session library, a client before
 * the statement that sets sessions up, and the `store` option. `null` when the file's shape does not allow it.
 */
export function redisPlan(cx: RuleFileContext, call: ts.CallExpression, options: ts.ObjectLiteralExpression | undefined, store: ts.Expression | undefined): Json {
  // A store that reaches the options through a name would leave that name unused.
  if (store && !(store.parent.parent === options)) return null;
  const client = redisClientFor(cx, call, 'express-session', [{ module: 'connect-redis', name: 'RedisStore' }]);
  if (!client) return null;
  const value = `new ${client.names[0] ?? 'RedisStore'}({ client: ${client.name} })`;
  return planned(call.getSourceFile(), [...client.edits, storeEdit(cx.text, call, options, store, value)]);
}

function storeEdit(text: string, call: ts.CallExpression, options: ts.ObjectLiteralExpression | undefined, store: ts.Expression | undefined, value: string): Insertion {
  if (store) return { start: store.getStart(), end: store.getEnd(), text: value };
  if (options) return insertProperty(text, options, `store: ${value}`);
  const at = call.getEnd() - 1;
  return { start: at, end: at, text: `{ store: ${value} }` };
}
