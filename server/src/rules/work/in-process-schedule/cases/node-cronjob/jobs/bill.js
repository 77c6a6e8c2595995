const { db } = require('../db');

exports.billOrders = async () => {
  await db.orders.updateMany({ paid: false }, { billed: true });
};
