const fs = require('fs');
const path = require('path');
const bunyan = require('bunyan');
const log4js = require('log4js');
const morgan = require('morgan');
const rfs = require('rotating-file-stream');
const { config } = require('./config');

// expect-next storage/log-file warning {file=access.log}
const accessLog = fs.createWriteStream(path.join(__dirname, 'access.log'), { flags: 'a' });
//                   ^^^^^^^^^^^^^^^^^

// clean-next storage/log-file -- standard output
const toConsole = morgan('tiny');
const toFile = morgan('combined', { stream: accessLog });

// expect-next storage/log-file warning {file=requests.log}
const rotating = rfs.createStream('requests.log', { interval: '1d' });

const logger = bunyan.createLogger({
  name: 'shop',
  streams: [
    // expect-next storage/log-file warning {file=/var/log/shop.json}
    { type: 'rotating-file', path: '/var/log/shop.json', period: '1d' },
//                           ^^^^
  ],
});

log4js.configure({
  appenders: {
    out: { type: 'stdout' },
    // expect-next storage/log-file info {file=logs/app.log}
    app: { type: 'dateFile', filename: 'logs/app.log' },
  },
  categories: { default: { appenders: ['out', 'app'], level: 'info' } },
});

function errorLog(error, alsoPrint = true) {
  // expect-next storage/log-file warning {file=config.dataDir/error.log}
  fs.appendFileSync(path.join(config.dataDir, 'error.log'), String(error));
  if (alsoPrint) console.error(error);
}

function audit(text) {
  // expect-next storage/log-file info {file=audit.log}
  fs.appendFileSync('audit.log', text);
  console.log(text);
}

function save(name, text) {
  // clean-next storage/log-file -- an article of the catalogue, not a log
  fs.appendFileSync(`catalogue/${name}`, text);
}

module.exports = { audit, errorLog, logger, rotating, save, toConsole, toFile };
