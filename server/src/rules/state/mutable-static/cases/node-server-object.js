const express = require('express');

class Server {
  static instance = null;

  // expect-next state/mutable-static warning {name=monitors}
  monitors = {};

  // expect-next state/mutable-static warning {name=windows}
  windows = {};

  // clean-next state/mutable-static -- kinds that the code brings
  static monitorTypes = {};

  app = undefined;

  static getInstance() {
    if (Server.instance == null) Server.instance = new Server();
    return Server.instance;
  }

  constructor() {
    this.app = express();
    Server.monitorTypes['http'] = class {};
  }

  async loadWindows(rows) {
    for (const row of rows) this.windows[row.id] = row;
  }
}

module.exports = { Server };
