const cron = require('node-cron');
const { db } = require('./db');
const { isLeader } = require('./cluster');

// expect-next work/in-process-schedule info {what=isLeader}
cron.schedule('0 2 * * *', async () => {
  if (!isLeader()) return;
  await db.orders.deleteMany({ paid: false });
});

// clean-next work/in-process-schedule -- another library of that name
module.exports = { schedule: require('./calendar').schedule('0 2 * * *', () => db.orders.deleteMany({})) };
