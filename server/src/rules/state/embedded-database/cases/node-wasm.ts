import { Database } from 'node-sqlite3-wasm';

// expect-next state/embedded-database error
export const orders = new Database('data/orders.db');
// clean-next state/embedded-database -- lives as long as one import, in memory
export const scratch = new Database(':memory:');
