import { createRateLimitDirective } from 'graphql-rate-limit-directive';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { redis } from './redis';

// expect-next state/in-memory-rate-limit {option=limiterClass}
export const limited = createRateLimitDirective({ keyGenerator: (args, source, context) => context.req.ip });

// clean-next state/in-memory-rate-limit -- counts in Redis
export const shared = createRateLimitDirective({ limiterClass: RateLimiterRedis, limiterOptions: { storeClient: redis } });
