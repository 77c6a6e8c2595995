import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { CallerGuard } from './caller.guard';

@Module({
  imports: [
    // expect-next state/in-memory-rate-limit warning {library=@nestjs/throttler,option=storage}
    ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }]),
  ],
  providers: [CallerGuard, { provide: APP_GUARD, useClass: ThrottlerGuard }],
})
export class LimitsModule {}
