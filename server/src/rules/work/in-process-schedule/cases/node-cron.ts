import cron from 'node-cron';
import { CronJob } from 'cron';
import { Cron } from 'croner';
import { scheduleJob } from 'node-schedule';
import Agenda from 'agenda';
import { AsyncTask, SimpleIntervalJob, ToadScheduler } from 'toad-scheduler';
import { config } from './config';
import { db, mailer } from './services';
import { isLeader } from './cluster';
import { jobs, rebuild, expireUnpaidOrders } from './work';

// expect-next work/in-process-schedule error {what=db.orders.updateMany}
cron.schedule('0 2 * * *', async () => {
//   ^^^^^^^^
  await db.orders.updateMany({ paid: false }, { cancelled: true });
});

// expect-next work/in-process-schedule error {job=sendReminders}
cron.schedule('0 9 * * *', sendReminders);

async function sendReminders(): Promise<void> {
  for (const user of await db.users.find({})) await mailer.sendMail({ to: user.mail });
}

// expect-next work/in-process-schedule error {what=expireUnpaidOrders}
new CronJob('*/5 * * * *', () => void expireUnpaidOrders()).start();

// expect-next work/in-process-schedule error
CronJob.from({ cronTime: '0 3 * * *', onTick: () => db.query('DELETE FROM session WHERE expires < now()'), start: true });

for (const job of jobs) {
  // expect-next work/in-process-schedule warning {job=run}
  new Cron(job.pattern, { timezone: 'Asia/Seoul' }, job.run);
  //  ^^^^
}

// clean-next work/in-process-schedule -- asks for the next date, runs nothing
export const next = new Cron('0 0 * * *').nextRun();

// expect-next work/in-process-schedule warning {job=rebuild}
scheduleJob('search', '0 4 * * *', rebuild);

// clean-next work/in-process-schedule -- a figure of this process
cron.schedule('* * * * *', () => console.log(process.memoryUsage().rss));

// clean-next work/in-process-schedule -- takes a lock that all replicas see
cron.schedule('0 5 * * *', async () => {
  const lock = await db.acquireLock('stock');
  if (lock) await db.stock.updateMany({}, { counted: true });
});

if (config.runJobs) {
  // expect-next work/in-process-schedule warning {setting=config.runJobs}
  cron.schedule('0 6 * * *', () => db.stock.deleteMany({ empty: true }));
}

// clean-next work/in-process-schedule -- jobs with locks in the database
new Agenda({ db: { address: config.mongo } }).every('5 minutes', 'orders');

const task = new AsyncTask('settle', async () => {
  await db.payments.updateMany({}, { settled: true });
});
// expect-next work/in-process-schedule error {job=settle}
new ToadScheduler().addSimpleIntervalJob(new SimpleIntervalJob({ minutes: 5 }, task));

export { isLeader };
