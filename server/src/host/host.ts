import type { Problem } from '../contract/finding.js';


/** Why a file was not read. */
export type SkipReason = 'unreadable' | 'binary' | 'too-large' | 'minified' | 'missing';

export type ReadResult = { readonly text: string; readonly bytes: number } | { readonly skipped: SkipReason };

/** Where text comes from: disk, editor overlay, memory. Paths are relative to one root. */
export interface Host {
  /** Every file that is not ignored, sorted; folders that cannot be read are problems. */
  list(): { readonly paths: readonly string[]; readonly problems: readonly Problem[] };
  read(path: string): ReadResult;
  /** The bytes of a file, for a search of words in them; `undefined` when there are none. They are valid until the next call. */
  raw(path: string): Buffer | undefined;
}
