exports.plugin = {
  name: 'orders',
  register(server) {
    // clean-next state/connection-registry -- a message for a queue, not for clients
    server.app.bus.publish('orders', {});
  },
};
