const fs = require('fs');
const path = require('path');

const root = process.env.NODE_ENV === 'development' ? path.resolve(__dirname, '../storage') : path.resolve(process.env.STORAGE_DIR, 'plugins');
const cacheFolder = path.resolve(process.env.STORAGE_DIR, 'models');

function savePlugin(name, plugin) {
  // expect-next storage/local-file-write warning {where=STORAGE_DIR} -- production takes the other branch
  fs.writeFileSync(path.join(root, `${name}.json`), JSON.stringify(plugin));
}

async function models() {
  const list = await fetch('https://models.example.com/v1/models').then((answer) => answer.json());
  // clean-next storage/local-file-write -- a replica without it asks again
  fs.writeFileSync(path.resolve(cacheFolder, 'models.json'), JSON.stringify(list));
  return list;
}

async function picture(url, name) {
  const filename = `${name}.jpg`;
  const file = path.join(cacheFolder, filename);
  const answer = await fetch(url);
  // expect-next storage/local-file-write warning -- the browser asks any replica for it
  fs.writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  return `${process.env.BASE_URL}/pictures/${filename}`;
}

function keepResult(name, vectors) {
  // expect-next storage/local-file-write warning -- computed from what users gave, and not asked for elsewhere
  fs.writeFileSync(path.resolve(cacheFolder, `${name}.json`), JSON.stringify(vectors));
}

module.exports = { savePlugin, models, picture, keepResult };
