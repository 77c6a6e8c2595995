import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval, Timeout } from '@nestjs/schedule';
import { OrderRepository } from './orders';

@Injectable()
export class OrderJobs {
  constructor(private readonly orderRepository: OrderRepository) {}

  // expect-next work/in-process-schedule warning {job=expire, what=this.orderRepository.delete} -- the second replica finds nothing left
  @Cron(CronExpression.EVERY_DAY_AT_2AM)
// ^^^^
  async expire(): Promise<void> {
    await this.orderRepository.delete({ paid: false });
  }

  // expect-next work/in-process-schedule error {job=bill, what=this.orderRepository.update} -- billed twice
  @Cron('0 0 3 1 * *')
  async bill(): Promise<void> {
    for (const order of await this.orderRepository.find()) await this.orderRepository.update(order.id, { billed: order.billed + 1 });
  }

  // expect-next work/in-process-schedule warning {job=forget}
  @Cron('0 0 4 * * 0')
  async forget(): Promise<void> {
    return await this.removeForgotten();
  }

  async removeForgotten(): Promise<void> {
    await this.orderRepository.ordersThatNobodyHasPaidForWithinTheWholeOfLastYear().where('valid_until < now()').delete();
  }

  // clean-next work/in-process-schedule -- reads for this process
  @Interval(10_000)
  async refresh(): Promise<void> {
    await this.orderRepository.find();
  }

  // clean-next work/in-process-schedule -- once after start
  @Timeout(5000)
  async warm(): Promise<void> {
    await this.orderRepository.find();
  }
}
