import { Router } from 'express';
import { get } from '../db';
import { requireLogin } from '../middleware/auth';
import { release, reserve } from '../services/stock';
import type { OrderLine, Product } from '../types/shop';

/** 회원별 장바구니. 키는 회원 아이디이다. */
const carts = new Map<string, OrderLine[]>();

export function cartLines(memberId: string): OrderLine[] {
  return carts.get(memberId) ?? [];
}

/** 주문이 끝난 장바구니를 비우고 잡아 둔 재고를 푼다. */
export function emptyCart(memberId: string): void {
  cartLines(memberId).forEach((line) => release(line.productId, line.quantity));
  carts.delete(memberId);
}

export const cartRouter = Router();

cartRouter.use(requireLogin);

cartRouter.get('/', (req, res) => {
  const lines = cartLines(req.session.user!.id);
  res.json({ lines, total: lines.reduce((sum, line) => sum + line.price * line.quantity, 0) });
});

cartRouter.post('/', (req, res) => {
  const productId = Number(req.body?.productId);
  const quantity = Number(req.body?.quantity ?? 1);
  const product = get<Product>('SELECT * FROM product WHERE id = ?', productId);
  if (product === null || !Number.isInteger(quantity) || quantity < 1) {
    res.status(400).json({ message: '상품과 수량을 확인해 주십시오.' });
    return;
  }
  if (!reserve(productId, quantity)) {
    res.status(409).json({ message: '재고가 부족합니다.' });
    return;
  }
  const memberId = req.session.user!.id;
  const lines = cartLines(memberId);
  const line = lines.find((each) => each.productId === productId);
  if (line === undefined) {
    lines.push({ productId, name: product.name, price: product.price, quantity });
  } else {
    line.quantity += quantity;
  }
  carts.set(memberId, lines);
  res.status(201).json({ lines });
});

cartRouter.delete('/:productId', (req, res) => {
  const memberId = req.session.user!.id;
  const productId = Number(req.params.productId);
  const lines = cartLines(memberId);
  const removed = lines.find((line) => line.productId === productId);
  if (removed !== undefined) {
    release(productId, removed.quantity);
    carts.set(memberId, lines.filter((line) => line !== removed));
  }
  res.status(204).end();
});
