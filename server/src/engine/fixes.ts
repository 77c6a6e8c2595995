import type { Finding } from '../contract/finding.js';
import type { Edit, Fix } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type { Locale } from '../contract/words.js';
import { isChartTemplate } from '../syntax/helm/place.js';
import type { Ruleset } from './ruleset.js';

/** Fixes that a finding's rule offers for it, judged by the finding alone. */
export function fixesFor(finding: Finding, ruleset: Ruleset, model: Model): readonly Fix[] {
  if (isChartTemplate(finding.file, (path) => model.hasFile(path))) return [];
  return (ruleset.byId.get(finding.rule)?.fixes ?? []).filter((fix) => (fix.kotlin ?? !finding.file.endsWith('.kt')) && (fix.applies?.(finding, model) ?? true));
}

/** Edits of one fix; `undefined` when it does not fit what the files say now, or would leave the workspace. */
export function editsOf(fix: Fix, finding: Finding, model: Model, text: (path: string) => string | undefined, locale: Locale): readonly Edit[] | undefined {
  const edits = fix.edits({ finding, model, text, locale });
  if (!edits || edits.length === 0) return undefined;
  if (edits.some((edit) => edit.do === 'replace' && isChartTemplate(edit.file, (path) => model.hasFile(path)))) return undefined;
  const inside = edits.every((edit) => {
    const path = edit.do === 'create' ? edit.path : edit.file;
    return path !== '' && !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
  });
  if (!inside) return undefined;
  const clashes = edits.some((edit) => edit.do === 'create' && edit.ifExists === 'refuse' && text(edit.path) !== undefined);
  return clashes ? undefined : edits;
}

/** Text after the edits of one file. Edits are given against the same original text; overlapping ones are refused with `undefined`. */
export function applyEdits(original: string, edits: readonly Edit[]): string | undefined {
  const replacements = edits.filter((edit) => edit.do === 'replace').sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  for (const { span, text } of replacements) {
    if (span.start < at || span.end > original.length) return undefined;
    out += original.slice(at, span.start) + text;
    at = span.end;
  }
  return out + original.slice(at);
}

/** Every file that edits change or create, with its new text; `undefined` when the edits do not fit. */
export function changedFiles(edits: readonly Edit[], text: (path: string) => string | undefined): ReadonlyMap<string, string> | undefined {
  const changed = new Map<string, string>();
  for (const edit of edits) if (edit.do === 'create') changed.set(edit.path, edit.text);
  for (const file of new Set(edits.flatMap((edit) => (edit.do === 'replace' ? [edit.file] : [])))) {
    const original = text(file);
    const next = original === undefined ? undefined : applyEdits(original, edits.filter((edit) => edit.do === 'replace' && edit.file === file));
    if (next === undefined) return undefined;
    changed.set(file, next);
  }
  return changed;
}
