import { Server } from 'socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import { publisher, subscriber } from './redis.js';

// expect-next state/connection-registry warning
const io = new Server(3000);
if (process.env.REDIS_URL) io.adapter(createAdapter(publisher, subscriber));
io.to('room').emit('ready');
