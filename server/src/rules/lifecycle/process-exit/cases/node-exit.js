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

const server = app.listen(process.env.PORT);
server.on('error', (error) => {
  // clean-next lifecycle/process-exit -- the server cannot listen
  process.exit(1);
});
