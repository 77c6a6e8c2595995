const express = require('express');
const { stopOnSignal } = require('./stop');

const app = express();
// clean-next lifecycle/no-graceful-shutdown -- another module ends it
const server = app.listen(3000);
stopOnSignal(server);
