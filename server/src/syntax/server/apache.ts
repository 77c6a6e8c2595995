import type { Span } from '../../base/text.js';
import { wordsOf, type ConfigWord } from './words.js';

/** One directive of an Apache httpd configuration; the directive that opens a section is one as well. */
export interface ApacheDirective extends Span {
  readonly name: string;
  readonly args: readonly ConfigWord[];
  /** Sections around it, outermost first. */
  readonly sections: readonly ApacheDirective[];
}

/**
 * The directives of an Apache httpd configuration, comments left out. A small text reader: lines, continued by a
 * backslash, of words. No kept library of Node tells places of what it reads.
 */
export function readApache(text: string, offset = 0): readonly ApacheDirective[] {
  const found: ApacheDirective[] = [];
  const open: ApacheDirective[] = [];
  for (const match of text.matchAll(/(?:[^\n\\]|\\\r?\n|\\.)+/g)) {
    // A continuation counts as white space; offsets hold.
    const line = match[0].replace(/\\\r?\n/g, (end) => ' '.repeat(end.length)).replace(/>\s*$/, (end) => (/^\s*</.test(match[0]) ? ' '.repeat(end.length) : end)).replace(/^(\s*)<(?!\/)/, '$1 ');
    const section = /^\s*<(\/?)/.exec(match[0])?.[1];
    if (section === '/') {
      open.pop();
      continue;
    }
    const [name, ...args] = /^\s*#/.test(line) ? [] : wordsOf(line, offset + match.index, false);
    if (!name) continue;
    const directive: ApacheDirective = { name: name.text, args, sections: [...open], start: section === undefined ? name.start : name.start - 1, end: args.at(-1)?.end ?? name.end };
    found.push(directive);
    if (section !== undefined) open.push(directive);
  }
  return found;
}
