const { randomBytes } = require('node:crypto');
const express = require('express');
const session = require('express-session');
const store = require('./store');

const app = express();
                                           
app.use(session({ secret: process.env.SESSION_SECRET, store, resave: false, saveUninitialized: false }));
app.listen(process.env.PORT);
