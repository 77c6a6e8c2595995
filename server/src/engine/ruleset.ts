import picomatch from 'picomatch';
import { hash } from '../base/hash.js';
import type { Language } from '../contract/nodes.js';
import type { AnyMatcher, FactExtractor, FactFileContext, FileContext, Needles, Rule, RuleFileContext } from '../contract/rule.js';
import { withKotlin } from '../syntax/kotlin/matcher.js';
import { compilePrefilter, type Prefilter } from './prefilter.js';
import { isReadByName } from './roles.js';

/** A matcher of a rule or of a fact extractor, with the name of its owner for reports of failures. */
export type Owned =
  | { readonly owner: string; readonly rule: Rule; readonly matcher: AnyMatcher<RuleFileContext>; readonly accepts: (path: string) => boolean }
  | { readonly owner: string; readonly rule: undefined; readonly matcher: AnyMatcher<FactFileContext>; readonly accepts: (path: string) => boolean };

export interface LanguageRules {
  readonly matchers: readonly Owned[];
  readonly prefilter: Prefilter;
  /** Those of the matchers that look only at files that others ask for. */
  readonly lookups: readonly Owned[];
}

/** All rules and facts, compiled per language. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  readonly byId: ReadonlyMap<string, Rule>;
  readonly languages: ReadonlyMap<Language, LanguageRules>;
  /** Changes with every rule, fact or version: caches of another revision are void. */
  readonly revision: string;
}

/** Whether a matcher looks only at files that others ask for. */
export function isForLookups({ needles }: { readonly needles: Needles }): boolean {
  return needles === 'looked-up' || needles === 'looked-up-types';
}

function accepts(globs: readonly string[] | undefined): (path: string) => boolean {
  return globs ? picomatch([...globs], { dot: true }) : (path) => !isReadByName(path);
}

/** The first gate, by path alone: whether any matcher of the language accepts it. */
export function wants(ruleset: Ruleset, language: Language, path: string): boolean {
  return ruleset.languages.get(language)?.matchers.some((owned) => owned.accepts(path)) ?? false;
}

/** Compiles rules and fact extractors. `version` names the build, so that caches of another build are not used. */
export function compileRuleset(rules: readonly Rule[], extractors: readonly FactExtractor[], version: string): Ruleset {
  const owned: Owned[] = [
    ...extractors.flatMap((extractor) => withKotlin(extractor.matchers).map((matcher) => ({ owner: extractor.kinds.join(','), rule: undefined, matcher, accepts: accepts(matcher.files) }))),
    ...rules.flatMap((rule) => (rule.matchers ?? []).map((matcher) => ({ owner: rule.meta.id, rule, matcher, accepts: accepts(matcher.files) }))),
  ];
  const languages = new Map<Language, LanguageRules>();
  for (const language of new Set(owned.map(({ matcher }) => matcher.language))) {
    const matchers = owned.filter(({ matcher }) => matcher.language === language);
    languages.set(language, {
      matchers,
      prefilter: compilePrefilter(matchers.map(({ matcher }) => matcher as AnyMatcher<FileContext & never>)),
      lookups: matchers.filter(({ matcher }) => isForLookups(matcher)),
    });
  }
  return { rules, byId: new Map(rules.map((rule) => [rule.meta.id, rule])), languages, revision: hash(version, ...owned.map(({ owner }) => owner)) };
}
