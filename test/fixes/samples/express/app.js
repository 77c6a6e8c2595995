const express = require('express');
const session = require('express-session');
const rateLimit = require('express-rate-limit');
const winston = require('winston');

const app = express();

const log = winston.createLogger({
  transports: [new winston.transports.File({ filename: 'shop.log' })],
});

app.use(session({
  secret: process.env.SECRET_KEY,
  resave: false,
  saveUninitialized: false,
}));

const searchLimiter = rateLimit({
  windowMs: 60_000,
  limit: 3,
});

app.post('/cart/:item', (req, res) => {
  req.session.cart = [...(req.session.cart ?? []), req.params.item];
  res.json(req.session.cart);
});

app.get('/cart', (req, res) => {
  res.json(req.session.cart ?? []);
});

app.get('/limited', searchLimiter, (req, res) => {
  res.json([]);
});

app.listen(process.env.PORT, () => {
  log.info('ready');
});
