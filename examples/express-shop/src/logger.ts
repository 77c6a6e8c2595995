import winston from 'winston';

export const logger = winston.createLogger({
  level: 'info',
  format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
  transports: [
    new winston.transports.File({ filename: 'logs/shop.log', maxsize: 10 * 1024 * 1024, maxFiles: 10 }),
    new winston.transports.File({ filename: 'logs/error.log', level: 'error' }),
  ],
});
