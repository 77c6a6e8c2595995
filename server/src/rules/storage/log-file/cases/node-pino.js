const pino = require('pino');

// expect-next storage/log-file warning {file=/var/log/shop.log}
const access = pino({ level: 'info' }, pino.destination('/var/log/shop.log'));
//                                          ^^^^^^^^^^^

// clean-next storage/log-file -- standard output
const main = pino(pino.destination(1));

const audit = pino({
  transport: {
    targets: [
      // expect-next storage/log-file warning {file=logs/audit.log}
      { target: 'pino/file', options: { destination: 'logs/audit.log', mkdir: true } },
      // clean-next storage/log-file -- another place on the network
      { target: 'pino-socket', options: { address: 'logs', port: 5170 } },
    ],
  },
});

const both = pino.transport({
  targets: [
    // expect-next storage/log-file info {file=logs/both.log}
    { target: 'pino/file', options: { destination: 'logs/both.log' } },
    // clean-next storage/log-file -- file descriptor 1 is standard output
    { target: 'pino/file', options: { destination: 1 } },
  ],
});

module.exports = { access, main, audit, both };
