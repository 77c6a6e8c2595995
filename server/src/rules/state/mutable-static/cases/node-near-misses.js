const { createHash } = require('node:crypto');
const fs = require('node:fs');
const https = require('node:https');

// clean-next state/mutable-static -- the same file has the same hash in every replica
const fileHashes = new Map();
exports.hashOf = (file) => {
  if (fileHashes.has(file)) return fileHashes.get(file);
  const hash = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
  fileHashes.set(file, hash);
  return hash;
};

// clean-next state/mutable-static -- compiled patterns
const patterns = {};
exports.matches = (pattern, text) => {
  patterns[pattern] = patterns[pattern] || new RegExp(pattern);
  return patterns[pattern].test(text);
};

// expect-next state/mutable-static info {name=keyCache}
let keyCache = {};
exports.keys = async () => {
  if (keyCache.expiresAt > Date.now()) return keyCache;
  const found = await fetch('https://login.example.com/keys').then((response) => response.json());
  keyCache = Object.assign({}, found, { expiresAt: Date.now() + 3600_000 });
  return keyCache;
};

// clean-next state/mutable-static -- functions hang on it, as on a module
const Api = {};
Api.list = () => [];
Api.find = (id) => Api.list().find((each) => each.id === id);

// clean-next state/mutable-static -- what plug-ins register is the same everywhere
const exporters = {};
exports.registerExporter = (name, exporter) => {
  exporters[name] = exporter;
};
exports.exportAs = (name, data) => exporters[name](data);

// clean-next state/mutable-static -- functions again, under another name
const onSave = [];
exports.addSaver = (callback) => onSave.push(callback);

// clean-next state/mutable-static -- waits for a user to stop typing
const pending = {};
exports.touch = (user) => {
  clearTimeout(pending[user]);
  pending[user] = setTimeout(() => delete pending[user], 500);
};

// clean-next state/mutable-static -- requests under way, gone when they are answered
const inFlight = new Map();
exports.load = (url) => {
  if (!inFlight.has(url)) inFlight.set(url, fetch(url).finally(() => inFlight.delete(url)));
  return inFlight.get(url);
};

// clean-next state/mutable-static -- connections belong to the process that holds them
const agents = new Map();
exports.agentFor = (host) => {
  if (!agents.has(host)) agents.set(host, new https.Agent({ keepAlive: true }));
  return agents.get(host);
};

// clean-next state/mutable-static -- lives and dies with the connection
const typing = {};
exports.onConnection = (socket) => {
  socket.on('typing', (text) => {
    typing[socket.id] = text;
  });
  socket.on('disconnect', () => delete typing[socket.id]);
};

// clean-next state/mutable-static -- every process counts for itself and reports
const metrics = { requests: 0, errors: {} };
exports.count = (req, res, next) => {
  metrics.errors[req.path] = (metrics.errors[req.path] || 0) + 1;
  next();
};

// clean-next state/mutable-static -- gathered for a moment, then written
let lines = [];
exports.add = (line) => lines.push(line);
exports.flush = async (db) => {
  const batch = lines;
  lines = [];
  await db.insertMany(batch);
};

// clean-next state/mutable-static -- belongs to the objects it describes
const details = new WeakMap();
exports.describe = (target, text) => details.set(target, text);

// expect-next state/mutable-static warning {name=secretCache}
const secretCache = new Map();
exports.setSecret = (name, value) => secretCache.set(name, value);
exports.secret = (name) => secretCache.get(name);

// expect-next state/mutable-static warning {name=steps}
const steps = new Map();
exports.advance = (id) => {
  const step = steps.get(id) ?? { done: 0 };
  step.done += 1;
  steps.set(id, step);
  return step;
};

// clean-next state/mutable-static -- computed when it is missing
const slugs = {};
exports.slug = (title) => {
  let slug = slugs[title];
  if (!slug) {
    slug = title.toLowerCase().replaceAll(' ', '-');
    slugs[title] = slug;
  }
  return slug;
};
