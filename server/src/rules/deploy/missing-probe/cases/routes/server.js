const express = require('express');

const app = express();
app.get('/livez', (req, res) => res.send('ok'));
app.get('/readyz', (req, res) => res.send('ready'));
const server = app.listen(3000);
process.on('SIGTERM', () => server.close());
