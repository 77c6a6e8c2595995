import type { AnyMatcher, FileContext, Needles, TextTest } from '../contract/rule.js';

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

/** One way to concern a matcher: words that must have been seen, then tests that must hold. */
interface Group {
  readonly matcher: number;
  readonly words: readonly string[];
  readonly tests: readonly TextTest[];
}

function groupsOf(needles: readonly Needles[]): readonly Group[] {
  return needles.flatMap((each, matcher) => (typeof each === 'string' ? [] : each.filter((group) => group.length > 0).map((group) => ({
    matcher,
    words: group.filter((needle) => typeof needle === 'string'),
    tests: group.filter((needle) => typeof needle !== 'string'),
  }))));
}

/** The words of a text, found in one search. */
class Words {
  private readonly scan: RegExp | undefined;
  /** A longer word that was found also contains the shorter ones that stand inside it. */
  private readonly contained: ReadonlyMap<string, readonly string[]>;
  /** The search tries kinds of words in turn, so that a word of one kind hides a longer one of another that begins with it. */
  private readonly longer: ReadonlyMap<string, readonly { readonly other: string; readonly here: RegExp }[]>;

  constructor(private readonly words: readonly string[]) {
    this.scan = scanner(words);
    this.contained = new Map(words.map((word) => [word, words.filter((other) => word.includes(other) && new RegExp(bounded(other)).test(word))]));
    this.longer = new Map(words.map((word) => [word, words.filter((other) => other !== word && other.startsWith(word)).map((other) => ({ other, here: new RegExp(bounded(other), 'y') }))]));
  }

  in(text: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const { scan } = this;
    if (!scan) return seen;
    scan.lastIndex = 0;
    for (let hit = scan.exec(text); hit && seen.size < this.words.length; hit = scan.exec(text)) {
      if (!seen.has(hit[0])) for (const word of this.contained.get(hit[0]) ?? []) seen.add(word);
      for (const { other, here } of this.longer.get(hit[0]) ?? []) {
        here.lastIndex = hit.index;
        if (!seen.has(other) && here.test(text)) for (const word of this.contained.get(other) ?? []) seen.add(word);
      }
    }
    return seen;
  }
}

/**
 * Compiles the needles of all matchers of a language into one scan of the text for literal words, followed by the few
 * regular expressions whose other conditions hold.
 */
export function compilePrefilter(matchers: readonly AnyMatcher<never & FileContext>[]): Prefilter {
  const needles: readonly Needles[] = matchers.map((matcher) => matcher.needles);
  const always = needles.flatMap((each, index) => (each === 'always' ? [index] : []));
  const groups = groupsOf(needles);
  const words = new Words([...new Set(groups.flatMap((group) => group.words))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)));
  // Most groups fall with their first word, so only those whose word was seen are looked at.
  const wordless = groups.filter((group) => group.words.length === 0);
  const first = new Map<string, Group[]>();
  for (const group of groups) {
    const [word] = group.words;
    if (word !== undefined) first.set(word, [...(first.get(word) ?? []), group]);
  }
  return { match: (text) => matchText(text, words.in(text), first, wordless, always) };
}

function matchText(text: string, seen: ReadonlySet<string>, first: ReadonlyMap<string, readonly Group[]>, wordless: readonly Group[], always: readonly number[]): readonly number[] {
  const matched = new Set<number>(always);
  const tested = new Map<string, boolean>();
  const holds = (test: TextTest): boolean => {
    const known = tested.get(test.source);
    if (known !== undefined) return known;
    const result = test.test(text);
    tested.set(test.source, result);
    return result;
  };
  const consider = (group: Group): void => {
    if (!matched.has(group.matcher) && group.words.every((word) => seen.has(word)) && group.tests.every(holds)) matched.add(group.matcher);
  };
  for (const word of seen) first.get(word)?.forEach(consider);
  wordless.forEach(consider);
  return [...matched].sort((a, b) => a - b);
}
