const express = require('express');
const guard = require('./guard');

const app = express();
app.set('trust proxy', Number(process.env.PROXIES ?? 1));
app.use(guard);
app.listen(process.env.PORT);
