import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { sendUsage } from './send-usage';
import { sizeOf } from './size';

@Injectable()
export class UsageService {
  constructor(private readonly httpService: HttpService, private readonly orderRepository: OrderRepository) {}

  // expect-next work/in-process-schedule warning {job=report,what=sendUsage}
  @Cron('0 0 * * *')
  async report(): Promise<void> {
    const orders = await this.orderRepository.count();
    await sendUsage(this.httpService, { orders, size: sizeOf(orders) });
  }
}
