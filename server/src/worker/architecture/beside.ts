import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Architecture } from '../../assessment/architecture.js';
import type { FileTask } from '../../host/analyze.js';
import { bundled } from '../bundled.js';
import { readArchitecture, type ArchitectureWork } from './read.js';

/** Below this many files they are read sooner than a thread starts. */
const worthThread = 200;

/**
 * Reads the architecture of a workspace on disk in a thread, so that it takes no time of its own beside a scan, and an editor
 * stays free for its user; here where files are few, where there is one processor, or when the thread dies. `changed`:
 * texts that are not saved.
 */
export async function architectureBeside(root: string, tasks: readonly FileTask[], changed: ReadonlyMap<string, string> = new Map(), threadFile = bundled('architecture.js')): Promise<Architecture | undefined> {
  const files = tasks.map(({ path, language, module: { application } }) => ({ path, language, application }));
  const work = { root, files, changed };
  if (threadFile === undefined || files.length < worthThread || availableParallelism() === 1) return readArchitecture(work);
  try {
    return await inThread(threadFile, work);
  } catch {
    return readArchitecture(work);
  }
}

function inThread(file: string, work: ArchitectureWork): Promise<Architecture | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
    worker.postMessage(work);
  });
}
