const tls = require('tls');
const { Actors } = require('./models');

// expect-next state/mutable-static warning {name=progress}
const progress = { running: false, phase: 'idle', percent: 0 };
function report(step) { Object.assign(progress, step); }

async function backup() {
  report({ running: true, phase: 'copying' });
}
exports.progress = () => progress;

// expect-next state/mutable-static warning {name=knownActors} -- bounded, and read again from the database: a cache
const knownActors = new Map();

async function fold(event) {
  let known = knownActors.get(event.key);
  if (!known) {
    const row = await Actors.findOne({ key: event.key });
    known = new Set(row.actors);
    if (knownActors.size >= 500) knownActors.clear();
    knownActors.set(event.key, known);
  }
  return known;
}

// clean-next state/mutable-static -- what this process is doing right now
const running = new Set();

async function run(id) {
  if (running.has(id)) return;
  running.add(id);
  try {
    await fold({ key: id });
  } finally {
    running.delete(id);
  }
}

// clean-next state/mutable-static -- without its entry a client makes a full handshake
const tlsSessions = {};
const server = tls.createServer({});
server.on('newSession', (id, data, done) => {
  tlsSessions[id.toString('hex')] = data;
  done();
});
server.on('resumeSession', (id, done) => done(null, tlsSessions[id.toString('hex')] || null));

module.exports = { backup, fold, run };
