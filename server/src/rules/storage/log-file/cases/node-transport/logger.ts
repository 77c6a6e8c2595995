import winston from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';

export const logger = winston.createLogger({
  transports: [
    // expect-next storage/log-file warning
    new DailyRotateFile({ filename: 'logs/shop.log', maxFiles: '14d', format: winston.format.json() }),
  ],
});
