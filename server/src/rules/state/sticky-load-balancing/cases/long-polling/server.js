const { createServer } = require('http');
const { Server } = require('socket.io');
const { createAdapter } = require('@socket.io/redis-adapter');
const { createClient } = require('redis');

const pub = createClient({ url: process.env.REDIS_URL });
const sub = pub.duplicate();
const server = createServer();
const io = new Server(server, { adapter: createAdapter(pub, sub) });
io.on('connection', (socket) => socket.on('say', (text) => io.emit('said', text)));
server.listen(process.env.PORT || 3000);
