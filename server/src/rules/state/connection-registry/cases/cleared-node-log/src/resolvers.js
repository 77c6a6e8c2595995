module.exports = {
  Mutation: {
    async order(root, input, { store }) {
      const order = await store.add(input);
      global.orders.publish('order', { order });
      return order;
    },
  },
  Subscription: {
    line: { subscribe: () => global.liveLog.asyncIterator('line') },
    order: { subscribe: () => global.orders.asyncIterator('order') },
  },
};
