import { createAdapter } from '@socket.io/redis-adapter';
import type { Server } from 'socket.io';
import { publisher, subscriber } from './redis.js';

export function connectAdapter(io: Server): void {
  io.adapter(createAdapter(publisher, subscriber));
}
