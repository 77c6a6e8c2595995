import { NestFactory } from '@nestjs/core';
import * as session from 'express-session';
import * as cookieSession from 'cookie-session';
import { AppModule } from './app.module';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  // clean-next state/http-session -- signed cookies
  app.use(cookieSession({ keys: ['k'] }));
  app.use(
    // expect-next state/http-session error
    session({
//  ^^^^^^^
      secret: process.env.SESSION_SECRET!,
      resave: false,
    }),
  );
  await app.listen(3000);
}
void bootstrap();
