import type { Edit } from '../contract/rule.js';

/** The change from one text of a file to another as a single edit, from the first difference to the last; none when they are equal. */
export function difference(file: string, before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < before.length - start && tail < after.length - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ do: 'replace', file, span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }];
}

/** The text with an edit of its file made. */
export function applied(text: string, edit: Edit): string {
  return edit.do === 'replace' ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text;
}
