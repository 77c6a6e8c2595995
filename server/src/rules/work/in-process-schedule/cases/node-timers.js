const { WebSocketServer } = require('ws');
const { db, queue } = require('./services');
const { sendPaidOrders, processReturns } = require('./orders');

const cache = new Map();
const wss = new WebSocketServer({ noServer: true });

// expect-next work/in-process-schedule error {what=sendPaidOrders}
setInterval(() => void sendPaidOrders(), 5 * 60 * 1000);

// expect-next work/in-process-schedule info {job=expireCarts, what=db.carts.deleteMany}
setInterval(expireCarts, 60_000);

async function expireCarts() {
  await db.carts.deleteMany({ touched: { $lt: Date.now() - 3600_000 } });
}

// expect-next work/in-process-schedule warning {job=processReturns}
setInterval(processReturns, 60_000);

// clean-next work/in-process-schedule -- entries of this process
setInterval(() => {
  for (const [key, entry] of cache) if (entry.until < Date.now()) cache.delete(key);
}, 60_000);

// clean-next work/in-process-schedule -- its own connections
const heartbeat = setInterval(() => wss.clients.forEach((socket) => socket.ping()), 30_000);

// clean-next work/in-process-schedule -- a figure of this process
setInterval(() => console.log('memory', process.memoryUsage()), 60_000).unref();

// clean-next work/in-process-schedule -- tells that this process is alive
setInterval(() => db.nodes.updateOne({ heartbeat: Date.now() }), 10_000).unref();

function waitFor(id) {
  return new Promise((resolve) => {
    // clean-next work/in-process-schedule -- ends when there is an answer
    const timer = setInterval(async () => {
      if (await db.orders.findOne({ id })) {
        clearInterval(timer);
        resolve();
      }
    }, 100);
  });
}

async function poll() {
  const orders = await db.orders.find({ sent: false });
  for (const order of orders) await db.orders.updateOne({ id: order.id }, { sent: true });
  // expect-next work/in-process-schedule warning {job=poll}
  setTimeout(poll, 10_000);
//^^^^^^^^^^
}

function checkAll(monitor) {
  const beat = async () => {
    await monitor.notifyOwner(await monitor.check());
    // expect-next work/in-process-schedule error {job=beat}
    if (monitor.fast) monitor.timer = setTimeout(safeBeat, 1000);
    else monitor.timer = setTimeout(safeBeat, monitor.interval);
  };
  const safeBeat = async () => {
    try {
      await beat();
    } catch (error) {
      console.error(error);
    }
  };
  safeBeat();
}

async function connect() {
  try {
    await queue.connect();
    await db.nodes.insertOne({ up: true });
  } catch {
    // clean-next work/in-process-schedule -- tries again after a failure
    setTimeout(connect, 1000);
  }
}

async function later(order) {
  // clean-next work/in-process-schedule -- once
  setTimeout(() => db.orders.updateOne({ id: order.id }, { late: true }), 60_000);
}

module.exports = { checkAll, connect, heartbeat, later, poll, waitFor };
