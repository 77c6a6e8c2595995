import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../contract/finding.js';
import type { DiskHost } from '../host/disk.js';
import type { FileOutcome, FileTask } from '../host/analyze.js';
import type { Workspace } from '../host/workspace.js';
import { nextChunk, stopTaking } from './chunk.js';
import { chunkSize, type ChunkMessage, type Quiet, type WorkerData } from './messages.js';

export interface ScanOptions {
  /** Called with the number of files done and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called with what each file came to, for the cache. */
  readonly onOutcome?: (outcome: FileOutcome) => void;
  readonly signal?: AbortSignal;
  /** Whether the calling thread analyses too. The editor's main thread must stay free for the protocol. */
  readonly here: boolean;
}

/** Below this many files a thread costs more than it saves. */
const filesPerThread = 400;
const maximumThreads = 4;
/** Index stored for a thread that has not begun. */
const idle = -1;

function threadCount(files: number, here: boolean): number {
  const wanted = Math.min(availableParallelism(), maximumThreads, Math.ceil(files / filesPerThread));
  return here ? wanted - 1 : Math.max(1, wanted);
}

/**
 * Analyses the given tasks of a workspace on disk and records what they contribute. Rejects with the signal's reason when
 * cancelled; what was recorded by then stays.
 */
export async function scanTasks(workspace: Workspace, disk: DiskHost, tasks: readonly FileTask[], options: ScanOptions): Promise<void> {
  const workerFile = join(typeof __dirname === 'string' ? __dirname : '.', 'worker.js');
  const threads = typeof __dirname === 'string' && existsSync(workerFile) ? threadCount(tasks.length, options.here) : 0;
  const shared = new SharedArrayBuffer(4 * (threads + 2));
  const cursor = new Int32Array(shared).fill(idle, 1);
  let done = 0;
  const record = ({ outcomes, quiet }: ChunkMessage): void => {
    for (const outcome of [...outcomes, ...quiet.map(toOutcome)]) {
      workspace.record(outcome);
      options.onOutcome?.(outcome);
    }
    done += outcomes.length + quiet.length;
    options.onProgress?.(done, tasks.length);
  };
  const abort = (): void => stopTaking(cursor);
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    const start = (thread: number): Promise<void> => runWorker(workerFile, { root: disk.root, settings: workspace.settings, tasks, shared, thread }, record, workspace);
    const lanes = Array.from({ length: threads }, (_, thread) => start(thread));
    if (options.here || threads === 0) lanes.push(runHere(workspace, disk, tasks, cursor, threads, record));
    await Promise.all(lanes);
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
  options.signal?.throwIfAborted();
}

function toOutcome([path, bytes, parsed, skipped]: Quiet): FileOutcome {
  return { result: { path, parsed, findings: [], facts: [], problems: [], failures: [] }, bytes, ...(skipped ? { skipped } : {}) };
}

async function runHere(workspace: Workspace, disk: DiskHost, tasks: readonly FileTask[], cursor: Int32Array, thread: number, record: (message: ChunkMessage) => void): Promise<void> {
  const lane = { disk, ruleset: workspace.ruleset, adapters: workspace.adapters, settings: workspace.settings, tasks, cursor, thread };
  for (let chunk = await nextChunk(lane); chunk; chunk = await nextChunk(lane)) {
    record(chunk);
    await new Promise((resume) => setImmediate(resume)); // Lets messages of the other threads and cancellation in.
  }
}

/** Runs one worker until no chunk is left; a chunk in which it died is done again with care, then a new worker goes on. */
async function runWorker(file: string, data: WorkerData, record: (message: ChunkMessage) => void, workspace: Workspace): Promise<void> {
  while (await diesIn(file, data, record)) {
    const at = new Int32Array(data.shared)[1 + data.thread] ?? idle;
    if (at === idle) return; // It could not even start: the other threads do its work.
    const start = at - (at % chunkSize);
    await recover(file, data, data.tasks.slice(start, start + chunkSize), record, workspace);
  }
}

/** Analyses a chunk that killed a thread before. The file that kills a thread again is left out and named. */
async function recover(file: string, data: WorkerData, chunk: readonly FileTask[], record: (message: ChunkMessage) => void, workspace: Workspace): Promise<void> {
  for (let tasks = chunk; tasks.length > 0; ) {
    const shared = new SharedArrayBuffer(8);
    const cursor = new Int32Array(shared).fill(idle, 1);
    if (!(await diesIn(file, { ...data, tasks, shared, thread: 0 }, record))) return;
    const suspect = tasks[cursor[1] ?? idle];
    if (!suspect) return;
    workspace.record({ result: { path: suspect.path, parsed: false, findings: [], facts: [], problems: [quarantined(suspect.path)], failures: [] }, bytes: 0, skipped: 'unreadable' });
    tasks = tasks.filter((task) => task !== suspect);
  }
}

function quarantined(file: string): Problem {
  return { file, message: { en: 'the analysis of this file failed twice, so it is left out', ko: '이 파일의 분석이 두 번 실패하여 제외했습니다' }, args: {} };
}

/** Whether the thread ended before its queue was empty. */
function diesIn(file: string, data: WorkerData, record: (message: ChunkMessage) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: data });
    worker.on('message', record);
    worker.once('error', () => resolve(true));
    worker.once('exit', (code) => resolve(code !== 0));
  });
}
