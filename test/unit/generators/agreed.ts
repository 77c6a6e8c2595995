import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compares with a golden file; with `UPDATE_GOLDEN=1` in the environment it is written instead, to be read in the diff. */
export function assertGolden(name: string, text: string): void {
  const path = join(import.meta.dirname, 'golden', name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  assert.equal(text, readFileSync(path, 'utf8'));
}

/** Notes and files as one text. */
export function asOneText({ files, notes }: { readonly files: readonly { readonly path: string; readonly text: string }[]; readonly notes: readonly string[] }): string {
  return `${notes.map((note) => `## ${note}\n`).join('')}${files.map(({ path, text }) => `#### ${path}\n${text}`).join('')}`;
}
