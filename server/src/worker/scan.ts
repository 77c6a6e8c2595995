import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../contract/finding.js';
import { Charts } from '../host/charts.js';
import type { DiskHost } from '../host/disk.js';
import type { FileOutcome, FileTask } from '../host/analyze.js';
import type { Workspace } from '../host/workspace.js';
import { bundled } from './bundled.js';
import { nextChunk, type Lane } from './chunk.js';
import { chunkSize, type ChunkMessage, type Quiet, type WorkerData } from './messages.js';
import { lastAt, makeQueues, orderFor, privateQueue, stopTaking } from './queues.js';

export interface ScanOptions {
  /** Called with the number of files done and their total. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called with what each file came to, for the cache. */
  readonly onOutcome?: (outcome: FileOutcome) => void;
  readonly signal?: AbortSignal;
  /** Whether the calling thread analyses too. The editor's main thread must stay free for the protocol. */
  readonly here: boolean;
  /** Bundle of the worker thread; beside the caller's bundle when left out. Without one, everything is done here. */
  readonly workerFile?: string;
  /** A thread that was started early, see {@link warmThread}. */
  readonly warm?: Worker;
}

/**
 * What a file is parsed into dies with the file. In MB; with V8's 48 it outgrows the processor's caches, and a scan of
 * TypeScript needs 20 MB more for each thread without being any faster.
 */
const roomForYoung = 12;

function startThread(file: string): Worker {
  return new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: roomForYoung } });
}

/** Starts a thread before it is known what to scan, so that it loads while files are listed; `undefined` on one processor. */
export function warmThread(): Worker | undefined {
  const file = bundled('worker.js');
  return file && availableParallelism() > 1 ? startThread(file) : undefined;
}

/** Below this many files a thread costs more than it saves. */
const filesPerThread = 400;
const maximumThreads = 4;

function threadCount(files: number, here: boolean): number {
  const wanted = Math.min(availableParallelism(), maximumThreads, Math.ceil(files / filesPerThread));
  return here ? Math.max(0, wanted - 1) : Math.max(1, wanted);
}

/**
 * Analyses the given tasks of a workspace on disk and records what they contribute. Rejects with the signal's reason when
 * cancelled; what was recorded by then stays.
 */
export async function scanTasks(workspace: Workspace, disk: DiskHost, tasks: readonly FileTask[], options: ScanOptions): Promise<void> {
  const workerFile = options.workerFile ?? bundled('worker.js');
  const threads = workerFile ? threadCount(tasks.length, options.here) : 0;
  const here = options.here || threads === 0;
  const queues = makeQueues(tasks, threads + 1);
  let done = 0;
  const record = ({ outcomes, quiet }: ChunkMessage): void => {
    for (const outcome of [...outcomes, ...quiet.map(toOutcome)]) {
      workspace.record(outcome);
      options.onOutcome?.(outcome);
    }
    done += outcomes.length + quiet.length;
    options.onProgress?.(done, tasks.length);
  };
  const abort = (): void => stopTaking(queues);
  options.signal?.addEventListener('abort', abort, { once: true });
  const hereLane: Lane = { disk, charts: new Charts(disk), ruleset: workspace.ruleset, adapters: workspace.adapters, settings: workspace.settings, queues, thread: threads, order: [1, 0] };
  try {
    const lanes = Array.from({ length: threads }, (_, thread) => {
      const data: WorkerData = { root: disk.root, settings: workspace.settings, ...queues, thread, order: orderFor(queues, !here && thread === 0) };
      return runWorker(workerFile ?? '', data, record, workspace, thread === 0 ? options.warm : undefined);
    });
    if (here) lanes.push(runHere(hereLane, record));
    await Promise.all(lanes);
    await runHere(hereLane, record); // Whatever is left when no thread could start.
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
  options.signal?.throwIfAborted();
}

function toOutcome([path, bytes, parsed, skipped]: Quiet): FileOutcome {
  return { result: { path, parsed, findings: [], facts: [], problems: [], failures: [] }, bytes, ...(skipped ? { skipped } : {}) };
}

async function runHere(lane: Lane, record: (message: ChunkMessage) => void): Promise<void> {
  for (let chunk = await nextChunk(lane); chunk; chunk = await nextChunk(lane)) {
    record(chunk);
    await new Promise((resume) => setImmediate(resume)); // Lets messages of the other threads and cancellation in.
  }
}

/** Runs one worker until no chunk is left; a chunk in which it died is done again with care, then a new worker goes on. */
async function runWorker(file: string, data: WorkerData, record: (message: ChunkMessage) => void, workspace: Workspace, warm: Worker | undefined): Promise<void> {
  for (let worker = warm ?? startThread(file); await dies(worker, data, record); worker = startThread(file)) {
    const at = lastAt(data, data.thread);
    if (!at) return; // It could not even start: the other threads do its work.
    const start = at.index - (at.index % chunkSize);
    await recover(file, data, (data.tasks[at.queue] ?? []).slice(start, start + chunkSize), record, workspace);
  }
}

/** Analyses a chunk that killed a thread before. The file that kills a thread again is left out and named. */
async function recover(file: string, data: WorkerData, chunk: readonly FileTask[], record: (message: ChunkMessage) => void, workspace: Workspace): Promise<void> {
  for (let tasks = chunk; tasks.length > 0; ) {
    const queue = privateQueue(tasks);
    if (!(await dies(startThread(file), { ...data, ...queue, thread: 0, order: [0] }, record))) return;
    const suspect = tasks[lastAt(queue, 0)?.index ?? tasks.length];
    if (!suspect) return;
    workspace.record({ result: { path: suspect.path, parsed: false, findings: [], facts: [], problems: [quarantined(suspect.path)], failures: [] }, bytes: 0, skipped: 'unreadable' });
    tasks = tasks.filter((task) => task !== suspect);
  }
}

function quarantined(file: string): Problem {
  return { file, message: { en: 'the analysis of this file failed twice, so it is left out', ko: '이 파일의 분석이 두 번 실패하여 제외했습니다' }, args: {} };
}

/** Gives a thread its work; whether it ended before its queues were empty. */
function dies(worker: Worker, data: WorkerData, record: (message: ChunkMessage) => void): Promise<boolean> {
  return new Promise((resolve) => {
    worker.on('message', record);
    worker.once('error', () => resolve(true));
    worker.once('exit', (code) => resolve(code !== 0));
    worker.postMessage(data);
  });
}
