const cron = require('node-cron');
const express = require('express');
const { billOrders } = require('./jobs/bill');

const app = express();
                                                               
app.listen(process.env.PORT);
