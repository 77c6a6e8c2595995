const Hapi = require('@hapi/hapi');
const CatboxMemory = require('@hapi/catbox-memory');

exports.start = async () => {
  const server = Hapi.server({ port: process.env.PORT, cache: [{ name: 'session', provider: { constructor: CatboxMemory.Engine } }] });
  await server.register(require('./plugins/session'));
  return server;
};
