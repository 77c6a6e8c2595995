import { ts } from 'ts-morph';
import { functionBehind, isFunction, lastName, walk, type FunctionNode, type Once } from './functions.js';

/**
 * What code does to things that all replicas share, by the gravest step found:
 * `tells` sends something to people or charges them, `writes` changes shared data, `calls` runs a function of another
 * file whose name says that it acts, `reads` only looks at shared data, `none` shows nothing of the kind.
 */
export type Effect = 'none' | 'reads' | 'calls' | 'writes' | 'tells';

export interface Evidence {
  readonly effect: Effect;
  /** What shows it, as the reader would search for it: `orders.updateMany`; '' for `none`. */
  readonly by: string;
}

const ranks: Readonly<Record<Effect, number>> = { none: 0, reads: 1, calls: 2, writes: 3, tells: 4 };
const nothing: Evidence = { effect: 'none', by: '' };

/** How far calls to functions of the same file are followed. */
const followed = 3;

const tell = /^(?:sendMail|sendEmails?|send(?:\w*)(?:Mails?|Emails?|Sms|Push|Notifications?|Digests?|Reminders?|Newsletters?|Invoices?|Alerts?|Orders?|Webhooks?)|(?:notify|remind|email|mail|charge|bill|invoice|refund|payout)(?:[A-Z]\w*)?)$/;
/** A verb with its object: unmistakably a change or an order to somebody, also when the function stands in another file. */
const acts = /^(?:expire|cancel|archive|purge|delete|remove|clear|publish|dispatch|process|close|import|export|sync|aggregate|generate|backup|migrate|reindex|recalculate|update|refresh|prune|trim|compact|optimi[sz]e|rotate|settle|deactivate|disable|execute|run|handle|vacuum|clean(?:up)?)[A-Z_]?\w*$/;
const strongWrite = /^(?:insert(?:One|Many|Into|OrUpdate)|update(?:One|Many|All|Where|ById)|delete(?:One|Many|All|Where|ById)|replaceOne|bulkWrite|bulkCreate|bulkInsert|batchInsert|findOneAnd\w+|findByIdAnd\w+|findAndModify|createMany|upsert(?:One|Many)?|destroyAll|executeUpdate|executeStatement|lpush|rpush|zadd|hset|hmset|sadd|hincrby|incrby|save|saveAll|softDelete|enqueue|setObject(?:Field)?|sortedSetAdd\w*|sortedSetRemove\w*)$/;
const write = /^_?(?:save|insert|update|upsert|delete|remove|destroy|create|trash|store|persist|put|add|set|incr|decr|del|expire|publish|send|patch|post)(?:[A-Z]\w*)?$/;
const read = /^(?:find|get|select|load|query|list|fetch|count|all|first|where|read|aggregate|scan|exists|exec|execute|run|raw|each)(?:[A-Z]\w*)?$/;
/** Receivers that stand for shared data by their last name. */
const dataReceiver = /^(?:db|database|conn|connection|pool|knex|prisma|sequelize|mongo\w*|orm|em|manager|entityManager|tx|trx|transaction|redis\w*|queue|mailer|\w*(?:Repo|Repository|Model|Dao|DAO|Collection|Table|Db|DB|Queue|Mailer))$|^(?:repo|repository|model|models|dao|collection|table)$/;
/** What model classes do; utilities with capital letters do other things. */
const modelWrite = /^(?:insert|update|upsert|destroy|remove|delete|save|store|trash|replace|increment|decrement)(?:One|Many|All|By[A-Z]\w*|Where|OrCreate)?$/;
const modelRead = /^(?:find|get|select|load|query|count|all|aggregate|exists)(?:One|Many|All|By[A-Z]\w*|And[A-Z]\w*|Where|OrFail|Row|Cell|Col)?$/;
/** Capitalised names that are not model classes. */
const builtin = /^(?:Object|Array|Promise|Math|JSON|Date|Number|String|Buffer|Reflect|Map|Set|WeakMap|WeakSet|Symbol|Error|RegExp|Boolean|BigInt|Intl|URL|Proxy|Atomics|Uint8Array|DateTime|_|[A-Z][A-Z0-9_]+)$/;
const httpClient = /^(?:axios|got|superagent|request|needle|httpClient|http|ky|undici|api|apiClient)$/;
/** `sendReport(this.httpService, data)`: a function of another file that is handed what it calls another server with. */
const posts = /^(?:send|post|report|submit|push|upload)[A-Z]\w*$/;
const handedClient = /^(?:axios|http|httpService|httpClient|apiClient|restClient)$/;
const changingSql = /^\s*(?:insert\s+(?:or\s+\w+\s+)?into|update\s+\S+\s+set|delete\s+from|replace\s+into|vacuum\b|truncate\s+\w|alter\s+table|merge\s+into|call\s+\w+\s*\(|with\b[^]*\b(?:insert\s+into|update\s+\S+\s+set|delete\s+from))/i;

function graver(a: Evidence, b: Evidence): Evidence {
  return ranks[b.effect] > ranks[a.effect] ? b : a;
}

function firstText(call: ts.CallExpression): string {
  const [first] = call.arguments;
  if (!first) return '';
  if (ts.isStringLiteralLike(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.head.text : '';
}

function ofFetch(call: ts.CallExpression): Effect {
  const options = call.arguments[1];
  return options && /\bmethod\s*:\s*['"`](?:POST|PUT|PATCH|DELETE)/i.test(options.getText()) ? 'writes' : 'reads';
}

function ofMethod(call: ts.CallExpression, callee: ts.PropertyAccessExpression): Effect {
  const method = callee.name.text.replace(/(?<=[a-z])Async$/, '');
  if (tell.test(method)) return 'tells';
  if (changingSql.test(firstText(call))) return 'writes';
  if (strongWrite.test(method)) return 'writes';
  const receiver = lastName(callee.expression) || (ts.isCallExpression(callee.expression) ? lastName(callee.expression.expression) : '');
  if (httpClient.test(receiver) && /^(?:post|put|patch|delete|request)$/.test(method)) return 'writes';
  if (httpClient.test(receiver) && /^(?:get|head)$/.test(method)) return 'reads';
  if (/^[A-Z][A-Za-z0-9]*$/.test(receiver) && ts.isIdentifier(callee.expression) && !builtin.test(receiver)) return ofModel(method, call);
  if (!dataReceiver.test(receiver) && !below(callee.expression)) return 'none';
  return write.test(method) ? 'writes' : read.test(method) ? 'reads' : 'none';
}

/** `Order.update(…)`, `User.create({ … })`. */
function ofModel(method: string, call: ts.CallExpression): Effect {
  const [first] = call.arguments;
  if (modelWrite.test(method) || (method === 'create' && first !== undefined && ts.isObjectLiteralExpression(first))) return 'writes';
  return modelRead.test(method) ? 'reads' : 'none';
}

/** `prisma.order.update`, `db.users.find`, `this.db.collection('x').find`: the data object stands further left. */
function below(receiver: ts.Expression): boolean {
  let at: ts.Expression = receiver;
  while (ts.isPropertyAccessExpression(at) || ts.isCallExpression(at)) {
    at = at.expression;
    if (dataReceiver.test(lastName(at))) return true;
  }
  return false;
}

function ofCall(cx: Once, call: ts.CallExpression, depth: number, seen: Set<FunctionNode>): Evidence {
  const callee = call.expression;
  const by = callee.getText().replace(/\s+/g, '').slice(0, 60);
  if (ts.isPropertyAccessExpression(callee)) {
    const own = functionBehind(cx, callee);
    if (own) return ofOwn(cx, own, { name: callee.name.text, by }, depth, seen);
    const effect = ofMethod(call, callee);
    return effect !== 'none' ? { effect, by } : acts.test(callee.name.text) && /^[a-z]+[A-Z]/.test(callee.name.text) ? { effect: 'calls', by } : nothing;
  }
  if (!ts.isIdentifier(callee)) return nothing;
  if (callee.text === 'fetch') return { effect: ofFetch(call), by };
  const local = functionBehind(cx, callee);
  if (local) return ofOwn(cx, local, { name: callee.text, by }, depth, seen);
  if (tell.test(callee.text)) return { effect: 'tells', by };
  if (httpClient.test(callee.text)) return { effect: 'reads', by };
  if (posts.test(callee.text) && call.arguments.some((each) => handedClient.test(lastName(each)))) return { effect: 'calls', by };
  return acts.test(callee.text) ? { effect: 'calls', by } : nothing;
}

/** A function of this file tells by what it does, and by a name that says it sends something. */
function ofOwn(cx: Once, own: FunctionNode, call: { readonly name: string; readonly by: string }, depth: number, seen: Set<FunctionNode>): Evidence {
  const inner = ofFunction(cx, own, depth - 1, seen);
  return tell.test(call.name) ? graver(inner, { effect: 'tells', by: call.by }) : inner;
}

function ofFunction(cx: Once, body: ts.Node, depth: number, seen: Set<FunctionNode>): Evidence {
  if (isFunction(body)) {
    if (seen.has(body)) return nothing;
    seen.add(body);
  }
  let gravest = nothing;
  if (depth < 0) return gravest;
  walk(body, (node) => {
    if (ts.isCallExpression(node)) gravest = graver(gravest, ofCall(cx, node, depth, seen));
    return gravest.effect === 'tells';
  });
  return gravest;
}

/** What a piece of code does to shared things, functions of the same file included. */
export function effectsOf(cx: Once, code: ts.Node): Evidence {
  return ofFunction(cx, code, followed, new Set());
}

/** What a callback does: a function of this file is read; a name from elsewhere is judged by the name. */
export function effectsOfCallback(cx: Once, callback: ts.Expression | undefined): Evidence {
  const inside = functionBehind(cx, callback);
  if (inside) return effectsOf(cx, inside);
  const name = callback ? lastName(callback) : '';
  if (tell.test(name)) return { effect: 'tells', by: name };
  return acts.test(name) ? { effect: 'calls', by: name } : nothing;
}
