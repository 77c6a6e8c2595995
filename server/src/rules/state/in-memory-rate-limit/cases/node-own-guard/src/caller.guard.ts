import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';

@Injectable()
export class CallerGuard extends ThrottlerGuard {
  protected async getTracker(request: Record<string, string>): Promise<string> {
    return request['apiKey'] ?? '';
  }
}
