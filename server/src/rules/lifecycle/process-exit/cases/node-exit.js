const express = require('express');
const app = express();

app.post('/admin/restart', (req, res) => {
  res.end();
  // expect-next lifecycle/process-exit info {where=/admin/restart}
  process.exit(0);
});

process.on('uncaughtException', () => {
  // clean-next lifecycle/process-exit -- the process cannot go on
  process.exit(1);
});
