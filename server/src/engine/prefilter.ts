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

/** What a word that was found says of the other words. */
interface Neighbours {
  /** Shorter words that stand inside it, and the word itself. */
  readonly contained: readonly string[];
  /** The search tries kinds of words in turn, so that a word of one kind hides a longer one of another that begins with it. */
  readonly longer: readonly { readonly other: string; readonly here: RegExp }[];
}

/** The words of a text, found in one search. */
class Words {
  private readonly scan: RegExp | undefined;
  /** Found out when a word first turns up: most words never do, and comparing all with all would delay every start. */
  private readonly neighbours = new Map<string, Neighbours>();

  constructor(private readonly words: readonly string[]) {
    this.scan = scanner(words);
  }

  private around(word: string): Neighbours {
    const known = this.neighbours.get(word);
    if (known) return known;
    const found = {
      contained: this.words.filter((other) => word.includes(other) && new RegExp(bounded(other)).test(word)),
      longer: this.words.filter((other) => other !== word && other.startsWith(word)).map((other) => ({ other, here: new RegExp(bounded(other), 'y') })),
    };
    this.neighbours.set(word, found);
    return found;
  }

  in(text: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const { scan } = this;
    if (!scan) return seen;
    scan.lastIndex = 0;
    for (let hit = scan.exec(text); hit && seen.size < this.words.length; hit = scan.exec(text)) {
      const { contained, longer } = this.around(hit[0]);
      if (!seen.has(hit[0])) for (const word of contained) seen.add(word);
      for (const { other, here } of longer) {
        here.lastIndex = hit.index;
        if (!seen.has(other) && here.test(text)) for (const word of this.around(other).contained) seen.add(word);
      }
    }
    return seen;
  }
}

/** Texts after which it is known which tests hold often. */
const learned = 128;
/** Share of the texts from which on a test holds too often to be asked together with others. */
const often = 1 / 32;

function expressionOf(test: TextTest): RegExp | undefined {
  return test instanceof RegExp ? test : test.shape;
}

/**
 * Tests that no word announces are asked of every text and hardly ever hold. Once it is known which these are, one
 * expression for all of them turns most texts away at a third of the cost. The answers do not depend on it.
 */
class RareTests {
  private readonly held = new Map<string, number>();
  private texts = 0;
  private gates: readonly RegExp[] | undefined;
  private behind: ReadonlySet<string> = new Set();

  constructor(private readonly tests: readonly TextTest[]) {}

  /** Tests that cannot hold for this text. */
  ruledOut(text: string): ReadonlySet<string> {
    this.texts += 1;
    if (this.texts === learned) this.close();
    return this.gates?.every((gate) => !gate.test(text)) ? this.behind : none;
  }

  /** Learns that a test held. */
  saw(test: TextTest): void {
    if (!this.gates) this.held.set(test.source, (this.held.get(test.source) ?? 0) + 1);
  }

  private close(): void {
    const rare = this.tests.filter((test) => {
      const expression = expressionOf(test);
      return expression !== undefined && !/\\[1-9]/.test(expression.source) && (this.held.get(test.source) ?? 0) < learned * often;
    });
    this.behind = new Set(rare.map((test) => test.source));
    const byFlags = new Map<string, string[]>();
    for (const test of rare) {
      const { flags, source } = expressionOf(test) as RegExp;
      const once = flags.replace('g', '');
      byFlags.set(once, [...(byFlags.get(once) ?? []), `(?:${source})`]);
    }
    this.gates = [...byFlags].map(([flags, sources]) => new RegExp(sources.join('|'), flags));
  }
}

const none: ReadonlySet<string> = new Set();

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
  const rare = new RareTests(wordless.flatMap((group) => group.tests.slice(0, 1)));
  return { match: (text) => matchText(text, words.in(text), first, wordless, always, rare) };
}

function matchText(text: string, seen: ReadonlySet<string>, first: ReadonlyMap<string, readonly Group[]>, wordless: readonly Group[], always: readonly number[], rare: RareTests): readonly number[] {
  const matched = new Set<number>(always);
  const tested = new Map<string, boolean>();
  for (const test of rare.ruledOut(text)) tested.set(test, false);
  const holds = (test: TextTest): boolean => {
    const known = tested.get(test.source);
    if (known !== undefined) return known;
    const result = test.test(text);
    tested.set(test.source, result);
    if (result) rare.saw(test);
    return result;
  };
  const consider = (group: Group): void => {
    if (!matched.has(group.matcher) && group.words.every((word) => seen.has(word)) && group.tests.every(holds)) matched.add(group.matcher);
  };
  for (const word of seen) first.get(word)?.forEach(consider);
  wordless.forEach(consider);
  return [...matched].sort((a, b) => a - b);
}
