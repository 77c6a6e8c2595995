#!/usr/bin/env node
import http from 'node:http';

// clean-next state/mutable-static -- a migration runs once; its page only shows how far it is
const done = new Map();

http.createServer((request, response) => {
  done.set(request.url, Date.now());
  response.end(JSON.stringify([...done.keys()]));
}).listen(process.env.PORT);
