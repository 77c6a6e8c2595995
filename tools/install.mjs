// Installs the dependencies of the lock file when they are not there yet, so that the first command on a fresh machine
// needs nothing before it but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the repository and ends this one with its exit code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function upToDate() {
  const marker = join(root, 'node_modules/.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 1000;
}

export function install() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Monolift needs Node 20 or newer; this is ${process.version}.`);
    process.exit(2);
  }
  if (upToDate()) return;
  console.error('Installing dependencies (once) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
}

/** The scripts of package.json, so that a caller can name what it runs. */
export function npm(script) {
  if (!JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts[script]) throw new Error(`package.json has no script ${script}`);
  run('npm', ['run', '--silent', script]);
}
