const Hapi = require('@hapi/hapi');
const CatboxRedis = require('@hapi/catbox-redis');
const { prices, sums, rates } = require('./data');

exports.start = async () => {
  const server = Hapi.server({ cache: [{ name: 'redis', provider: { constructor: CatboxRedis.Engine } }] });
  // expect-next state/in-process-cache warning {name=prices}
  server.app.prices = server.cache({ segment: 'prices', expiresIn: 60 * 60 * 1000, generateFunc: (id) => prices(id), generateTimeout: 100 });
  //                         ^^^^^
  // clean-next state/in-process-cache -- in Redis
  server.app.stock = server.cache({ cache: 'redis', segment: 'stock', expiresIn: 3600000, generateFunc: (id) => prices(id), generateTimeout: 100 });
  // expect-next state/in-process-cache warning {name=sum}
  server.method('sum', async (id) => sums(id), { cache: { expiresIn: 3600000, generateTimeout: 100 } });
  // expect-next state/in-process-cache info {name=rate}
  server.method({ name: 'rate', method: async (id) => rates(id), options: { cache: { expiresIn: 5000, generateTimeout: 100 } } });
  // expect-next state/in-process-cache warning {name=visits, owner=node-hapi.js}
  server.app.visits = server.cache({ segment: 'visits', expiresIn: 86_400_000 });
  // clean-next state/in-process-cache -- nothing is kept
  server.method('add', (a, b) => a + b, {});
  // clean-next state/in-process-cache -- what browsers may keep
  server.route({ method: 'GET', path: '/', options: { cache: { expiresIn: 30000, privacy: 'private' } }, handler: () => 'ok' });
  return server;
};
