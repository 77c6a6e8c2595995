import type { AnyMatcher, FileContext, Needle, Needles } from '../contract/rule.js';

/** Which of a language's matchers a text can concern, decided without parsing it. */
export interface Prefilter {
  /** Indexes of the matchers whose needles stand in the text; empty means the file need not be parsed. */
  match(text: string): readonly number[];
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A word is bounded where its ends are word characters, so that `static` does not match `statics`. */
function bounded(word: string): string {
  return `${/^\w/.test(word) ? '\\b' : ''}${escape(word)}${/\w$/.test(word) ? '\\b' : ''}`;
}

/**
 * Compiles the needles of all matchers of a language into one scan of the text for literal words, followed by the few
 * regular expressions whose other conditions hold. Longer words come first so that a word that begins another is not
 * swallowed by it.
 */
export function compilePrefilter(matchers: readonly AnyMatcher<never & FileContext>[]): Prefilter {
  const needles: readonly Needles[] = matchers.map((matcher) => matcher.needles);
  const words = [...new Set(needles.flatMap((each) => (each === 'always' ? [] : each.flat().filter((needle) => typeof needle === 'string'))))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const scan = words.length > 0 ? new RegExp(words.map(bounded).join('|'), 'g') : undefined;
  // A longer word that was found also contains the shorter ones that stand inside it.
  const contained = new Map(words.map((word) => [word, words.filter((other) => new RegExp(bounded(other)).test(word))]));
  const gates = needles.map((each) => each === 'always' || each.some((group) => group.length > 0));

  return {
    match(text) {
      const seen = new Set<string>();
      if (scan) {
        scan.lastIndex = 0;
        for (let hit = scan.exec(text); hit; hit = scan.exec(text)) {
          for (const word of contained.get(hit[0]) ?? []) seen.add(word);
          if (seen.size === words.length) break;
        }
      }
      const has = (needle: Needle): boolean => (typeof needle === 'string' ? seen.has(needle) : needle.test(text));
      const literalFirst = (group: readonly Needle[]): boolean =>
        group.every((needle) => typeof needle !== 'string' || seen.has(needle)) && group.every(has);
      return needles.flatMap((each, index) => (gates[index] && (each === 'always' || each.some(literalFirst)) ? [index] : []));
    },
  };
}
