import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import session from 'express-session';
import { AppModule } from './app.module';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.use(session({ secret: String(process.env.SECRET_KEY), resave: false, saveUninitialized: false }));
  await app.listen(Number(process.env.PORT));
}

void bootstrap();
