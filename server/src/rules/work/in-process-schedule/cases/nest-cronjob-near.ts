import { Injectable } from '@nestjs/common';
import { Cron, Interval } from '@nestjs/schedule';
import { OrderRepository } from './orders';

@Injectable()
export class NearJobs {
  constructor(private readonly orderRepository: OrderRepository) {}

  // expect-next work/in-process-schedule error -- no fix: nothing here says how the application starts
  @Cron('0 0 3 * * *', { name: 'bill' })
  async bill(): Promise<void> {
    await this.orderRepository.update(1, { billed: true });
  }

  // expect-next work/in-process-schedule error -- no fix: only the class may call it
  @Cron('0 0 4 * * *')
  private async remind(): Promise<void> {
    await this.orderRepository.update(2, { reminded: true });
  }

  // expect-next work/in-process-schedule warning -- no fix: nothing here says how the application starts
  @Interval(5 * 60 * 1000)
  async settle(): Promise<void> {
    await this.orderRepository.update(3, { settled: true });
  }
}
