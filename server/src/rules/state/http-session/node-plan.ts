import { ts } from 'ts-morph';
import { hash } from '../../../base/hash.js';
import type { Json } from '../../../base/json.js';
import { lineEnding } from '../../../base/text.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { addedModules, importStyle, indentAt, insertProperty, startWithComments, statementAround, unusedName, type Insertion } from '../../../syntax/typescript/edit.js';

/** What the fix inserts into the source: offsets are true as long as the file's hash is the same. */
export interface RedisPlan {
  readonly hash: string;
  readonly edits: readonly Insertion[];
}

/**
 * Plans the change to a Redis store while the tree is there: imports beside that of the session library, a client before
 * the statement that sets sessions up, and the `store` option. `null` when the file's shape does not allow it.
 */
export function redisPlan(cx: RuleFileContext, call: ts.CallExpression, options: ts.ObjectLiteralExpression | undefined, store: ts.Expression | undefined): Json {
  const file = call.getSourceFile();
  const statement = statementAround(call);
  const style = importStyle(file, 'express-session');
  if (!statement || !style || statement.getStart() < style.after.getEnd()) return null;
  // A store that reaches the options through a name would leave that name unused.
  if (store && !(store.parent.parent === options)) return null;
  const eol = lineEnding(cx.text);
  const added = addedModules(cx, file, style, [{ module: 'connect-redis', name: 'RedisStore' }, { module: 'redis', name: 'createClient' }]);
  const [redisStore = 'RedisStore', createClient = 'createClient'] = added.names;
  const client = unusedName(file, 'redisClient');
  const { quote, semicolon } = style;
  const start = startWithComments(statement);
  const indent = indentAt(cx.text, start);
  const lines = [
    `const ${client} = ${createClient}({ url: process.env.REDIS_URL ?? ${quote}redis://localhost:6379${quote} })${semicolon}`,
    `${client}.on(${quote}error${quote}, console.error)${semicolon}`,
    `${client}.connect().catch(console.error)${semicolon}`,
  ];
  const value = `new ${redisStore}({ client: ${client} })`;
  const plan: RedisPlan = {
    hash: hash(cx.text),
    edits: [
      ...added.edits,
      { start, end: start, text: lines.map((line) => `${line}${eol}${indent}`).join('') },
      storeEdit(cx.text, call, options, store, value),
    ],
  };
  return { hash: plan.hash, edits: plan.edits.map((edit) => ({ ...edit })) };
}

function storeEdit(text: string, call: ts.CallExpression, options: ts.ObjectLiteralExpression | undefined, store: ts.Expression | undefined, value: string): Insertion {
  if (store) return { start: store.getStart(), end: store.getEnd(), text: value };
  if (options) return insertProperty(text, options, `store: ${value}`);
  const at = call.getEnd() - 1;
  return { start: at, end: at, text: `{ store: ${value} }` };
}
