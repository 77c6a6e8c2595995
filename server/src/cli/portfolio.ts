import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { say, type Locale, type Localized } from '../contract/words.js';
import type { Readiness } from '../report/readiness/view.js';
import { UsageError } from './errors.js';
import { folder } from './open.js';
import { Progress } from './progress.js';

const words = {
  reading: { en: 'Reading code bases', ko: '코드 베이스를 읽는 중' },
  failed: { en: '{path}: {reason}', ko: '{path}: {reason}' },
} satisfies Record<string, Localized>;

/** A report of a large code base takes some megabytes. */
const mostOutput = 512 * 2 ** 20;

/** Reports on several folders, each in a process of its own: as many at a time as the machine has processors, and one that fails takes no other with it. */
export async function assessApart(paths: readonly string[], lang: Locale): Promise<readonly Readiness[]> {
  const roots = paths.map((path) => folder(path, lang));
  const progress = new Progress(words.reading[lang]);
  const found: Readiness[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let root = roots[next++]; root !== undefined; root = roots[next++]) {
      found.push(await assessOne(root, lang));
      progress.update(++done, roots.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), roots.length) }, lane));
  } finally {
    progress.clear();
  }
  return found;
}

async function assessOne(root: string, lang: Locale): Promise<Readiness> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'report', root, '--format', 'json', '--lang', lang], { maxBuffer: mostOutput });
    return JSON.parse(stdout) as Readiness;
  } catch (error) {
    const told = (error as { readonly stderr?: string }).stderr?.trim();
    throw new UsageError(say(words.failed, lang, { path: root, reason: told || String(error) }));
  }
}
