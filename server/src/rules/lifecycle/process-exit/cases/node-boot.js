const express = require('express');
const app = express();

function checkNodeVersion(ctx, next) {
  // clean-next lifecycle/process-exit -- a step of the start
  if (!process.version.startsWith('v20')) process.exit(1);
  next();
}

function checkOrder(req, res, next) {
  // expect-next lifecycle/process-exit {where=checkOrder}
  if (!req.body.order) process.exit(1);
  next();
}

app.post('/orders', checkOrder, (req, res) => res.sendStatus(204));
app.listen(process.env.PORT);
module.exports = { checkNodeVersion };
