const Redis = require('ioredis');

exports.plugin = {
  name: 'orders',
  register(server) {
    const redis = new Redis(process.env.REDIS_URL);
    redis.subscribe('orders');
    // clean-next state/connection-registry -- every process hears of it and tells its own clients
    redis.on('message', (channel, text) => server.publish('/orders', JSON.parse(text)));
  },
};
