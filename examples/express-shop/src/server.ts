import { app } from './app';
import { config } from './config';
import { openDatabase } from './db';
import { startJobs } from './jobs';
import { logger } from './logger';

openDatabase();
startJobs();

app.listen(config.port, () => {
  logger.info(`동네상점이 ${config.port} 포트에서 시작했습니다.`);
});
