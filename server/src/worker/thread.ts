import { parentPort, workerData } from 'node:worker_threads';
import { DiskHost } from '../host/disk.js';
import { productRuleset } from '../host/ruleset.js';
import { AdapterPool } from '../syntax/load.js';
import { nextChunk } from './chunk.js';
import type { WorkerData } from './messages.js';

const { root, settings, thread, order, ...queues } = workerData as WorkerData;

async function run(): Promise<void> {
  const lane = { disk: new DiskHost(root), ruleset: productRuleset(), adapters: new AdapterPool(), settings, queues, thread, order };
  for (let chunk = await nextChunk(lane); chunk; chunk = await nextChunk(lane)) parentPort?.postMessage(chunk);
}

void run();
