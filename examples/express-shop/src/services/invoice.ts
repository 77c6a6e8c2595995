import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Order, OrderLine } from '../types/shop';

export const INVOICE_DIR = path.resolve('invoices');

const won = new Intl.NumberFormat('ko-KR');

export function invoiceName(orderId: number): string {
  return `${orderId}.html`;
}

/** 주문이 들어올 때 거래명세서를 만들어 두고 나중에 내려받게 한다. */
export async function writeInvoice(order: Order, lines: OrderLine[]): Promise<void> {
  await mkdir(INVOICE_DIR, { recursive: true });
  await writeFile(path.join(INVOICE_DIR, invoiceName(order.id)), render(order, lines), 'utf8');
}

function render(order: Order, lines: OrderLine[]): string {
  const rows = lines.map(
    (line) =>
      `<tr><td>${escapeHtml(line.name)}</td><td>${line.quantity}</td>` +
      `<td>${won.format(line.price * line.quantity)}원</td></tr>`,
  );
  return `<!DOCTYPE html>
<html lang="ko">
<head><meta charset="utf-8"><title>거래명세서 ${order.id}</title></head>
<body>
<h1>거래명세서</h1>
<p>받는 분: ${escapeHtml(order.receiver)}<br>주소: ${escapeHtml(order.address)}</p>
<table>
<tr><th>상품</th><th>수량</th><th>금액</th></tr>
${rows.join('\n')}
<tr><th colspan="2">합계</th><td>${won.format(order.total)}원</td></tr>
</table>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
