import express from 'express';

const app = express();
// expect-next state/in-memory-rate-limit warning
const requestCounts = new Map();

app.use((req, res, next) => {
  const count = (requestCounts.get(req.ip) ?? 0) + 1;
  requestCounts.set(req.ip, count);
  if (count > 100) {
    res.status(429).end();
    return;
  }
  next();
});

app.listen(process.env.PORT ?? 3000);
