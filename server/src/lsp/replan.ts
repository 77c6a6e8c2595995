import { basename } from '../base/paths.js';
import { settingsFile } from '../engine/settings.js';
import type { FileTask } from '../host/analyze.js';
import type { Folder } from './folder.js';
import { readFiles, scanFolder } from './scan.js';
import { showOpenDocuments } from './open-documents.js';
import type { Session } from './session.js';

/** Changes to the tree come in bursts (a checkout, a build); one look at the end is enough. Milliseconds. */
const calm = 200;
/** More files than this are read in worker threads. */
const few = 40;

const waiting = new WeakMap<Folder, NodeJS.Timeout>();

/** Lists a folder again soon, after files came or went or what decides about files changed. */
export function replanSoon(session: Session, folder: Folder): void {
  clearTimeout(waiting.get(folder));
  waiting.set(folder, setTimeout(() => void replan(session, folder), calm));
}

async function replan(session: Session, folder: Folder): Promise<void> {
  let again = false;
  await session.enqueue(`listing of ${folder.name}`, async () => {
    if (!session.folders.includes(folder)) return;
    const { workspace } = folder;
    const before = new Map(workspace.tasks().map((task) => [task.path, identity(task)]));
    const settings = JSON.stringify(workspace.settings);
    workspace.refresh();
    showOpenDocuments(session, folder);
    again = JSON.stringify(workspace.settings) !== settings;
    if (!folder.complete || again) return;
    const changed = workspace.tasks().filter((task) => before.get(task.path) !== identity(task));
    if (changed.length > few) await readFiles(session, folder, changed);
    else for (const { path } of changed) await workspace.update(path);
    for (const { path } of changed) if (folder.openPaths.has(path)) folder.touch(path);
    await folder.settled();
    await workspace.lookUp();
    folder.conclude();
  });
  if (again) await scanFolder(session, folder);
}

/** What an analysis result depends on besides the file's own text. */
function identity({ language, module, chart }: FileTask): string {
  return `${language} ${module.dir} ${module.application} ${module.tool ?? ''} ${JSON.stringify(chart ?? null)}`;
}

/** Files whose text decides which files are read, and how. */
export function decidesAboutFiles(path: string): boolean {
  return path === settingsFile || basename(path) === 'package.json' || basename(path) === '.gitignore' || /\.(?:cs|vb|fs)proj$/.test(path);
}
