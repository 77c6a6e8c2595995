import { Module } from '@nestjs/common';
import { CacheModule } from '@nestjs/cache-manager';
import { createKeyv } from '@keyv/redis';

@Module({
  imports: [CacheModule.register({ stores: [createKeyv(process.env.REDIS_URL ?? 'redis://localhost:6379')], isGlobal: true, ttl: 600_000 })],
})
export class AppModule {}
