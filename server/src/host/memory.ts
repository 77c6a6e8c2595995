import type { Host, ReadResult } from './host.js';
import { isMinified } from './disk.js';
import { isIgnoredByDefault } from './pruned.js';

/** A workspace of texts held in memory: for tests and for editor buffers that were never saved. */
export class MemoryHost implements Host {
  constructor(private readonly files: ReadonlyMap<string, string>) {}

  list(): { readonly paths: readonly string[]; readonly problems: readonly [] } {
    return { paths: [...this.files.keys()].filter((path) => !isIgnoredByDefault(path)).sort(), problems: [] };
  }

  raw(path: string): Buffer | undefined {
    const text = this.files.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  }

  read(path: string): ReadResult {
    const text = this.files.get(path);
    if (text === undefined) return { skipped: 'missing' };
    return isMinified(text) ? { skipped: 'minified' } : { text, bytes: text.length };
  }
}
