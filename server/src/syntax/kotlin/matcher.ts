import type { AnyMatcher, FileContext, Matcher, Needles } from '../../contract/rule.js';

/** What reads Java, for Kotlin: its files are handed on in Java's node types. `needles` where Kotlin writes other words. */
export function forKotlin<C extends FileContext>(matcher: Matcher<'java', C>, needles: Needles = matcher.needles): Matcher<'kotlin', C> {
  return { ...matcher, language: 'kotlin', needles };
}

/** The matchers, and one that reads Kotlin for each that reads Java, unless the list knows Kotlin by itself. */
export function withKotlin<C extends FileContext>(matchers: readonly AnyMatcher<C>[]): readonly AnyMatcher<C>[] {
  if (matchers.some((matcher) => matcher.language === 'kotlin')) return matchers;
  return [...matchers, ...matchers.flatMap((matcher) => (matcher.language === 'java' ? [forKotlin(matcher)] : []))];
}
