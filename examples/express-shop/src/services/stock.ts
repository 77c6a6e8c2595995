import { get, run } from '../db';

/** 장바구니에 담아 잡아 둔 수량. 키는 상품 번호이다. */
const reserved = new Map<number, number>();

export function availableStock(productId: number): number {
  const product = get<{ stock: number }>('SELECT stock FROM product WHERE id = ?', productId);
  return product === null ? 0 : product.stock - (reserved.get(productId) ?? 0);
}

/** 남은 수량이 모자라면 false를 돌려준다. */
export function reserve(productId: number, quantity: number): boolean {
  if (availableStock(productId) < quantity) {
    return false;
  }
  reserved.set(productId, (reserved.get(productId) ?? 0) + quantity);
  return true;
}

export function release(productId: number, quantity: number): void {
  const left = (reserved.get(productId) ?? 0) - quantity;
  if (left > 0) {
    reserved.set(productId, left);
  } else {
    reserved.delete(productId);
  }
}

/** 재고가 모자라면 false를 돌려준다. */
export function takeStock(productId: number, quantity: number): boolean {
  const sql = 'UPDATE product SET stock = stock - ? WHERE id = ? AND stock >= ?';
  return run(sql, [quantity, productId, quantity]).changes === 1;
}
