import { hash } from '../base/hash.js';
import type { Edit } from '../contract/rule.js';

/** New text for a stretch of a file. */
export interface PlannedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits of one file that were planned while its tree was there; `hash` is that of the text that their offsets belong to. */
export interface PlannedEdits {
  readonly hash: string;
  readonly edits: readonly PlannedEdit[];
}

/** The planned edits of a file; `undefined` when there is no plan, or the text is no longer the one it was made for. */
export function carriedOut(file: string, now: string | undefined, plan: PlannedEdits | undefined): readonly Edit[] | undefined {
  if (!plan || now === undefined || hash(now) !== plan.hash) return undefined;
  return plan.edits.map(({ start, end, text }): Edit => ({ do: 'replace', file, span: { start, end }, text }));
}
