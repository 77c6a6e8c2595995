import type { Settings } from '../contract/workspace.js';
import type { FileOutcome, FileTask } from '../host/analyze.js';
import type { SkipReason } from '../host/host.js';

/** The tasks of a scan in queues; threads share the cursors and take the next chunk of a queue each. */
export interface Queues {
  readonly tasks: readonly (readonly FileTask[])[];
  /** Int32: for each queue the next task to take; then for each thread the queue and the task that it is at. */
  readonly shared: SharedArrayBuffer;
}

/** The work a thread is given. */
export interface WorkerData extends Queues {
  readonly root: string;
  readonly settings: Settings;
  readonly thread: number;
  /** Indexes of the queues this thread works on, in that order. */
  readonly order: readonly number[];
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
