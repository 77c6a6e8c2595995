import { mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Router } from 'express';
import multer from 'multer';
import { CATEGORIES, IMAGE_TYPES } from '../config';
import { all, run, transaction } from '../db';
import { requireAdmin } from '../middleware/auth';
import type { Product } from '../types/shop';

const imageUpload = multer({ dest: 'uploads/', limits: { fileSize: 5 * 1024 * 1024 } });
const csvUpload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 1024 * 1024 } });

export const adminRouter = Router();

adminRouter.use(requireAdmin);

adminRouter.post('/products', imageUpload.single('image'), async (req, res) => {
  const { category, name, price, stock } = req.body;
  if (!CATEGORIES.has(category) || !name) {
    res.status(400).json({ message: '분류와 상품 이름을 확인해 주십시오.' });
    return;
  }
  const image = req.file === undefined ? null : await keepImage(req.file);
  const { id } = run('INSERT INTO product (category, name, price, stock, image) VALUES (?, ?, ?, ?, ?)', [
    category,
    name,
    Number(price),
    Number(stock),
    image,
  ]);
  res.status(201).json({ id, image });
});

adminRouter.post('/orders/:id/paid', (req, res) => {
  const sql = "UPDATE orders SET status = 'PAID' WHERE id = ? AND status = 'WAITING'";
  const { changes } = run(sql, Number(req.params.id));
  res.status(changes === 1 ? 204 : 409).end();
});

/** 재고표(상품번호,재고)를 올려 한꺼번에 반영한다. */
adminRouter.post('/stock', csvUpload.single('csv'), (req, res) => {
  const text = req.file?.buffer.toString('utf8') ?? '';
  const rows = Array.from(text.matchAll(/^(\d+),(\d+)/gm), ([, id, stock]) => [Number(stock), Number(id)]);
  const updated = transaction(() =>
    rows.reduce((sum, row) => sum + run('UPDATE product SET stock = ? WHERE id = ?', row).changes, 0),
  );
  res.json({ updated });
});

/** 엑셀에서 열 수 있는 재고표를 내려받는다. */
adminRouter.get('/stock.csv', async (_req, res, next) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'stock-'));
  const file = path.join(directory, 'stock.csv');
  const products = all<Product>('SELECT * FROM product ORDER BY id');
  const rows = products.map(({ id, stock, name }) => `${id},${stock},"${name}"`);
  await writeFile(file, `\uFEFF상품번호,재고,상품\n${rows.join('\n')}\n`);
  res.download(file, '재고표.csv', (error) => {
    void rm(directory, { recursive: true, force: true });
    if (error) {
      next(error);
    }
  });
});

/** 형식에 맞는 확장자를 붙여 보관하고 파일 이름을 돌려준다. */
async function keepImage(file: Express.Multer.File): Promise<string | null> {
  const extension = IMAGE_TYPES[file.mimetype];
  if (extension === undefined) {
    await unlink(file.path);
    return null;
  }
  await rename(file.path, file.path + extension);
  return file.filename + extension;
}
