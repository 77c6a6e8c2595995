import { config } from '../config';
import { all, get, run, transaction } from '../db';
import { logger } from '../logger';
import type { Order, OrderLine } from '../types/shop';
import { takeStock } from './stock';

const DAY_MS = 24 * 60 * 60 * 1000;

export class OutOfStockError extends Error {}

export function placeOrder(memberId: string, receiver: string, address: string, lines: OrderLine[]): Order {
  return transaction(() => {
    const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
    const { id } = run(
      "INSERT INTO orders (member_id, status, receiver, address, total, ordered_at) VALUES (?, 'WAITING', ?, ?, ?, ?)",
      [memberId, receiver, address, total, new Date().toISOString()],
    );
    for (const line of lines) {
      if (!takeStock(line.productId, line.quantity)) {
        throw new OutOfStockError(`${line.name} 상품이 품절되었습니다.`);
      }
      run('INSERT INTO order_item (order_id, product_id, name, price, quantity) VALUES (?, ?, ?, ?, ?)', [
        id,
        line.productId,
        line.name,
        line.price,
        line.quantity,
      ]);
    }
    return get<Order>('SELECT * FROM orders WHERE id = ?', id)!;
  });
}

export function findLines(orderId: number): OrderLine[] {
  return all<OrderLine>(
    'SELECT product_id AS productId, name, price, quantity FROM order_item WHERE order_id = ?',
    orderId,
  );
}

/** 입금 기한이 지난 주문을 취소하고 재고를 되돌린다. */
export function expireUnpaidOrders(): number {
  const limit = new Date(Date.now() - config.unpaidDays * DAY_MS).toISOString();
  return transaction(() => {
    const orders = all<Order>("SELECT * FROM orders WHERE status = 'WAITING' AND ordered_at < ?", limit);
    for (const order of orders) {
      for (const line of findLines(order.id)) {
        run('UPDATE product SET stock = stock + ? WHERE id = ?', [line.quantity, line.productId]);
      }
      run("UPDATE orders SET status = 'EXPIRED' WHERE id = ?", order.id);
    }
    return orders.length;
  });
}

/** 결제가 끝난 주문을 창고에 보낸다. 실패한 주문은 다음 차례에 다시 보낸다. */
export async function sendPaidOrders(): Promise<void> {
  const orders = all<Order>("SELECT * FROM orders WHERE status = 'PAID' AND sent_at IS NULL");
  for (const order of orders) {
    try {
      const response = await fetch(`${config.warehouseUrl}/shipments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ orderId: order.id, receiver: order.receiver, lines: findLines(order.id) }),
      });
      if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }
      run('UPDATE orders SET sent_at = ? WHERE id = ?', [new Date().toISOString(), order.id]);
    } catch (error) {
      logger.error('창고에 주문을 보내지 못했습니다.', { orderId: order.id, reason: String(error) });
    }
  }
}
