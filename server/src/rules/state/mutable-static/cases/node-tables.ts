import { Router } from 'express';
import { db } from './db';

const router = Router();

// expect-next state/mutable-static error {name=carts}
const carts = new Map<string, string[]>();
//    ^^^^^

// expect-next state/mutable-static error {name=orders}
let orders: { id: string }[] = [];

// expect-next state/mutable-static error {name=votes}
export const votes: Record<string, number> = {};

// expect-next state/mutable-static warning {name=priceCache}
const priceCache = new Map<string, number>();

// expect-next state/mutable-static error {name=banner}
let banner = '';

// expect-next state/mutable-static warning {name=closed}
let closed = false;

// clean-next state/mutable-static -- a constant
const categories = new Map([['FRUIT', '과일'], ['SEAFOOD', '수산물']]);

// clean-next state/mutable-static -- filled while the module loads
const labels: Record<string, string> = {};
for (const [code, label] of categories) labels[code] = label;
[...categories.keys()].forEach((code) => {
  labels[code.toLowerCase()] = code;
});

// clean-next state/mutable-static -- opened when it is first needed: every process has its own
let connection: unknown;

// clean-next state/mutable-static -- set up once per process
let ready = false;

router.post('/cart', (req, res) => {
  const items = carts.get(req.body.user) ?? [];
  carts.set(req.body.user, [...items, req.body.item]);
  votes[req.body.item] += 1;
  res.json(carts.get(req.body.user));
});

router.delete('/orders/:id', (req, res) => {
  orders = orders.filter((order) => order.id !== req.params.id);
  res.json(orders);
});

router.put('/banner', (req, res) => {
  banner = req.body.text;
  res.send(banner);
});

router.post('/closed', (_req, res) => {
  closed = true;
  res.end();
});
router.post('/opened', (_req, res) => {
  closed = false;
  res.send(String(closed));
});

router.get('/ready', async (_req, res) => {
  if (!ready) {
    ready = true;
    connection ??= await db.connect();
  }
  res.json({ ready, connection: connection !== undefined, label: labels['FRUIT'], name: categories.get('FRUIT') });
});

router.get('/', (_req, res) => {
  // clean-next state/mutable-static -- lives as long as the request
  const seen = new Map<string, number>();
  seen.set('a', 1);
  const orders: string[] = [];
  orders.push('hides the one of the module');
  res.json({ votes, orders, size: seen.size });
});

export async function priceOf(code: string): Promise<number> {
  const known = priceCache.get(code);
  if (known !== undefined) return known;
  const { price } = await db.query('SELECT price FROM product WHERE code = ?', code);
  priceCache.set(code, price);
  return price;
}

export { router };
