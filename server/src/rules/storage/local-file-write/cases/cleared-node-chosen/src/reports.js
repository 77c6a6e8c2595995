const fs = require('node:fs');

const FOLDER = 'public/reports/uploads';

exports.upload = async (file, name) => {
  // expect-next storage/local-file-write warning
  file.stream.pipe(fs.createWriteStream(`${FOLDER}/${name}`));
  return `/uploads/${name}`;
};
