const express = require('express');
const app = express();

// expect-next state/in-memory-rate-limit warning {name=loginAttempts}
const loginAttempts = new Map();
// clean-next state/in-memory-rate-limit -- how often this process tried again
const retryAttempts = new Map();

app.post('/login', (req, res) => {
  const tries = (loginAttempts.get(req.ip) ?? 0) + 1;
  loginAttempts.set(req.ip, tries);
  retryAttempts.set(req.path, 1);
  res.status(tries > 5 ? 429 : 200).end();
});
