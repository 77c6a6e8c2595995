import { parentPort } from 'node:worker_threads';
import { Charts } from '../host/charts.js';
import { DiskHost } from '../host/disk.js';
import { productRuleset } from '../host/ruleset.js';
import { AdapterPool } from '../syntax/load.js';
import { nextChunk } from './chunk.js';
import type { WorkerData } from './messages.js';

async function run({ root, settings, thread, order, ...queues }: WorkerData): Promise<void> {
  const disk = new DiskHost(root);
  const lane = { disk, charts: new Charts(disk), ruleset: productRuleset(), adapters: new AdapterPool(), settings, queues, thread, order };
  for (let chunk = await nextChunk(lane); chunk; chunk = await nextChunk(lane)) parentPort?.postMessage(chunk);
}

// Rules are compiled while the other side still lists files: the work comes in a message, and the thread ends with it.
productRuleset();
parentPort?.once('message', (data: WorkerData) => void run(data));
