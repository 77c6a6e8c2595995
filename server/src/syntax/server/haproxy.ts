import type { Span } from '../../base/text.js';
import { wordsOf, type ConfigWord } from './words.js';

/** One line of a section. */
export interface HaproxyLine extends Span {
  readonly words: readonly ConfigWord[];
}

export interface HaproxySection {
  readonly kind: 'global' | 'defaults' | 'frontend' | 'backend' | 'listen' | 'other';
  readonly name: string;
  readonly lines: readonly HaproxyLine[];
}

const sectionKinds = /^(?:global|defaults|frontend|backend|listen|peers|userlist|resolvers|cache|mailers|program|ring|log-forward|http-errors|fcgi-app|crt-store)$/;

/**
 * The sections of a HAProxy configuration, comments left out. A small text reader: lines of words, sections by their
 * first word. There is no kept library of Node for it.
 */
export function readHaproxy(text: string, offset = 0): readonly HaproxySection[] {
  const sections: (HaproxySection & { lines: HaproxyLine[] })[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const words = wordsOf(match[0], offset + match.index, true);
    const [first] = words;
    if (!first) continue;
    if (sectionKinds.test(first.text)) {
      const kind = /^(?:global|defaults|frontend|backend|listen)$/.test(first.text) ? (first.text as HaproxySection['kind']) : 'other';
      sections.push({ kind, name: words[1]?.text ?? '', lines: [] });
    } else sections.at(-1)?.lines.push({ words, start: first.start, end: words.at(-1)?.end ?? first.end });
  }
  return sections;
}
