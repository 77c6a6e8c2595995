import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import Redis from 'ioredis';

const app = Fastify();
// expect-next state/in-memory-rate-limit warning {library=@fastify/rate-limit,option=redis}
await app.register(rateLimit, { max: 100 });
// clean-next state/in-memory-rate-limit -- counts in Redis
await app.register(rateLimit, { max: 100, redis: new Redis(process.env.REDIS_URL) });
// await app.register(rateLimit, { max: 1 });
