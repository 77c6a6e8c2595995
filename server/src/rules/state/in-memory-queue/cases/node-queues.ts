import async from 'async';
import PQueue from 'p-queue';
import { app, db, mailer } from './app.js';

// expect-next state/in-memory-queue warning {field=mails}
const mails = async.queue(async (order: { id: string }) => mailer.sendMail({ order: order.id }), 2);
// clean-next state/in-memory-queue -- the request waits for its result
const lookups = new PQueue({ concurrency: 4 });

app.post('/orders', (req, res) => {
  mails.push({ id: req.body.id });
  res.sendStatus(202);
  // expect-next state/in-memory-queue warning
  setImmediate(async () => db.orders.updateOne({ id: req.body.id }, { state: 'paid' }));
});

app.get('/orders', async (req, res) => {
  const orders = await lookups.add(() => db.orders.find({}));
  res.json(orders);
});
