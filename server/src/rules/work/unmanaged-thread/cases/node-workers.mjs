import express from 'express';
import { Worker } from 'node:worker_threads';

const app = express();
app.post('/reports', (req, res) => {
  // expect-next work/unmanaged-thread info {what=/reports} -- as many threads as requests
  const worker = new Worker(new URL('./report.mjs', import.meta.url), { workerData: req.body });
  worker.once('message', (report) => res.json(report));
});

// clean-next work/unmanaged-thread -- one for the process
const mailer = new Worker(new URL('./mailer.mjs', import.meta.url));
app.post('/mails', (req, res) => {
  mailer.postMessage(req.body);
  res.sendStatus(202);
});
app.listen(process.env.PORT);
