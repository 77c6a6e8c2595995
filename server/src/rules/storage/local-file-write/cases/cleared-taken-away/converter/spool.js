import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import settings from './settings.js';

export async function spool(stream) {
  const file = `${settings.path.dumpFolder}/${randomUUID()}`;
  // clean-next storage/local-file-write -- whoever gets the name takes the file away again
  await pipeline(stream, fs.createWriteStream(file));
  return file;
}

export async function deposit(stream) {
  const file = `${settings.path.dumpFolder}/${randomUUID()}`;
  // expect-next storage/local-file-write info -- nobody takes this one away
  await pipeline(stream, fs.createWriteStream(file));
  return file;
}
