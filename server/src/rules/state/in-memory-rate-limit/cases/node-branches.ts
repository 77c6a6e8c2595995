import rateLimit from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import { redis } from './redis';

export function limiterFor(id: string, max: number) {
  if (process.env.RUN_MODE === 'many') {
    return rateLimit({ max, store: new RedisStore({ prefix: id, sendCommand: (...args: string[]) => redis.call(...args) }) });
  }
  return undefined;
}

export function chosen(id: string, max: number) {
  if (process.env.RUN_MODE === 'many') {
    return rateLimit({ max, store: new RedisStore({ prefix: id, sendCommand: (...args: string[]) => redis.call(...args) }) });
  } else {
    // expect-next state/in-memory-rate-limit warning {setting=RUN_MODE}
    return rateLimit({ max });
  }
}

export function strictOrNot(strict: boolean) {
  // expect-next state/in-memory-rate-limit warning {option=store} -- neither branch counts where replicas share it
  return strict ? rateLimit({ max: 5 }) : undefined;
}
