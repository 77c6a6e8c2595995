import { Database } from 'node-sqlite3-wasm';

// expect-next state/embedded-database error
export const orders = new Database('data/orders.db');
