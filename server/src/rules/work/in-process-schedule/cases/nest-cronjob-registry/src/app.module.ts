import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { OrderJobs } from './orders/order.jobs';
import { OrderRepository } from './orders/order.repository';

@Module({ imports: [ScheduleModule.forRoot()], providers: [OrderJobs, OrderRepository] })
export class AppModule {}
