import type { AnyMatcher, FileContext, Needle, Needles, TextTest } from '../contract/rule.js';

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
 * One expression for all words. Words with the same kind of ends share their boundaries: alternatives of plain letters are
 * searched three times faster than alternatives that each carry a boundary of their own. Longer words come first, so
 * that a word that begins another is not taken for it.
 */
function scanner(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const parts = [true, false].flatMap((starts) => [true, false].map((ends) => {
    const alike = words.filter((word) => /^\w/.test(word) === starts && /\w$/.test(word) === ends).map(escape);
    return alike.length === 0 ? '' : `${starts ? '\\b' : ''}(?:${alike.join('|')})${ends ? '\\b' : ''}`;
  }));
  return new RegExp(parts.filter((part) => part !== '').join('|'), 'g');
}

/**
 * Compiles the needles of all matchers of a language into one scan of the text for literal words, followed by the few
 * regular expressions whose other conditions hold.
 */
export function compilePrefilter(matchers: readonly AnyMatcher<never & FileContext>[]): Prefilter {
  const needles: readonly Needles[] = matchers.map((matcher) => matcher.needles);
  const words = [...new Set(needles.flatMap((each) => (typeof each === 'string' ? [] : each.flat().filter((needle) => typeof needle === 'string'))))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const scan = scanner(words);
  // A longer word that was found also contains the shorter ones that stand inside it.
  const contained = new Map(words.map((word) => [word, words.filter((other) => word.includes(other) && new RegExp(bounded(other)).test(word))]));

  // Groups are tried in turn, so that a word of an earlier group hides the longer one of a later group that begins with it.
  const longer = new Map(words.map((word) => [word, words.filter((other) => other !== word && other.startsWith(word)).map((other) => ({ other, here: new RegExp(bounded(other), 'y') }))]));

  return {
    match(text) {
      const seen = new Set<string>();
      if (scan) {
        scan.lastIndex = 0;
        for (let hit = scan.exec(text); hit; hit = scan.exec(text)) {
          for (const word of contained.get(hit[0]) ?? []) seen.add(word);
          for (const { other, here } of longer.get(hit[0]) ?? []) {
            here.lastIndex = hit.index;
            if (!seen.has(other) && here.test(text)) for (const word of contained.get(other) ?? []) seen.add(word);
          }
          if (seen.size === words.length) break;
        }
      }
      const tested = new Map<string, boolean>();
      const matches = (expression: TextTest): boolean => {
        const known = tested.get(expression.source);
        if (known !== undefined) return known;
        const result = expression.test(text);
        tested.set(expression.source, result);
        return result;
      };
      const holds = (group: readonly Needle[]): boolean =>
        group.length > 0 && group.every((needle) => typeof needle !== 'string' || seen.has(needle)) && group.every((needle) => typeof needle === 'string' || matches(needle));
      return needles.flatMap((each, index) => (each === 'always' || (each !== 'looked-up' && each.some(holds)) ? [index] : []));
    },
  };
}
