const { randomBytes } = require('node:crypto');
const express = require('express');
const session = require('express-session');
const store = require('./store');

const app = express();
// expect-next state/generated-secret error
app.use(session({ secret: randomBytes(32).toString('hex'), store, resave: false, saveUninitialized: false }));
app.listen(process.env.PORT);
