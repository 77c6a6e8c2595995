#!/usr/bin/env node
const files = require('node:fs');

// clean-next state/mutable-static -- a program that runs once
const seen = new Map();

function visit(path) {
  seen.set(path, files.statSync(path).size);
}

process.argv.slice(2).forEach(visit);
