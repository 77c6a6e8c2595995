import fs from 'node:fs/promises';
import { importPrices, products } from './shop.js';

export async function prices(req, res) {
  try {
    res.json(await importPrices(req.file.path));
  } finally {
    await fs.unlink(req.file.path);
  }
}

export async function picture(req, res) {
  await products.update(req.params.id, { picture: req.file.path });
  res.sendStatus(204);
}
