import { Injectable } from '@nestjs/common';

@Injectable()
export class OrderRepository {
  async update(filter: { billed: boolean }, change: { billed: boolean }): Promise<void> {
    await fetch(process.env.ORDERS_URL ?? '', { method: 'PATCH', body: JSON.stringify({ filter, change }) });
  }
}
