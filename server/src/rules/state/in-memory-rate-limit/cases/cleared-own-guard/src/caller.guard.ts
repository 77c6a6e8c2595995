import { Injectable } from '@nestjs/common';
import { ThrottlerException, ThrottlerGuard, type ThrottlerRequest } from '@nestjs/throttler';

@Injectable()
export class CallerGuard extends ThrottlerGuard {
  constructor(options, storage, reflector, private readonly counts: SharedCounts) {
    super(options, storage, reflector);
  }

  protected async handleRequest({ context, limit }: ThrottlerRequest): Promise<boolean> {
    const used = await this.counts.next(context);
    if (used > limit) throw new ThrottlerException();
    return true;
  }
}
