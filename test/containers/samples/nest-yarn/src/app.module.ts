import { Controller, Get, Module } from '@nestjs/common';

@Controller()
class ReservationsController {
  @Get('healthz')
  health(): { readonly status: string } {
    return { status: 'ok' };
  }

  @Get('reservations')
  reservations(): readonly string[] {
    return ['table 4 at noon'];
  }
}

@Module({ controllers: [ReservationsController] })
export class AppModule {}
