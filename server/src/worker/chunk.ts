import type { Settings } from '../contract/workspace.js';
import type { Ruleset } from '../engine/ruleset.js';
import { analyzeOnDisk, type FileOutcome, type FileTask } from '../host/analyze.js';
import type { Charts } from '../host/charts.js';
import type { DiskHost } from '../host/disk.js';
import { isEmpty } from '../host/workspace.js';
import type { AdapterPool } from '../syntax/load.js';
import { chunkSize, type ChunkMessage, type Queues, type Quiet } from './messages.js';
import { noteAt, take } from './queues.js';

/** One thread's view of a scan. */
export interface Lane {
  readonly disk: DiskHost;
  readonly charts: Charts;
  readonly ruleset: Ruleset;
  readonly adapters: AdapterPool;
  readonly settings: Settings;
  readonly queues: Queues;
  readonly thread: number;
  readonly order: readonly number[];
}

/** Takes the next chunk of the first queue that has one and analyses it; `undefined` when all are empty. */
export async function nextChunk(lane: Lane): Promise<ChunkMessage | undefined> {
  for (const queue of lane.order) {
    const chunk = take(lane.queues, queue, chunkSize);
    if (chunk) return analyzeChunk(lane, queue, chunk.start, chunk.end);
  }
  return undefined;
}

async function analyzeChunk(lane: Lane, queue: number, start: number, end: number): Promise<ChunkMessage> {
  const tasks: readonly FileTask[] = lane.queues.tasks[queue] ?? [];
  const outcomes: FileOutcome[] = [];
  const quiet: Quiet[] = [];
  for (let index = start; index < end; index++) {
    const task = tasks[index];
    if (!task) break;
    noteAt(lane.queues, lane.thread, queue, index);
    const outcome = await analyzeOnDisk(lane.disk, task, lane.charts, lane.ruleset, lane.adapters, lane.settings);
    if (!isEmpty(outcome.result)) outcomes.push(outcome);
    else quiet.push([task.path, outcome.bytes, outcome.result.parsed, outcome.skipped]);
  }
  return { outcomes, quiet };
}
