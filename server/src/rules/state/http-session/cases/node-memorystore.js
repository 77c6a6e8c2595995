const express = require('express');
const session = require('express-session');
const MemoryStore = require('memorystore')(session);

const app = express();

app.use(session({
  secret: 'x',
  // expect-next state/http-session error
  store: new MemoryStore({ checkPeriod: 86400000 }),
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}));

// expect-next state/http-session warning
app.use(session());

// clean-next state/http-session -- not the session library
app.use(helmet({ secret: 'x' }));

function helmet(options) {
  return (req, res, next) => next(options);
}
