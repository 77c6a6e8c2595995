import { Controller, Get, Injectable, Post, Scope } from '@nestjs/common';
import { CalculatorState } from './calculator-state';

export class Uptime {
  // expect-next state/mutable-static warning {name=list}
  static list: Record<string, CalculatorState> = {};
  //     ^^^^

  // clean-next state/mutable-static -- never changed
  static readonly steps = [1, 5, 15];

  // clean-next state/mutable-static -- every object has its own
  beats: number[] = [];

  static of(id: string): CalculatorState {
    if (!Uptime.list[id]) Uptime.list[id] = new CalculatorState(Uptime.steps);
    return Uptime.list[id]!;
  }

  add(beat: number): void {
    this.beats.push(beat);
  }
}

@Injectable()
export class CartService {
  // expect-next state/mutable-static warning {name=carts}
  private readonly carts = new Map<string, string[]>();

  add(user: string, item: string): void {
    this.carts.set(user, [...(this.carts.get(user) ?? []), item]);
  }
}

@Injectable({ scope: Scope.REQUEST })
export class RequestLog {
  // clean-next state/mutable-static -- one for each request
  private readonly steps: string[] = [];

  step(text: string): void {
    this.steps.push(text);
  }
}

@Controller('orders')
export class OrderController {
  // expect-next state/mutable-static error {name=orders}
  private orders: string[] = [];

  @Post()
  create(order: string): void {
    this.orders.push(order);
  }

  @Get()
  all(): readonly string[] {
    return this.orders;
  }
}
