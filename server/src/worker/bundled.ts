import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A bundle for threads beside the one that runs; `undefined` where nothing is bundled, as in tests. */
export function bundled(name: string): string | undefined {
  const file = typeof __dirname === 'string' ? join(__dirname, name) : undefined;
  return file && existsSync(file) ? file : undefined;
}
