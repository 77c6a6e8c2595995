import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.getHttpAdapter().get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  app.getHttpAdapter().get('/readyz', (_req, res) => {
    res.json({ status: 'ok' });
  });
  await app.listen(process.env.PORT ?? 3000);
}
void bootstrap();
