import type { Span } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';

/** Takes a statement away, with its line and the comment behind it when nothing else stands there. */
export function removeStatement(file: string, text: string, { start, end }: Span, comment = /^[ \t]*(?:#[^\r\n]*)?/): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const behind = comment.exec(text.slice(end))?.[0].length ?? 0;
  const lineEnd = /^(?:\r?\n|$)/.exec(text.slice(end + behind));
  const alone = text.slice(lineStart, start).trim() === '' && lineEnd !== null;
  return { do: 'replace', file, span: alone ? { start: lineStart, end: end + behind + lineEnd[0].length } : { start, end }, text: '' };
}

/** Takes words out of a line, each with the white space before it. */
export function removeWords(file: string, text: string, words: readonly Span[]): readonly Edit[] {
  return words.map(({ start, end }) => ({ do: 'replace', file, span: { start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end }, text: '' }));
}
