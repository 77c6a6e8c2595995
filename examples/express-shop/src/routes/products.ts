import { Router } from 'express';
import { CATEGORIES } from '../config';
import { all, get } from '../db';
import { searchProducts } from '../services/search';
import { availableStock } from '../services/stock';
import type { Product } from '../types/shop';

const POPULAR_SIZE = 3;

/** 상품 번호별 조회수 */
const viewCounts = new Map<number, number>();

export const productRouter = Router();

productRouter.get('/', async (req, res) => {
  const { category, q } = req.query;
  if (typeof q === 'string' && q !== '') {
    res.json(await searchProducts(q));
  } else if (typeof category === 'string' && CATEGORIES.has(category)) {
    res.json(all<Product>('SELECT * FROM product WHERE category = ? ORDER BY id DESC', category));
  } else {
    res.json(all<Product>('SELECT * FROM product ORDER BY id DESC'));
  }
});

productRouter.get('/categories', (_req, res) => {
  res.json(Array.from(CATEGORIES, ([code, name]) => ({ code, name })));
});

productRouter.get('/popular', (_req, res) => {
  const ids = [...viewCounts.entries()]
    .sort(([, left], [, right]) => right - left)
    .slice(0, POPULAR_SIZE)
    .map(([id]) => id);
  res.json(ids.map((id) => get<Product>('SELECT * FROM product WHERE id = ?', id)));
});

productRouter.get('/:id', (req, res) => {
  const id = Number(req.params.id);
  const product = get<Product>('SELECT * FROM product WHERE id = ?', id);
  if (product === null) {
    res.status(404).json({ message: '상품이 없습니다.' });
    return;
  }
  const viewCount = (viewCounts.get(id) ?? 0) + 1;
  viewCounts.set(id, viewCount);
  res.json({ ...product, available: availableStock(id), viewCount });
});
