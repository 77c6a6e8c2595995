const express = require('express');
const app = express();

// expect-next state/connection-registry error {field=listeners}
const listeners = [];
// clean-next state/connection-registry -- names, not connections
const names = [];

app.get('/events', (req, res) => {
  res.set('Content-Type', 'text/event-stream');
  listeners.push(res);
  names.push(req.query.name);
});

app.post('/orders', (req, res) => {
  listeners.forEach((each) => each.write(`data: ${JSON.stringify(req.body)}\n\n`));
  res.end();
});
