import { Engine as CatboxMemory } from '@hapi/catbox-memory';
import { Engine as CatboxRedis } from '@hapi/catbox-redis';
import type { Server } from '@hapi/hapi';

export async function provision(server: Server): Promise<void> {
  await server.cache.provision({ name: 'session', provider: process.env.REDIS_HOST ? { constructor: CatboxRedis } : { constructor: CatboxMemory } });
  await server.cache.provision({ name: 'visits', engine: process.env.REDIS_HOST ? new CatboxRedis({ host: process.env.REDIS_HOST }) : new CatboxMemory() });
}
