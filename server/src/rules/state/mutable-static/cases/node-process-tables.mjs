import fs, { readdir } from 'node:fs';
import Queue from 'bull';
import { makeModel } from './models.mjs';

// clean-next state/mutable-static -- functions that modules bring
const hooks = {};
export function attach(name, method) {
  if (hooks[name] == null) hooks[name] = [];
  hooks[name].push(method);
}

// clean-next state/mutable-static -- clients of queues that stand in Redis
const queues = {};
export function queueFor(name) {
  if (!queues[name]) queues[name] = new Queue(name);
  return queues[name];
}

// clean-next state/mutable-static -- processes of this machine
const killedPids = new Set();
export function kill(pid) {
  killedPids.add(pid);
  process.kill(-pid);
}
export const wasKilled = (pid) => killedPids.delete(pid);

// clean-next state/mutable-static -- every replica reads the same list
const knownHashes = new Set();
export async function loadKnown() {
  for await (const each of db.hashes.find()) knownHashes.add(each.hash);
}
export const isKnown = (hash) => knownHashes.has(hash);

// expect-next state/mutable-static warning {name=extraNames} -- what one replica is told the others do not know
const extraNames = new Set();
export async function remember(names) {
  for (const name of names) extraNames.add(name);
}
export const isExtra = (name) => extraNames.has(name);

// clean-next state/mutable-static -- when a back end failed last, as this process saw it
const lastFailures = new Map();
export function trip(url) {
  lastFailures.set(url, Date.now());
}
export const isTripped = (url) => lastFailures.has(url);

// clean-next state/mutable-static -- a module whose functions have the names of methods of lists
const json = {};
json.append = function (list, part) {
  list.push(part);
};
export function compose(first, second) {
  for (const part of second) json.append(first, part);
  return first;
}

// clean-next state/mutable-static -- runs when the classes load that it decorates
const fields = new Map();
export function Field(target, propertyKey) {
  fields.set(target.constructor.name, [...(fields.get(target.constructor.name) ?? []), propertyKey]);
}

// clean-next state/mutable-static -- made of settings, the same way in every replica
const models = new Map();
const keepModel = (key, model) => {
  if (models.size > 50) models.delete(models.keys().next().value);
  models.set(key, model);
};
export function modelFor(settings) {
  const key = JSON.stringify(settings);
  if (models.has(key)) return models.get(key);
  const model = makeModel(settings);
  keepModel(key, model);
  return model;
}

// clean-next state/mutable-static -- filled from the folder when the module loads
const styles = [];
readdir('custom/css', (error, files) => {
  if (!error) styles.push(...files);
});
export const styleNames = () => styles;

// clean-next state/mutable-static -- sockets of this process, and what each wants to hear
const listeners = [];
export function listen(socket, level) {
  const at = listeners.findIndex((each) => each.id === socket.id);
  if (at >= 0) listeners[at].level = level;
  else listeners.push({ id: socket.id, socket, level });
}
export function unlisten(id) {
  subscribers = subscribers.filter((each) => each.id !== id);
}

// clean-next state/mutable-static -- sockets of this process
let subscribers = [];
export function subscribe(req) {
  req.on('close', () => unlisten(req.socket.id));
  subscribers.push({ id: req.socket.id, socket: req.socket });
}

// clean-next state/mutable-static -- whoever waits for the same answer
const waiting = Object.create(null);
export function once(key, cb) {
  if (waiting[key]) {
    waiting[key].push(cb);
    return undefined;
  }
  waiting[key] = [cb];
  return (answer) => waiting[key].forEach((each) => each(answer));
}

// clean-next state/mutable-static -- classes
const codes = {};
export function createErrorType(code, message) {
  class CodedError extends Error {
    constructor() {
      super(message);
      this.code = code;
    }
  }
  codes[code] = CodedError;
}

// clean-next state/mutable-static -- clocks of this process
const alarms = new Map();
export function arm(record, cron) {
  alarms.set(record.id, cron.schedule(record.when, () => ring(record.id)));
}
export function disarm(id) {
  const alarm = alarms.get(id);
  if (!alarm) return;
  alarm.stop();
  alarms.delete(id);
}

// expect-next state/mutable-static warning {name=auctions} -- what stands open is data, though it can be looked up and removed
const auctions = new Map();
export function openAuction(id, price) {
  auctions.set(id, { price, bids: [] });
}
export function closeAuction(id) {
  const auction = auctions.get(id);
  auctions.delete(id);
  return auction.bids;
}

// clean-next state/mutable-static -- code that the process takes in
const extras = new Map();
export async function take(name, path) {
  const code = await import(path);
  extras.set(name, code.default);
}
export const extra = (name) => extras.get(name);

// clean-next state/mutable-static -- filled by a step of a promise while the module loads
const words = new Map();
for (const name of ['join', 'leave']) {
  import(`./words/${name}.mjs`).then((found) => found.words.forEach((word) => words.set(word, found)));
}
export const word = (text) => words.get(text);

// clean-next state/mutable-static -- every replica asks for the same list, again when it is told to
const sizes = {};
export async function readSizes(force = false) {
  if (!force && Object.keys(sizes).length > 0) return;
  for (const each of await db.models.find()) sizes[each.id] = each.size;
}
export const sizeOf = (id) => sizes[id];

// clean-next state/mutable-static -- filled while the classes load that extend what is made
const tables = new Set();
export function modelFor(config) {
  class Base {
    static table = config.table;
  }
  tables.add(config.table);
  return Base;
}
export const allTables = () => [...tables];

// expect-next state/mutable-static warning {name=drafts} -- an object that is made for a caller is data
const drafts = new Set();
export function draftFor(config) {
  drafts.add(config.title);
  return { title: config.title };
}
export const allDrafts = () => [...drafts];

// clean-next state/mutable-static -- which folders lie on this disk, listed anew at start
const lastUse = new Map();
export async function listFolders() {
  for (const name of await fs.promises.readdir('output')) lastUse.set(name, 0);
}
export function touch(name) {
  lastUse.set(name, Date.now() / 1000);
}
export const idle = (before) => [...lastUse].filter(([, at]) => at < before).map(([name]) => name);

// expect-next state/mutable-static warning {name=notes} -- what the files hold goes on changing in memory
const notes = new Map();
export async function readNotes() {
  for (const name of await fs.promises.readdir('notes')) notes.set(name, JSON.parse(await fs.promises.readFile(`notes/${name}`)));
}
export function amend(name, note) {
  notes.set(name, note);
}
export const noteOf = (name) => notes.get(name);
