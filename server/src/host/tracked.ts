import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Milliseconds after which Git is not waited for any longer. */
const patience = 5000;

function isInRepository(root: string): boolean {
  for (let dir = root; ; dir = dirname(dir)) {
    if (existsSync(join(dir, '.git'))) return true;
    if (dirname(dir) === dir) return false;
  }
}

/**
 * Files below a folder that Git keeps although its own rules for ignoring name them: they are committed and shipped like
 * all others. Empty outside a repository and where there is no Git. No program that the repository's settings name is run.
 */
export function keptThoughIgnored(root: string): readonly string[] {
  if (!isInRepository(root)) return [];
  const { status, stdout } = spawnSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'ls-files', '--cached', '--ignored', '--exclude-standard', '-z'], {
    cwd: root, encoding: 'utf8', timeout: patience, maxBuffer: 64 * 1024 * 1024, windowsHide: true, stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '') : [];
}
