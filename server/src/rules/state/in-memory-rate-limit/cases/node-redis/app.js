const express = require('express');
const rateLimit = require('express-rate-limit');

const app = express();

// At most ten tries in a quarter of an hour.
const loginLimiter = rateLimit({
  windowMs: 15 * 60 * 1000,
  max: 10,
});

app.post('/login', loginLimiter, (req, res) => res.end());
app.listen(process.env.PORT || 3000);
