import type { Settings } from '../contract/workspace.js';
import type { Ruleset } from '../engine/ruleset.js';
import { analyzeOnDisk, type FileOutcome, type FileTask } from '../host/analyze.js';
import type { DiskHost } from '../host/disk.js';
import { isEmpty } from '../host/workspace.js';
import type { AdapterPool } from '../syntax/load.js';
import { chunkSize, type ChunkMessage, type Quiet } from './messages.js';

export interface Lane {
  readonly disk: DiskHost;
  readonly ruleset: Ruleset;
  readonly adapters: AdapterPool;
  readonly settings: Settings;
  readonly tasks: readonly FileTask[];
  readonly cursor: Int32Array;
  /** Index of the thread, from 0. */
  readonly thread: number;
}

/** Takes the next chunk and analyses it; `undefined` when none is left. */
export async function nextChunk(lane: Lane): Promise<ChunkMessage | undefined> {
  const start = Atomics.add(lane.cursor, 0, chunkSize);
  if (start >= lane.tasks.length) return undefined;
  const outcomes: FileOutcome[] = [];
  const quiet: Quiet[] = [];
  for (let index = start; index < Math.min(start + chunkSize, lane.tasks.length); index++) {
    const task = lane.tasks[index];
    if (!task) break;
    Atomics.store(lane.cursor, 1 + lane.thread, index);
    const outcome = await analyzeOnDisk(lane.disk, task, lane.ruleset, lane.adapters, lane.settings);
    if (!isEmpty(outcome.result)) outcomes.push(outcome);
    else quiet.push([task.path, outcome.bytes, outcome.result.parsed, outcome.skipped]);
  }
  return { outcomes, quiet };
}

/** Lets no thread take another chunk. */
export function stopTaking(cursor: Int32Array): void {
  Atomics.store(cursor, 0, 0x3fffffff);
}
