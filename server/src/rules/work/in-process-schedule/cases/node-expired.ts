import cron from 'node-cron';
import express from 'express';
import { LessThan } from 'typeorm';
import { db } from './db';

// expect-next work/in-process-schedule info {what=db.sessions.deleteMany} -- the second replica finds nothing left
cron.schedule('0 * * * *', async () => {
  await db.sessions.deleteMany({ expires: { $lt: new Date() } });
});

// expect-next work/in-process-schedule info {what=db.tokenRepository.delete}
cron.schedule('10 * * * *', async () => {
  await db.tokenRepository.delete({ validUntil: LessThan(new Date()) });
});

// expect-next work/in-process-schedule warning {what=db.drafts.deleteMany} -- takes whatever is there
cron.schedule('20 * * * *', async () => {
  await db.drafts.deleteMany({});
});

// expect-next work/in-process-schedule error -- the mail goes out twice
cron.schedule('30 * * * *', async () => {
  await db.carts.deleteMany({ touched: { $lt: Date.now() - 3600_000 } });
  await db.mails.insertOne({ to: 'shop@example.kr', text: 'carts are gone' });
});

express().listen(process.env.PORT);
