import { createTwoFilesPatch } from 'diff';
import { lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeLike } from '../host/encode.js';
import type { Locale } from '../contract/words.js';
import { UsageError } from './errors.js';

/** Unified diff of files before and after; `before` is `undefined` for new files. */
export function unifiedDiff(changed: ReadonlyMap<string, string>, before: (path: string) => string | undefined): string {
  return [...changed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => {
    const old = before(path);
    return createTwoFilesPatch(old === undefined ? '/dev/null' : `a/${path}`, `b/${path}`, old ?? '', text, undefined, undefined, { context: 3 }).replace(/^=+\n/, '');
  }).join('');
}

/** Writes files below a root. Refuses paths that lead outside it through links, before anything is written. */
export function writeInside(root: string, changed: ReadonlyMap<string, string>, locale: Locale): void {
  const realRoot = realpathSync(root);
  for (const path of changed.keys()) {
    const outside = leadsOutside(realRoot, path);
    if (outside) throw new UsageError(locale === 'ko' ? `${path}: 폴더 밖을 가리키는 링크라서 쓰지 않았습니다` : `${path}: leads outside the folder, so nothing was written`);
  }
  for (const [path, text] of changed) {
    const full = join(realRoot, path);
    mkdirSync(dirname(full), { recursive: true });
    const old = lstatSync(full, { throwIfNoEntry: false }) ? readFileSync(full) : undefined;
    writeFileSync(full, old ? encodeLike(old, text) : text);
  }
}

function leadsOutside(realRoot: string, path: string): boolean {
  let at = realRoot;
  for (const segment of path.split('/')) {
    at = join(at, segment);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats) return false;
    if (!stats.isSymbolicLink()) continue;
    at = realpathSync(at);
    if (at !== realRoot && !at.startsWith(`${realRoot}/`)) return true;
  }
  return false;
}
