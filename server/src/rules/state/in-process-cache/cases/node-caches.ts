import NodeCache from 'node-cache';
import { LRUCache } from 'lru-cache';
import memory from 'memory-cache';
import { createCache } from 'cache-manager';
import KeyvRedis from '@keyv/redis';
import { db } from './db.js';
import { pubsub } from './pubsub.js';

// expect-next state/in-process-cache warning {name=products,provider=node-cache}
const products = new NodeCache({ stdTTL: 600 });
// expect-next state/in-process-cache info {name=rates}
const rates = new NodeCache({ stdTTL: 30 });
// clean-next state/in-process-cache -- the same result in every replica
const patterns = new LRUCache<string, RegExp>({ max: 500 });
// expect-next state/in-process-cache warning {provider=cache-manager}
export const pages = createCache({ ttl: 3_600_000 });
// clean-next state/in-process-cache -- kept in Redis
export const shared = createCache({ stores: [new KeyvRedis(process.env.REDIS_URL)] });

export async function product(id: string): Promise<unknown> {
  const known = products.get(id);
  if (known) return known;
  const found = await db.products.findOne({ id });
  products.set(id, found);
  return found;
}

export function pattern(text: string): RegExp {
  const known = patterns.get(text) ?? new RegExp(text);
  patterns.set(text, known);
  return known;
}

export function remember(key: string, value: unknown): void {
  rates.set(key, value);
  // expect-next state/in-process-cache warning {provider=memory-cache}
  memory.put(key, value, 86_400_000);
}

export function onePage(req: { url: string }): string {
  // clean-next state/in-process-cache -- goes with the call
  const seen = new LRUCache<string, string>({ max: 5 });
  seen.set(req.url, req.url);
  return 'done';
}
void pubsub;
