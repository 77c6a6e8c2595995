const express = require('express');
const app = express();

// expect-next state/in-memory-sequence error {field=nextOrderId}
let nextOrderId = 1;
// clean-next state/in-memory-sequence -- numbers requests in the log of this process
let requestId = 0;

app.post('/orders', (req, res) => {
  console.log('request', ++requestId);
  res.json({ id: nextOrderId++, item: req.body.item });
});
