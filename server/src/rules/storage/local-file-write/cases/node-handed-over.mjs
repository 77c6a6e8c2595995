import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Settings, withTempDir } from './settings.mjs';

export async function receive(stream) {
  const file = `${Settings.path.dumpFolder}/${randomUUID()}`;
  // expect-next storage/local-file-write info {where=Settings.path.dumpFolder/} -- whoever called gets the name and decides
  await pipeline(stream, fs.createWriteStream(file));
  return file;
}

async function spool(stream) {
  const file = path.join(Settings.path.dumpFolder, randomUUID());
  // clean-next storage/local-file-write -- the one caller removes it
  await pipeline(stream, fs.createWriteStream(file));
  return file;
}

export async function merge(stream) {
  const file = await spool(stream);
  try {
    await parse(file);
  } finally {
    await fs.promises.unlink(file);
  }
}

export async function measure(stream) {
  return withTempDir('measure-', async (dir) => {
    // clean-next storage/local-file-write -- whoever lends the folder removes it
    await pipeline(stream, fs.createWriteStream(path.join(dir, 'content')));
    return fs.promises.stat(path.join(dir, 'content'));
  });
}

export async function saveState(state) {
  const file = path.join(Settings.path.dataDir, 'state.json');
  const part = `${file}~`;
  // clean-next storage/local-file-write -- told where the file gets its name
  await fs.promises.writeFile(part, JSON.stringify(state));
  // expect-next storage/local-file-write warning
  await fs.promises.rename(part, file);
}

export function download(url, use) {
  const file = path.join(Settings.path.uploadFolder, randomUUID());
  const done = (error, result) => deleteFile(file, () => use(error, result));
  // clean-next storage/local-file-write -- taken away whatever happens
  pipeline(url, fs.createWriteStream(file)).then(() => done(null, file), done);
}

export async function keep(stream, name) {
  const file = path.join(Settings.path.dataDir, name);
  // expect-next storage/local-file-write warning -- everybody knows this name
  await pipeline(stream, fs.createWriteStream(file));
  return file;
}

function deleteFile(file, done) {
  fs.unlink(file, done);
}

export async function dump(item) {
  const file = `${Settings.path.dumpFolder}/${randomUUID()}`;
  // expect-next storage/local-file-write info {where=Settings.path.dumpFolder/} -- given back as the result
  await fs.promises.writeFile(file, JSON.stringify(item));
  return Result.ok(file);
}
