const express = require('express');

const app = express();
app.get('/healthz', (_req, res) => {
  res.json({ status: 'ok' });
});
app.get('/readyz', (_req, res) => {
  res.json({ status: 'ok' });
});
app.get('/orders', (req, res) => res.json([]));
app.listen(process.env.PORT || 3000, () => console.log('ready'));
