import { LRUCache } from 'lru-cache';
import { pubsub } from './pubsub.js';

// clean-next state/in-process-cache -- hears of changes in other replicas
export const users = new LRUCache<string, object>({ max: 1000 });
pubsub.on('user:changed', (id: string) => users.delete(id));
