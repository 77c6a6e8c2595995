import { join } from 'node:path';
import { hash } from '../base/hash.js';
import { say } from '../contract/words.js';
import type { FileTask } from '../host/analyze.js';
import { ScanCache } from '../host/cache.js';
import { scanTasks } from '../worker/scan.js';
import type { Folder } from './folder.js';
import { showOpenDocuments } from './open-documents.js';
import { beginProgress } from './progress.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Reads every file of a folder, open documents first; resolves when the findings are published or the scan was cancelled. */
export function scanFolder(session: Session, folder: Folder): Promise<void> {
  return session.enqueue(`scan of ${folder.name}`, async () => {
    if (!session.enabled || !session.folders.includes(folder)) return;
    if (folder.generation > 0) folder.workspace.refresh();
    showOpenDocuments(session, folder);
    folder.workspace.resetSummary();
    await analyzeOpen(folder);
    const cache = session.storage === undefined ? undefined : ScanCache.open(folder.root, folder.workspace, join(session.storage, hash(folder.root)));
    const tasks = cache ? cache.restore() : folder.workspace.tasks();
    const finished = await readFiles(session, folder, tasks, cache);
    folder.complete ||= finished;
    // Documents may have changed while the threads read the files below them.
    await analyzeOpen(folder);
    await folder.workspace.lookUp((outcome) => cache?.note(outcome));
    folder.conclude();
    if (finished) cache?.save(session.storage === undefined ? undefined : join(session.storage, hash(folder.root)));
    else if (!session.stopped.signal.aborted) session.tell('warning', say(words.cancelled, session.locale, { folder: folder.name }));
  });
}

/** Analyses files on disk in worker threads, with progress; false when the user cancelled. */
export async function readFiles(session: Session, folder: Folder, tasks: readonly FileTask[], cache?: ScanCache): Promise<boolean> {
  const progress = await beginProgress(session, say(words.scanning, session.locale, { folder: folder.name }));
  session.status.scanning({ done: 0, total: tasks.length });
  try {
    progress.signal.throwIfAborted();
    await scanTasks(folder.workspace, folder.disk, tasks, {
      here: false,
      signal: progress.signal,
      onProgress: (done, total) => {
        progress.update(done, total);
        session.status.scanning({ done, total });
      },
      ...(cache ? { onOutcome: (outcome) => cache.note(outcome) } : {}),
    });
    return true;
  } catch (error) {
    if (progress.signal.aborted) return false;
    throw error;
  } finally {
    progress.done();
    session.status.scanning(undefined);
  }
}

async function analyzeOpen(folder: Folder): Promise<void> {
  for (const path of folder.openPaths) folder.touch(path);
  await folder.settled();
}
