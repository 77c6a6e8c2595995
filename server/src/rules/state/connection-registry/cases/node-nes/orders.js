exports.plugin = {
  name: 'orders',
  register(server) {
    server.route({
      method: 'POST',
      path: '/orders/{id}',
      handler: async (request) => {
        // expect-next state/connection-registry error {call=request.server.publish}
        request.server.publish(`/orders/${request.params.id}`, request.payload);
        //             ^^^^^^^
        // clean-next state/connection-registry -- told at the first place
        server.broadcast('an order came in');
        // clean-next state/connection-registry -- not to clients
        server.events.emit('order', request.payload);
        return 'ok';
      },
    });
  },
};
