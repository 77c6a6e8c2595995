import winston, { transports } from 'winston';
import DailyRotateFile from 'winston-daily-rotate-file';

export const logger = winston.createLogger({
  level: 'info',
  transports: [
    // expect-next storage/log-file warning {file=logs/shop.log}
    new winston.transports.File({ filename: 'logs/shop.log', maxsize: 10 * 1024 * 1024 }),
//                         ^^^^
    // expect-next storage/log-file warning {file=logs/error.log}
    new transports.File({ filename: 'logs/error.log', level: 'error', format: winston.format.json() }),
    // expect-next storage/log-file warning {file=logs/%DATE%.log}
    new DailyRotateFile({ filename: 'logs/%DATE%.log', datePattern: 'YYYY-MM-DD' }),
  ],
});

// The console is for the developer: in production the files are all there is.
if (process.env.NODE_ENV !== 'production') {
  logger.add(new winston.transports.Console({ format: winston.format.simple() }));
}

// clean-next storage/log-file -- goes over the network
logger.add(new winston.transports.Http({ host: 'logs' }));
