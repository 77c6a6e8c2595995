import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash } from '../base/hash.js';
import type { FileOutcome, FileTask } from './analyze.js';
import { isEmpty, type Workspace } from './workspace.js';

/** Below this many files a scan is faster than the cache is worth. */
const worthwhile = 1500;
const folderName = '.monolift';
const fileName = 'cache.json';

/** State of a file when it was analysed: modified, changed (both ms), size; then what it contributed, if anything. */
interface Entry {
  readonly stamp: string;
  readonly bytes: number;
  readonly parsed: boolean;
  readonly skipped?: FileOutcome['skipped'];
  readonly result?: FileOutcome['result'];
}

interface Stored {
  readonly key: string;
  readonly files: Readonly<Record<string, Entry>>;
}

/**
 * Results of the last scan of a folder, kept in `.monolift/cache.json` inside it (with a `.gitignore` of its own). Only a
 * speed-up: a missing, foreign or broken cache is an empty one, and a folder that cannot be written has none.
 */
export class ScanCache {
  private readonly entries = new Map<string, Entry>();

  private constructor(private readonly root: string, private readonly workspace: Workspace, private readonly key: string, private readonly stored: Stored | undefined) {}

  /** The cache of a folder; `undefined` when the workspace is too small for one. */
  static open(root: string, workspace: Workspace, directory = join(root, folderName)): ScanCache | undefined {
    if (workspace.tasks().length < worthwhile) return undefined;
    const key = hash(workspace.ruleset.revision, JSON.stringify(workspace.settings));
    return new ScanCache(root, workspace, key, read(join(directory, fileName), key));
  }

  /** Records what is known of files that did not change since, and returns the tasks that are left. */
  restore(): readonly FileTask[] {
    return this.workspace.tasks().filter((task) => {
      const stamp = stampOf(this.root, task);
      const entry = this.stored?.files[task.path];
      if (!stamp || entry?.stamp !== stamp) return true;
      this.entries.set(task.path, entry);
      const result = entry.result ?? { path: task.path, parsed: entry.parsed, findings: [], facts: [], problems: [], failures: [] };
      this.workspace.record({ result, bytes: entry.bytes, ...(entry.skipped ? { skipped: entry.skipped } : {}) });
      return false;
    });
  }

  /** Notes the outcome of a file that was analysed in this scan. */
  note(outcome: FileOutcome): void {
    const task = this.workspace.task(outcome.result.path);
    const stamp = task && stampOf(this.root, task);
    if (!task || !stamp || outcome.skipped === 'unreadable') return;
    this.entries.set(task.path, {
      stamp, bytes: outcome.bytes, parsed: outcome.result.parsed,
      ...(outcome.skipped ? { skipped: outcome.skipped } : {}),
      ...(isEmpty(outcome.result) ? {} : { result: outcome.result }),
    });
  }

  /** Writes the cache beside the code; a folder that cannot be written is left alone. */
  save(directory = join(this.root, folderName)): void {
    const stored: Stored = { key: this.key, files: Object.fromEntries(this.entries) };
    try {
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, '.gitignore'), '*\n');
      const temporary = join(directory, `${fileName}.${process.pid}`);
      writeFileSync(temporary, JSON.stringify(stored));
      renameSync(temporary, join(directory, fileName));
    } catch {
      // A read-only folder is scanned without a cache.
    }
  }
}

function stateOf(root: string, path: string): string | undefined {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  return stats && `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size}`;
}

function stampOf(root: string, task: FileTask): string | undefined {
  const own = stateOf(root, task.path);
  const { chart } = task;
  const filledIn = chart ? [chart.chart, ...chart.values, ...chart.helpers].map((path) => `${path} ${stateOf(root, path) ?? ''}`).join(' ') : '';
  return own && `${own} ${task.module.dir} ${task.module.application} ${filledIn}`;
}

function read(path: string, key: string): Stored | undefined {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
    return stored.key === key && typeof stored.files === 'object' ? stored : undefined;
  } catch {
    return undefined;
  }
}
