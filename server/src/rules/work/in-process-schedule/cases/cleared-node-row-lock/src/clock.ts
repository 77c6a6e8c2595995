import { Cron } from 'croner';
import type { Ledger, Month } from './ledger';

export class BillingClock {
  constructor(private readonly ledger: Ledger) {}

  wind(month: Month): void {
    // clean-next work/in-process-schedule -- the ledger locks the row of the month before it works
    new Cron(month.clock, () => this.ledger.closeMonth(month));
    // expect-next work/in-process-schedule error {what=this.ledger.publishMonth}
    new Cron(month.clock, () => this.ledger.publishMonth(month));
  }
}
