const express = require('express');

const app = express();
app.get('/orders', (req, res) => res.json([]));
const server = app.listen(process.env.PORT || 3000, () => console.log('ready'));
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(1), 25_000).unref();
});
