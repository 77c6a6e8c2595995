import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { OrderRepository } from './order.repository';

@Injectable()
export class OrderJobs {
  constructor(private readonly orders: OrderRepository) {}

  // expect-next work/in-process-schedule warning {job=bill}
  @Cron(CronExpression.MONDAY_TO_FRIDAY_AT_2AM, { name: 'bill', timeZone: 'Asia/Seoul' })
  async bill(): Promise<void> {
    await this.orders.update({ billed: false }, { billed: true });
  }
}
