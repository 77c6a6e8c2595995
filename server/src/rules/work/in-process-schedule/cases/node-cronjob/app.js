const cron = require('node-cron');
const express = require('express');
const { billOrders } = require('./jobs/bill');

const app = express();
// expect-next work/in-process-schedule error {what=billOrders}
cron.schedule('30 2 * * 1-5', () => billOrders(), { timezone: 'Asia/Seoul' });
app.listen(process.env.PORT);
