import { PubSub } from 'graphql-subscriptions';

// expect-next state/connection-registry error {call=PubSub}
export const pubsub = new PubSub();
