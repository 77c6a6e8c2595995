const Hapi = require('@hapi/hapi');
const config = require('./config');
const catbox = config.isTest ? require('@hapi/catbox-memory') : require('@hapi/catbox-redis');

exports.start = async () => {
  const server = Hapi.server({ port: process.env.PORT, cache: { provider: { constructor: catbox, options: { host: config.redisHost } } } });
  await server.register(require('./plugins/session'));
  return server;
};
