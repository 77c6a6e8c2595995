import { PubSub } from 'graphql-subscriptions';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { createPubSub } from 'graphql-yoga';
import { PubSub as Bus } from './bus.js';

// expect-next state/connection-registry error {call=createPubSub}
export const orders = createPubSub();
// clean-next state/connection-registry -- events go where the event target sends them
export const stock = createPubSub({ eventTarget });
// clean-next state/connection-registry -- a class of the application
export const bus = new Bus();

export function engine(redisUrl: string): PubSub | RedisPubSub {
  if (process.env.REDIS_URL) return new RedisPubSub({ connection: redisUrl });
  // expect-next state/connection-registry warning {call=PubSub,setting=REDIS_URL}
  return new PubSub();
}
