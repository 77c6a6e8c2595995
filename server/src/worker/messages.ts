import type { Settings } from '../contract/workspace.js';
import type { FileOutcome, FileTask } from '../host/analyze.js';
import type { SkipReason } from '../host/host.js';

/** What a worker thread is started with. `cursor` is shared: each thread takes the next chunk of tasks from it. */
export interface WorkerData {
  readonly root: string;
  readonly settings: Settings;
  readonly tasks: readonly FileTask[];
  /** Int32: [0] next task to take, [1 + i] task that thread i is at. */
  readonly shared: SharedArrayBuffer;
  readonly thread: number;
}

/** A file that contributes nothing, as most do: told briefly, because copying between threads costs. */
export type Quiet = readonly [path: string, bytes: number, parsed: boolean, skipped: SkipReason | undefined];

/** Outcomes of one chunk. */
export interface ChunkMessage {
  readonly outcomes: readonly FileOutcome[];
  readonly quiet: readonly Quiet[];
}

/** Tasks taken at a time: large enough that threads rarely meet, small enough that they finish together. */
export const chunkSize = 32;
