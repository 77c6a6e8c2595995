import chokidar from 'chokidar';
import { importOrders } from './orders.js';

export function start(): void {
  // expect-next storage/directory-watch info
  chokidar.watch('/data/incoming').on('add', (file) => importOrders(file));
  // clean-next storage/directory-watch -- loads templates anew
  chokidar.watch('views').on('change', (file) => importOrders(file));
}
