import { Router } from 'express';
import { all, get } from '../db';
import { logger } from '../logger';
import { requireLogin } from '../middleware/auth';
import { INVOICE_DIR, invoiceName, writeInvoice } from '../services/invoice';
import { OutOfStockError, placeOrder } from '../services/orders';
import type { Order } from '../types/shop';
import { cartLines, emptyCart } from './cart';

export const orderRouter = Router();

orderRouter.use(requireLogin);

orderRouter.get('/', (req, res) => {
  res.json(all<Order>('SELECT * FROM orders WHERE member_id = ? ORDER BY id DESC', req.session.user!.id));
});

orderRouter.post('/', async (req, res) => {
  const { receiver, address } = req.body ?? {};
  if (typeof receiver !== 'string' || typeof address !== 'string') {
    res.status(400).json({ message: '받는 분과 주소를 입력해 주십시오.' });
    return;
  }
  const memberId = req.session.user!.id;
  const lines = cartLines(memberId);
  if (lines.length === 0) {
    res.status(400).json({ message: '장바구니가 비어 있습니다.' });
    return;
  }
  try {
    const order = placeOrder(memberId, receiver, address, lines);
    emptyCart(memberId);
    await writeInvoice(order, lines);
    logger.info('주문 접수', { orderId: order.id, total: order.total });
    res.status(201).json(order);
  } catch (error) {
    if (!(error instanceof OutOfStockError)) {
      throw error;
    }
    res.status(409).json({ message: error.message });
  }
});

orderRouter.get('/:id/invoice', (req, res) => {
  const order = get<Order>('SELECT * FROM orders WHERE id = ? AND member_id = ?', [
    Number(req.params.id),
    req.session.user!.id,
  ]);
  if (order === null) {
    res.status(404).json({ message: '주문이 없습니다.' });
    return;
  }
  res.sendFile(invoiceName(order.id), { root: INVOICE_DIR });
});
