const knex = require('knex');

function AttemptStore(options) {
  this.knex = options.knex || knex(AttemptStore.defaultsKnex);
}

AttemptStore.defaultsKnex = {
  client: 'sqlite3',
  // expect-next state/embedded-database warning {engine=SQLite} -- only a fallback
  connection: { filename: './attempts.sqlite' },
};

function open(config) {
  let client = null;
  let connection = config.url;
  switch (config.db.type) {
    case 'postgres':
      client = 'pg';
      break;
    case 'sqlite':
      // expect-next state/embedded-database warning {engine=SQLite, setting=config.db.type}
      client = 'sqlite3';
      connection = { filename: config.db.storage };
      break;
  }
  return knex({ client, connection });
}

module.exports = { AttemptStore, open };
