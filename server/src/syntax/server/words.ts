import type { Span } from '../../base/text.js';

/** One word of a server's configuration. */
export interface ConfigWord extends Span {
  /** Without its quotes. */
  readonly text: string;
}

/**
 * Words of a text that are parted by white space, as Apache httpd and HAProxy part them; quotes keep white space, a
 * backslash keeps the character behind it, `#` at the beginning of a word starts a comment where the reader says so.
 */
export function wordsOf(text: string, offset: number, comments: boolean): readonly ConfigWord[] {
  const words: ConfigWord[] = [];
  const word = /(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\\[^]|[^\s"'\\])+/g;
  for (let found = word.exec(text); found; found = word.exec(text)) {
    if (comments && found[0].startsWith('#')) break;
    const plain = found[0].replace(/"((?:\\.|[^"\\])*)"?|'((?:\\.|[^'\\])*)'?/g, (_whole, double: string | undefined, single: string | undefined) => double ?? single ?? '');
    words.push({ text: plain, start: offset + found.index, end: offset + found.index + found[0].length });
  }
  return words;
}
