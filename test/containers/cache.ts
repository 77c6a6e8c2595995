/** What the container tests keep between runs, outside the repository; MONOLIFT_TEST_CACHE moves it. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const base = process.env['MONOLIFT_TEST_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'monolift-test');

/** A folder of the cache, made if it is missing. */
export function cached(...parts: readonly string[]): string {
  const folder = join(base, 'containers', ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
