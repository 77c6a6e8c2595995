import fs from 'node:fs/promises';
import { render } from './render.js';

export async function toPages(req, res) {
  const { path } = req.file;
  try {
    res.json(await render(path));
  } finally {
    await fs.unlink(path);
  }
}
