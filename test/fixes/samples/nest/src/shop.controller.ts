import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Session } from '@nestjs/common';
import type { Cache } from 'cache-manager';

interface Visit {
  cart?: string[];
}

@Controller()
export class ShopController {
  constructor(@Inject(CACHE_MANAGER) private readonly prices: Cache) {}

  @Post('cart/:item')
  @HttpCode(200)
  put(@Session() visit: Visit, @Param('item') item: string): string[] {
    visit.cart = [...(visit.cart ?? []), item];
    return visit.cart;
  }

  @Get('cart')
  cart(@Session() visit: Visit): string[] {
    return visit.cart ?? [];
  }

  @Put('price/:item')
  async setPrice(@Param('item') item: string, @Query('value') value: string): Promise<{ price: string }> {
    await this.prices.set(item, value);
    return { price: value };
  }

  @Get('price/:item')
  async price(@Param('item') item: string): Promise<{ price: string | undefined }> {
    return { price: await this.prices.get<string>(item) };
  }
}
