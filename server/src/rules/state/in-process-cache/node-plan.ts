import type { ts } from 'ts-morph';
import type { Json } from '../../../base/json.js';
import { plannedFix } from '../../../generators/planned-source.js';
import { addedModules, importStyle, insertProperty } from '../../../syntax/typescript/edit.js';
import type { Once } from '../../../syntax/typescript/functions.js';
import { planned } from '../../../syntax/typescript/plan.js';

/** Plans stores in Redis for `CacheModule.register(…)` of @nestjs/cache-manager. `null` when the file's shape does not allow it. */
export function nestCachePlan(cx: Once, call: ts.CallExpression, options: ts.ObjectLiteralExpression | 'none' | undefined): Json {
  const file = call.getSourceFile();
  const style = importStyle(file, '@nestjs/cache-manager');
  if (!style || !options) return null;
  // Options behind a name may serve other caches as well.
  if (options !== 'none' && options.parent !== call) return null;
  const added = addedModules(cx, file, style, [{ module: '@keyv/redis', name: 'createKeyv' }]);
  const { quote } = style;
  const property = `stores: [${added.names[0] ?? 'createKeyv'}(process.env.REDIS_URL ?? ${quote}redis://localhost:6379${quote})]`;
  const end = call.getEnd() - 1;
  const edit = options === 'none' ? { start: end, end, text: `{ ${property} }` } : insertProperty(file.text, options, property);
  return planned(file, [...added.edits, edit], { '@keyv/redis': '^5.1.0' });
}

/** Caches of Nest go to Redis, so that all replicas share them. */
export const keyvRedis = plannedFix({
  key: 'keyv-redis', data: 'redis',
  title: { en: 'Keep the cache in Redis (@keyv/redis)', ko: '캐시를 Redis에 저장(@keyv/redis)' },
  // Stores by Keyv came with cache-manager 6, which version 3 of the module needs.
  dependencies: (known, plan) => (/^\D*(?:[3-9]|\d\d)/.test(known.get('@nestjs/cache-manager') ?? '3') ? plan.dependencies : undefined),
});
