const fs = require('fs');
const { writeFile } = require('./memory-disk');
const { fs: memfs } = require('memfs');
const { PutObjectCommand, S3Client } = require('@aws-sdk/client-s3');

const s3 = new S3Client({});

exports.save = async (name, text) => {
  // clean-next storage/local-file-write -- not the file system
  await writeFile(`notes/${name}`, text);
  // clean-next storage/local-file-write -- a file system in memory
  memfs.writeFileSync('/notes', text);
  // clean-next storage/local-file-write -- a stream that is open already
  fs.writeFileSync(1, text);
  // clean-next storage/local-file-write -- standard output
  fs.createWriteStream('/dev/stdout').write(text);
  // clean-next storage/local-file-write -- a folder alone holds nothing
  fs.mkdirSync('notes', { recursive: true });
};

exports.bundle = (text) => {
  // clean-next storage/local-file-write -- what the build makes
  fs.writeFileSync('dist/page.html', text);
};

exports.upload = async (req) => {
  const file = `staging/${req.params.id}.png`;
  // expect-next storage/local-file-write info {where=staging}
  fs.writeFileSync(file, req.body);
  await s3.send(new PutObjectCommand({ Bucket: 'images', Key: req.params.id, Body: fs.createReadStream(file) }));
};

exports.copy = (from, to) => {
  // clean-next storage/local-file-write -- the caller says where, and the code's trade is another
  fs.copyFileSync(from, to);
};

exports.withExtension = (file) => {
  // clean-next storage/local-file-write -- stays in its folder
  fs.renameSync(file, file + '.png');
};

if (process.env.NODE_ENV === 'development') {
  // clean-next storage/local-file-write -- at the developer's desk only
  fs.writeFileSync('data/routes.json', '[]');
}
