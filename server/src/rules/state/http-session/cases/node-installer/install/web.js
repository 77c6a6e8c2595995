const express = require('express');
const session = require('express-session');

const app = express();
// clean-next state/http-session -- the setup page runs once, before there is anything to replicate
app.use(session({ secret: process.env.SETUP_SECRET, resave: false, saveUninitialized: false }));
app.listen(process.env.PORT);
