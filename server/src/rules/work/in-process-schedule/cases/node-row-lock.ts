import type { DataSource } from 'typeorm';
import { Report } from './report';

export class Reports {
  constructor(private readonly data: DataSource) {
    // clean-next work/in-process-schedule -- whoever does not get the row leaves it
    setInterval(() => this.sendReports(), 60000);
    // expect-next work/in-process-schedule error {job=setInterval(…)}
    setInterval(() => this.sendReminders(), 60000);
  }

  private async sendReports(): Promise<void> {
    if (await this.claim()) await this.mailer.sendMail({ subject: 'report' });
  }

  private async claim(): Promise<boolean> {
    return this.data.transaction(async (manager) => {
      const row = await manager.getRepository(Report).createQueryBuilder('report').setLock('pessimistic_write').where('report.lockedAt IS NULL').getOne();
      return row !== null;
    });
  }

  private async sendReminders(): Promise<void> {
    await this.mailer.sendMail({ subject: 'reminder' });
  }

  private mailer!: { sendMail(mail: object): Promise<void> };
}
