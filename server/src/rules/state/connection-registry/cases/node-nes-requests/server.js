const Hapi = require('@hapi/hapi');

exports.start = async () => {
  const server = Hapi.server({ port: process.env.PORT });
  // clean-next state/connection-registry -- sockets carry requests and their answers alone
  await server.register(require('@hapi/nes'));
  server.subscription('/orders/{id}');
  await server.register(require('./orders'));
  return server;
};
