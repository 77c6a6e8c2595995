const fs = require('node:fs');

const FOLDER = 'public/uploads';

exports.upload = async (file, name) => {
  // expect-next storage/local-file-write info -- only with FILE_STORAGE=local
  file.stream.pipe(fs.createWriteStream(`${FOLDER}/${name}`));
  return `/uploads/${name}`;
};
