const http = require('http');
const { Server } = require('socket.io');
const { createAdapter } = require('@socket.io/redis-adapter');
const { createClient } = require('redis');

const server = http.createServer();
const redisClient = createClient({ url: process.env.REDIS_URL ?? 'redis://localhost:6379' });
redisClient.on('error', console.error);
redisClient.connect().catch(console.error);
const io = new Server(server);
const redisSubscriber = redisClient.duplicate();
redisSubscriber.on('error', console.error);
redisSubscriber.connect().catch(console.error);
io.adapter(createAdapter(redisClient, redisSubscriber));

io.on('connection', (socket) => {
  socket.on('chat', (text) => io.emit('chat', text));
});
server.listen(process.env.PORT || 3000);
