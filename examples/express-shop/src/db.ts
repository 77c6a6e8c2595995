import { mkdirSync } from 'node:fs';
import { hashSync } from 'bcryptjs';
import { Database, type BindValues } from 'node-sqlite3-wasm';

mkdirSync('data', { recursive: true });
const db = new Database('data/shop.db');

export function all<Row>(sql: string, values?: BindValues): Row[] {
  return db.all(sql, values) as Row[];
}

export function get<Row>(sql: string, values?: BindValues): Row | null {
  return db.get(sql, values) as Row | null;
}

export function run(sql: string, values?: BindValues): { changes: number; id: number } {
  const result = db.run(sql, values);
  return { changes: result.changes, id: Number(result.lastInsertRowid) };
}

/** 작업이 예외를 던지면 모두 되돌린다. */
export function transaction<Result>(work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** 표가 없으면 만들고, 비어 있으면 처음 자료를 넣는다. */
export function openDatabase(): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS member (
      id TEXT PRIMARY KEY, password TEXT NOT NULL, name TEXT NOT NULL, admin INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE IF NOT EXISTS product (
      id INTEGER PRIMARY KEY, category TEXT NOT NULL, name TEXT NOT NULL, price INTEGER NOT NULL,
      stock INTEGER NOT NULL DEFAULT 0, image TEXT
    );
    CREATE TABLE IF NOT EXISTS orders (
      id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, status TEXT NOT NULL, receiver TEXT NOT NULL,
      address TEXT NOT NULL, total INTEGER NOT NULL, ordered_at TEXT NOT NULL, sent_at TEXT
    );
    CREATE TABLE IF NOT EXISTS order_item (
      order_id INTEGER NOT NULL, product_id INTEGER NOT NULL, name TEXT NOT NULL,
      price INTEGER NOT NULL, quantity INTEGER NOT NULL
    );
  `);
  if (get('SELECT id FROM product LIMIT 1') === null) {
    seed();
  }
}

function seed(): void {
  transaction(() => {
    const member = 'INSERT INTO member (id, password, name, admin) VALUES (?, ?, ?, ?)';
    run(member, ['hong', hashSync('hong1234', 10), '홍길동', 0]);
    run(member, ['admin', hashSync('admin1234', 10), '관리자', 1]);
    const product = 'INSERT INTO product (category, name, price, stock) VALUES (?, ?, ?, ?)';
    run(product, ['FRUIT', '청송 사과 5kg', 32000, 40]);
    run(product, ['FRUIT', '제주 감귤 10kg', 28000, 60]);
    run(product, ['VEGETABLE', '강원도 감자 10kg', 19000, 80]);
    run(product, ['SEAFOOD', '완도 마른김 100장', 15000, 120]);
    run(product, ['SIDE', '전라도 배추김치 3kg', 27000, 25]);
  });
}
