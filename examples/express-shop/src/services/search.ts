import { all } from '../db';
import { logger } from '../logger';
import type { Product } from '../types/shop';

const SEARCH_URL = 'http://10.0.3.15:9200/products/_search';
const SEARCH_TIMEOUT_MS = 1500;

interface SearchResponse {
  hits: { hits: { _id: string }[] };
}

/** 검색 서버가 답하지 않으면 상품 이름으로 찾는다. */
export async function searchProducts(keyword: string): Promise<Product[]> {
  try {
    const ids = await searchIds(keyword);
    const marks = ids.map(() => '?').join(',');
    return ids.length === 0 ? [] : all<Product>(`SELECT * FROM product WHERE id IN (${marks})`, ids);
  } catch (error) {
    logger.warn('검색 서버에 연결하지 못했습니다.', { reason: String(error) });
    return all<Product>('SELECT * FROM product WHERE name LIKE ? ORDER BY id DESC', `%${keyword}%`);
  }
}

async function searchIds(keyword: string): Promise<number[]> {
  const response = await fetch(SEARCH_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ size: 50, query: { match: { name: keyword } } }),
    signal: AbortSignal.timeout(SEARCH_TIMEOUT_MS),
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  const body = (await response.json()) as SearchResponse;
  return body.hits.hits.map((hit) => Number(hit._id));
}
