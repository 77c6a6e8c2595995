const path = require('path');
const Database = require('better-sqlite3');
const sqlite3 = require('sqlite3').verbose();
const Datastore = require('nedb');
const { Level } = require('level');

const settings = {};
// expect-next state/embedded-database warning {engine=SQLite}
settings.file = path.join(process.env.DATA_DIR || './data', 'orders.db');
const orders = new Database(settings.file);
// expect-next state/embedded-database {engine=SQLite}
const audit = new sqlite3.Database('./audit.sqlite');
// expect-next state/embedded-database {engine=NeDB}
const users = new Datastore({ filename: 'users.db', autoload: true });
// expect-next state/embedded-database {engine=LevelDB}
const sessions = new Level('./sessions');
// clean-next state/embedded-database -- shipped with the image and only read
const cities = new Database('./cities.db', { readonly: true });

module.exports = { orders, audit, users, sessions, cities };
