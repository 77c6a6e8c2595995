const fs = require('fs');
const path = require('path');

exports.openLog = (folder) => {
  // expect-next storage/log-file warning
  return fs.createWriteStream(path.join(folder, 'access.log'), { flags: 'a' });
};
