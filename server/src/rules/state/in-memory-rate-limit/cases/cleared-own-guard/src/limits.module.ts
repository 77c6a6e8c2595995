import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CallerGuard } from './caller.guard';

@Module({
  imports: [
    // clean-next state/in-memory-rate-limit -- the only guard counts by itself
    ThrottlerModule.forRoot([{ ttl: 60000, limit: 10 }]),
  ],
  providers: [CallerGuard],
})
export class LimitsModule {}
