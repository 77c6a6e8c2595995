import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Conclusion } from '../engine/conclude.js';
import type { FileTask } from '../host/analyze.js';
import { ScanCache } from '../host/cache.js';
import { DiskHost } from '../host/disk.js';
import { productRuleset } from '../host/ruleset.js';
import { Workspace } from '../host/workspace.js';
import { AdapterPool } from '../syntax/load.js';
import { scanTasks, warmThread } from '../worker/scan.js';
import type { Locale } from '../contract/words.js';
import { UsageError } from './errors.js';
import { Progress } from './progress.js';

export interface Opened {
  readonly root: string;
  readonly workspace: Workspace;
  readonly conclusion: Conclusion;
  readonly milliseconds: number;
}

const words = {
  missing: { en: 'no such folder', ko: '폴더를 찾을 수 없습니다' },
  file: { en: 'this is a file; name the folder that holds the project', ko: '파일입니다. 프로젝트가 있는 폴더를 지정하세요' },
  rights: { en: 'this folder cannot be read; check its permissions', ko: '폴더를 읽을 수 없습니다. 권한을 확인하세요' },
  scanning: { en: 'Reading files', ko: '파일을 읽는 중' },
} as const;

/** Absolute path of a folder that can be read. Throws a {@link UsageError} that names the path otherwise. */
export function folder(path: string, locale: Locale): string {
  const root = resolve(path);
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`${path}: ${words.missing[locale]}`);
  if (!stats.isDirectory()) throw new UsageError(`${path}: ${words.file[locale]}`);
  try {
    accessSync(root, constants.R_OK | constants.X_OK);
  } catch {
    throw new UsageError(`${path}: ${words.rights[locale]}`);
  }
  return root;
}

/** Analyses one folder with progress on a terminal. `onPlanned` is told what will be read, for work that is done beside it. */
export async function open(path: string, locale: Locale, useCache: boolean, onPlanned?: (root: string, tasks: readonly FileTask[]) => void): Promise<Opened> {
  const started = performance.now();
  const root = folder(path, locale);
  const warm = warmThread();
  const progress = new Progress(words.scanning[locale]);
  try {
    const disk = new DiskHost(root);
    const workspace = new Workspace(disk, productRuleset(), new AdapterPool());
    onPlanned?.(root, workspace.tasks());
    const cache = useCache ? ScanCache.open(root, workspace) : undefined;
    await scanTasks(workspace, disk, cache ? cache.restore() : workspace.tasks(), {
      here: true,
      ...(warm ? { warm } : {}),
      onProgress: (done, total) => progress.update(done, total),
      ...(cache ? { onOutcome: (outcome) => cache.note(outcome) } : {}),
    });
    await workspace.lookUp((outcome) => cache?.note(outcome));
    cache?.save();
    const conclusion = workspace.conclude();
    return { root, workspace, conclusion, milliseconds: Math.round(performance.now() - started) };
  } finally {
    progress.clear();
    // A thread that was given no work waits for it forever.
    void warm?.terminate();
  }
}
