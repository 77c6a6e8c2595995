import type { ts } from 'ts-morph';
import { hash } from '../../base/hash.js';
import type { Json } from '../../base/json.js';
import type { Insertion } from './edit.js';

/**
 * Edits of one source file that were planned while its tree was there, for a fix that only has the text: offsets are true as
 * long as the file's hash is the same. `dependencies` are version ranges that the nearest `package.json` needs.
 */
export interface Plan {
  readonly hash: string;
  readonly edits: readonly Insertion[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** The plan as data of a finding. */
export function planned(file: ts.SourceFile, edits: readonly Insertion[], dependencies: Readonly<Record<string, string>> = {}): Json {
  return { hash: hash(file.text), edits: edits.map((edit) => ({ ...edit })), dependencies: { ...dependencies } };
}

/** The plan under a key of a finding's data; `undefined` when the file's shape did not allow one. */
export function planIn(data: Json, key: string): Plan | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return ((data as { readonly [name: string]: Json })[key] ?? undefined) as unknown as Plan | undefined;
}
