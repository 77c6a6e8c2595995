const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const settings = require('./settings');

const file = path.join(__dirname, 'data', 'jwt-secret.txt');
let secret;
try {
  secret = fs.readFileSync(file, 'utf8');
} catch {
  secret = randomBytes(32).toString('hex');
  // expect-next state/generated-secret error
  fs.writeFileSync(file, secret);
}
exports.secret = secret;

if (!settings.sessionKey) {
  settings.sessionKey = randomBytes(32).toString('hex');
  // expect-next state/generated-secret warning {setting=settings.sessionKey}
  fs.writeFileSync('SESSIONKEY.txt', settings.sessionKey);
}

exports.keep = (key, text) => {
  // clean-next state/generated-secret -- a file of another kind
  fs.writeFileSync(path.join(process.env.DATA_DIR, `${key}.txt`), text);
};
