const express = require('express');
const rateLimit = require('express-rate-limit');
const { RedisStore } = require('rate-limit-redis');
const { createClient } = require('redis');

const app = express();

const redisClient = createClient({ url: process.env.REDIS_URL ?? 'redis://localhost:6379' });
redisClient.on('error', console.error);
redisClient.connect().catch(console.error);
// At most ten tries in a quarter of an hour.
const loginLimiter = rateLimit({
  store: new RedisStore({ prefix: 'loginLimiter:', sendCommand: (...args) => redisClient.sendCommand(args) }),
  windowMs: 15 * 60 * 1000,
  max: 10,
});

app.post('/login', loginLimiter, (req, res) => res.end());
app.listen(process.env.PORT || 3000);
