import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { OrderJobs } from './orders/order.jobs';

/** A CronJob starts this program: it does the work once and ends. An error ends it with a code other than 0. */
async function run(): Promise<void> {
  const application = await NestFactory.createApplicationContext(AppModule);
  try {
    await application.get(OrderJobs).bill();
  } finally {
    await application.close();
  }
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
