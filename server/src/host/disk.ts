import ignore, { type Ignore } from 'ignore';
import { isUtf8 } from 'node:buffer';
import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../contract/finding.js';
import { maximumSize, minifiedLine } from '../engine/roles.js';
import { decode, isBinary } from './decode.js';
import type { Host, ReadResult } from './host.js';
import { isIgnoredByDefault, isPrunedFolder } from './pruned.js';
import { keptThoughIgnored } from './tracked.js';

/** One byte more than may be read, so that a larger file shows. */
const buffer = Buffer.allocUnsafe(maximumSize + 1);

/** `.gitignore` files above a folder, each with the folder it stands in. */
type Ignores = readonly { readonly dir: string; readonly rules: Ignore }[];

/** Files below a folder on disk. Symbolic links to folders are followed once per target, never outside the root. */
export class DiskHost implements Host {
  private readonly realRoot: string;

  constructor(readonly root: string) {
    this.realRoot = realpathSync(root);
  }

  list(): { readonly paths: readonly string[]; readonly problems: readonly Problem[] } {
    const paths: string[] = [];
    const problems: Problem[] = [];
    this.walk('', [], new Set([this.realRoot]), paths, problems);
    const listed = new Set(paths);
    for (const path of keptThoughIgnored(this.root)) if (!isIgnoredByDefault(path) && existsSync(join(this.root, path))) listed.add(path);
    return { paths: [...listed].sort(), problems };
  }

  read(path: string): ReadResult {
    const bytes = this.bytes(path);
    if (!(bytes instanceof Uint8Array)) return { skipped: bytes };
    if (isBinary(bytes)) return { skipped: 'binary' };
    const text = decode(bytes);
    return isMinified(text) ? { skipped: 'minified' } : { text, bytes: bytes.length };
  }

  raw(path: string): Buffer | undefined {
    const bytes = this.bytes(path);
    return typeof bytes === 'string' ? undefined : bytes;
  }

  /** Raw bytes for the prefilter, or why there are none. The bytes are valid until the next call: one buffer serves all files. */
  bytes(path: string): Buffer | 'unreadable' | 'missing' | 'too-large' {
    let file: number | undefined;
    try {
      file = openSync(join(this.root, path), 'r');
      let length = 0;
      for (let read = -1; read !== 0 && length < buffer.length; length += read) read = readSync(file, buffer, length, buffer.length - length, length);
      return length > maximumSize ? 'too-large' : buffer.subarray(0, length);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** Whether an editor that takes files for UTF-8 reads this one right; true when there is no such file. */
  isUtf8(path: string): boolean {
    const bytes = this.bytes(path);
    return !(bytes instanceof Uint8Array) || isUtf8(bytes);
  }

  private walk(dir: string, above: Ignores, seen: Set<string>, paths: string[], problems: Problem[]): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(this.root, dir), { withFileTypes: true });
    } catch (error) {
      problems.push({
        file: dir || '.',
        message: { en: 'folder cannot be read ({code}); check its permissions', ko: '폴더를 읽을 수 없습니다({code}). 권한을 확인하세요' },
        args: { code: (error as NodeJS.ErrnoException).code ?? 'unknown' },
      });
      return;
    }
    const ignores = entries.some((entry) => entry.name === '.gitignore' && entry.isFile()) ? [...above, this.gitignore(dir)] : above;
    for (const entry of entries) {
      const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? this.target(path, seen) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : undefined;
      if (kind === 'folder') {
        if (!isPrunedFolder(path) && !isIgnored(`${path}/`, ignores)) this.walk(path, ignores, seen, paths, problems);
      } else if (kind === 'file' && !isIgnoredByDefault(path) && !isIgnored(path, ignores)) paths.push(path);
    }
  }

  /** What a symbolic link leads to, if that lies below the root and, for a folder, was not entered before. */
  private target(path: string, seen: Set<string>): 'file' | 'folder' | undefined {
    try {
      const real = realpathSync(join(this.root, path));
      if (real !== this.realRoot && !real.startsWith(`${this.realRoot}/`)) return undefined;
      if (!statSync(real).isDirectory()) return 'file';
      if (seen.has(real)) return undefined;
      seen.add(real);
      return 'folder';
    } catch {
      return undefined; // A dangling link or a loop holds nothing to analyse.
    }
  }

  private gitignore(dir: string): Ignores[number] {
    const rules = ignore({ allowRelativePaths: true });
    const bytes = this.bytes(dir === '' ? '.gitignore' : `${dir}/.gitignore`);
    if (bytes instanceof Uint8Array) rules.add(decode(bytes));
    return { dir, rules };
  }
}

function isIgnored(path: string, ignores: Ignores): boolean {
  let ignored = false;
  for (const { dir, rules } of ignores) {
    const result = rules.test(dir === '' ? path : path.slice(dir.length + 1));
    if (result.ignored) ignored = true;
    else if (result.unignored) ignored = false;
  }
  return ignored;
}

/** Whether some line is too long to have been written by a person. */
export function isMinified(text: string): boolean {
  if (text.length <= minifiedLine) return false;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > minifiedLine) return true;
    if (end < 0) return false;
    start = end + 1;
  }
  return false;
}
