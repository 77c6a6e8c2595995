import { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import { extension } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { plannedFix, redisIsCurrent } from '../../../generators/planned-source.js';
import { insertProperty } from '../../../syntax/typescript/edit.js';
import { wholeOptions } from '../../../syntax/typescript/options.js';
import { planned } from '../../../syntax/typescript/plan.js';
import { redisClientFor } from '../../../syntax/typescript/redis-client.js';
import { heldBy } from '../../../syntax/typescript/surroundings.js';

/** Plans a store in Redis for one limiter of express-rate-limit. `null` when the file's shape does not allow it. */
export function rateLimitRedisPlan(cx: RuleFileContext, call: ts.CallExpression | ts.NewExpression): Json {
  const [given] = call.arguments ?? [];
  const options = wholeOptions(given, 'store');
  // Options that several limiters share would make them count together.
  if (!given || !options || options === 'none' || !ts.isObjectLiteralExpression(given)) return null;
  const client = redisClientFor(cx, call, 'express-rate-limit', [{ module: 'rate-limit-redis', name: 'RedisStore' }]);
  if (!client) return null;
  const { quote } = client.style;
  const typed = /^[cm]?tsx?$/.test(extension(cx.path)) ? ': string[]' : '';
  // Limiters that share a prefix would count each other's requests.
  const prefix = `${heldBy(call) || 'limit'}:`;
  const store = `store: new ${client.names[0] ?? 'RedisStore'}({ prefix: ${quote}${prefix}${quote}, sendCommand: (...args${typed}) => ${client.name}.sendCommand(args) })`;
  return planned(call.getSourceFile(), [...client.edits, insertProperty(cx.text, options, store)], { 'rate-limit-redis': '^4.2.0', redis: '^5.9.0' });
}

/** Counts in Redis, so that all replicas share one limit. */
export const redisLimit = plannedFix({
  key: 'redis-store', data: 'redis',
  title: { en: 'Count in Redis (rate-limit-redis)', ko: 'Redis에서 횟수 집계(rate-limit-redis)' },
  dependencies: (known, plan) => (redisIsCurrent(known) ? plan.dependencies : undefined),
});
