import { ThrottlerModule, ThrottlerStorageRedisService } from '@nestjs/throttler';
import { rateLimit } from 'express-rate-limit';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { RateLimiter } from 'limiter';
import { sharedOptions } from './limits.js';
import { store } from './store.js';
import { RedisStore } from 'rate-limit-redis';

// expect-next state/in-memory-rate-limit warning {library=express-rate-limit,option=store}
export const open = rateLimit({ windowMs: 1000, limit: 5 });
// clean-next state/in-memory-rate-limit -- a store is given
export const shared = rateLimit({ windowMs: 1000, limit: 5, store });
// clean-next state/in-memory-rate-limit -- another module says what the options are
export const elsewhere = rateLimit(sharedOptions);

const settings = { windowMs: 1000, limit: 5 };
// clean-next state/in-memory-rate-limit -- the store comes by assignment
export const assigned = rateLimit(settings);
Object.assign(settings, { store });

let limitStore;
if (process.env.REDIS_URL) limitStore = new RedisStore({ sendCommand: () => undefined });
// expect-next state/in-memory-rate-limit warning {setting=REDIS_URL}
export const chosen = rateLimit({ limit: 5, store: limitStore });

// expect-next state/in-memory-rate-limit warning {library=@nestjs/throttler,option=storage}
export const throttled = ThrottlerModule.forRoot([{ ttl: 60, limit: 10 }]);
// clean-next state/in-memory-rate-limit -- counts in Redis
export const distributed = ThrottlerModule.forRoot({ throttlers: [{ ttl: 60, limit: 10 }], storage: new ThrottlerStorageRedisService() });
// clean-next state/in-memory-rate-limit -- the factory hands a storage over
export const made = ThrottlerModule.forRootAsync({ useFactory: (redis) => ({ throttlers: [], storage: redis }) });

// expect-next state/in-memory-rate-limit warning {library=rate-limiter-flexible}
export const attempts = new RateLimiterMemory({ points: 5, duration: 60 });
// clean-next state/in-memory-rate-limit -- stands in while Redis does not answer
const insurance = new RateLimiterMemory({ points: 5, duration: 60 });
export const real = new RateLimiterRedis({ storeClient: store, insuranceLimiter: insurance });

// expect-next state/in-memory-rate-limit warning {library=limiter}
export const loginRateLimiter = new RateLimiter({ tokensPerInterval: 20, interval: 'minute' });

if (process.env.NODE_ENV !== 'production') {
  // clean-next state/in-memory-rate-limit -- for development alone
  rateLimit({ limit: 5 });
}
