import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { ShopController } from './shop.controller';

@Module({
  imports: [CacheModule.register({ ttl: 600_000 })],
  controllers: [ShopController],
})
export class AppModule {}
