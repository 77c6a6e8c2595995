import { Injectable } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';

@Injectable()
export class JobSwitch {
  constructor(private readonly registry: SchedulerRegistry) {}

  // No fix: the job would no longer be found here.
  pause(): void {
    this.registry.getCronJob('bill').stop();
  }
}
