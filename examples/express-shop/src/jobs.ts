import cron from 'node-cron';
import { logger } from './logger';
import { expireUnpaidOrders, sendPaidOrders } from './services/orders';

const WAREHOUSE_INTERVAL_MS = 5 * 60 * 1000;
const MEMORY_LOG_INTERVAL_MS = 60 * 1000;

export function startJobs(): void {
  cron.schedule(
    '0 2 * * *',
    () => {
      const count = expireUnpaidOrders();
      logger.info(`미입금 주문 ${count}건을 취소했습니다.`);
    },
    { timezone: 'Asia/Seoul' },
  );

  setInterval(() => void sendPaidOrders(), WAREHOUSE_INTERVAL_MS);

  setInterval(() => logger.info('메모리 사용량', process.memoryUsage()), MEMORY_LOG_INTERVAL_MS).unref();
}
