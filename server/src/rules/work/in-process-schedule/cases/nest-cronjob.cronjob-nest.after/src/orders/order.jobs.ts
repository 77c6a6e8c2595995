import { Injectable } from '@nestjs/common';
import { OrderRepository } from './order.repository';

@Injectable()
export class OrderJobs {
  constructor(private readonly orders: OrderRepository) {}

                                                            
  async bill(): Promise<void> {
    await this.orders.update({ billed: false }, { billed: true });
  }
}
