import type { Span } from '../../../base/text.js';

/** The span grown to whole lines when nothing but white space stands beside it, so that no empty line is left. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const before = /(?:^|\n)[ \t]*$/.exec(text.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end));
  if (!before || !after) return { start, end };
  return { start: start - before[0].replace('\n', '').length, end: end + after[0].length };
}

/** The span grown over the white space before it: for attributes, which may stand on lines of their own. */
export function withSpaceBefore(text: string, { start, end }: Span): Span {
  return { start: text.slice(0, start).trimEnd().length, end };
}
