import fs from 'node:fs/promises';
import { render } from './render.js';
import { spool } from './spool.js';

export async function toPages(req, res) {
  const { path } = req.file;
  try {
    res.json(await render(path, req.file.originalname));
  } finally {
    await fs.unlink(path).catch(() => {});
  }
}

export async function toText(req, res) {
  try {
    res.send(await render(req.file.path, 'text'));
  } finally {
    await fs.rm(req.file.path, { force: true });
  }
}

export async function fromStream(req, res) {
  const file = await spool(req);
  try {
    res.json(await render(file, 'stream'));
  } finally {
    await fs.unlink(file);
  }
}

export async function toImage(req, res) {
  const { path } = req.file;
  if (!req.query.size) {
    await fs.unlink(path);
    return res.sendStatus(400);
  }
  render(path, req.query.size, (error, image) => {
    fs.unlink(path);
    res.send(error ?? image);
  });
}
