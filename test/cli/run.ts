import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder; `uid` runs it as another user, so that permissions count even for root. */
export function monolift(args: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly uid?: number } = {}): Ran {
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run npm run build first');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: options.cwd ?? root, encoding: 'utf8', maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', NO_COLOR: '1', ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  return { code: status, stdout, stderr };
}

/** A temporary folder with the given files. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'monolift-cli-'));
  chmodSync(dir, 0o755);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** A copy of one of the bundled examples. */
export function example(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'monolift-example-'));
  cpSync(join(root, 'examples', name), dir, { recursive: true, filter: (path) => !/[\\/](?:node_modules|target|dist)$/.test(path) });
  return dir;
}

/** The shape that `scan --format json` promises. */
export interface JsonReport {
  readonly version: number;
  readonly root: string;
  readonly summary: { readonly files: number; readonly bytes: number; readonly parsed: number; readonly skipped: number; readonly milliseconds: number };
  readonly findings: readonly {
    readonly rule: string; readonly severity: string; readonly confidence: string; readonly file: string;
    readonly startLine: number; readonly startColumn: number; readonly endLine: number; readonly endColumn: number;
    readonly message: string; readonly group?: string; readonly fingerprint: string;
    readonly related: readonly { readonly file: string; readonly startLine: number; readonly message: string }[];
    readonly fixes: readonly string[];
  }[];
  readonly problems: readonly { readonly file: string; readonly line?: number; readonly message: string }[];
}

export function scanJson(dir: string, ...args: readonly string[]): JsonReport {
  const { stdout, stderr } = monolift(['scan', dir, '--format', 'json', ...args]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as JsonReport;
}
