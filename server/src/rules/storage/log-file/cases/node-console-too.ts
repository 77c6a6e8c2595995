import * as winston from 'winston';

export const logger = winston.createLogger({
  transports: [
    // clean-next storage/log-file -- standard output
    new winston.transports.Console(),
    // expect-next storage/log-file info {file=logs/shop.log}
    new winston.transports.File({ filename: 'logs/shop.log' }),
  ],
});
