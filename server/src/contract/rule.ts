import type { Json } from '../base/json.js';
import type { Span } from '../base/text.js';
import type { Confidence, Finding, NeededReader, Place, Severity } from './finding.js';
import type { Language, NodeOf } from './nodes.js';
import type { Fact, FactKind, FactOf, Model, Module, Settings } from './workspace.js';
import type { Args, Locale, Localized } from './words.js';

export interface RuleMeta {
  /** `area/pattern`, names the fault; never renamed once released. */
  readonly id: `${string}/${string}`;
  readonly title: Localized;
  /** Severity of a finding that does not say otherwise. */
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly fix: 'none' | 'sometimes' | 'always';
  readonly tags: readonly string[];
}

/** What a rule reports of a place in the file at hand. */
export interface Found {
  /** The telling token: a call's name, a key, an instruction; never empty. */
  readonly at: Span;
  /** Which of the rule's messages. */
  readonly say: string;
  readonly args?: Args;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Where it is done, when that is not `at`: a finding at a field speaks of the methods that change it. */
  readonly by?: readonly Span[];
  /** What has to read the attribute that the place stores, in another file; left out where this file reads it, or nothing is known. */
  readonly reader?: NeededReader;
  /** Further places, in this file. */
  readonly also?: readonly { readonly at: Span; readonly say: string; readonly args?: Args }[];
  /** Findings of one rule and application with the same cause become one group; leave out when the place stands alone. */
  readonly cause?: string;
  /** What fixes need to know; must not hold nodes or secrets. */
  readonly data?: Json;
}

/** A test on a whole text, such as a RegExp; `source` names it, so that equal tests run once per text. */
export interface TextTest {
  readonly source: string;
  test(text: string): boolean;
  /** For a test that is more than an expression: one that stands wherever the test holds. */
  readonly shape?: RegExp;
}

/**
 * Words that must stand in the text as written (an inner list: all of them; the outer list: any); a test where no word
 * tells. `looked-up`: only files that a `lookup` fact of some file asks for; `looked-up-types`: those as well of which only the types are asked for.
 */
export type Needle = string | TextTest;
export type Needles = readonly (readonly Needle[])[] | 'always' | 'looked-up' | 'looked-up-types';

/** What one file asks another for: how its types are declared, or what its methods do as well, which costs many times as much. */
export type LookUp = 'types' | 'code';

/** What is known while one file is read. */
export interface FileContext {
  readonly path: string;
  readonly text: string;
  readonly module: Module;
  readonly settings: Settings;
  /** Computes once per file and key: import tables, class indexes and the like. */
  once<T>(key: object, compute: () => T): T;
}

export interface RuleFileContext extends FileContext {
  report(found: Found): void;
}

export interface FactFileContext extends FileContext {
  emit<K extends FactKind>(kind: K, at: Span, value: FactOf[K]): void;
  /** The same for what a rule will tell of as it stands, so that it matters whether anything leads there. */
  emitTold<K extends FactKind>(kind: K, at: Span, value: FactOf[K]): void;
}

/** Handlers keyed by node kind (see {@link NodeOf}); dispatch is a table. `files` are globs that the path must match (any). */
export interface Matcher<L extends Language, C extends FileContext> {
  readonly language: L;
  readonly files?: readonly string[];
  readonly needles: Needles;
  readonly on: Readonly<Record<string, (node: NodeOf[L], cx: C) => void>>;
}
export type AnyMatcher<C extends FileContext> = { [L in Language]: Matcher<L, C> }[Language];

/** Gives handlers their node type from the language. */
export function ruleMatcher<L extends Language>(matcher: Matcher<L, RuleFileContext>): Matcher<L, RuleFileContext> {
  return matcher;
}
export function factMatcher<L extends Language>(matcher: Matcher<L, FactFileContext>): Matcher<L, FactFileContext> {
  return matcher;
}

/** One fact kind or a family of them: how one file yields it. */
export interface FactExtractor {
  readonly kinds: readonly FactKind[];
  readonly matchers: readonly AnyMatcher<FactFileContext>[];
}

/** Facts that silence or lower findings of a file rule when they stand in the same application. */
export interface Clearing {
  readonly fact: FactKind;
  readonly effect: 'silence' | Severity;
  /** Which facts count; all when left out. */
  readonly when?: (fact: Fact, finding: Finding, model: Model) => boolean;
  /** Where facts count for findings of the same name alone: those names, so that not every fact is asked for every finding. */
  readonly named?: { readonly fact: (fact: Fact) => string; readonly finding: (finding: Finding) => string };
  /** What would clear the finding, in one phrase for the hover: "an external session store". */
  readonly what: Localized;
}

/** Facts of the same application without which findings of a file rule are no more than `otherwise`: what one file only names, another one shows. */
export interface Proof {
  readonly fact: FactKind;
  /** Which findings need the proof. */
  asks(finding: Finding): boolean;
  holds(fact: Fact, finding: Finding): boolean;
  readonly otherwise: Severity;
  /** Which of the rule's messages explains the proving places; it gets the arguments of the finding. */
  readonly say: string;
}

/** Reported by a project check; `at` defaults to the subject's own place. */
export interface ProjectFound {
  readonly at?: Place;
  readonly say: string;
  readonly args?: Args;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly also?: readonly (Place & { readonly say: string; readonly args?: Args })[];
  readonly cause?: string;
  readonly data?: Json;
}

export interface ProjectContext {
  readonly model: Model;
  /** Facts of a kind the check declared in `reads`; asking for another throws in tests. */
  facts<K extends FactKind>(kind: K): readonly Fact<K>[];
  report(found: ProjectFound): void;
}

/** Looks at one fact (the subject) with the whole model at hand and reports only on that subject. */
export interface ProjectCheck<K extends FactKind = FactKind> {
  readonly subject: K;
  readonly reads: readonly FactKind[];
  /**
   * Whether a subject can be told of at all, by itself: whatever else stands in the workspace must not matter. Asked once
   * for each result of a file, because there may be a hundred thousand settings, of which a check looks at a few.
   */
  about?(subject: Fact<K>): boolean;
  /** Set to run after all other checks and to see what they found; without it, `finding` facts are those of files and of checks that read none. */
  readonly last?: true;
  check(subject: Fact<K>, cx: ProjectContext): void;
}
export type AnyProjectCheck = { [K in FactKind]: ProjectCheck<K> }[FactKind];

export type Edit =
  | { readonly do: 'replace'; readonly file: string; readonly span: Span; readonly text: string }
  | { readonly do: 'create'; readonly path: string; readonly text: string; readonly ifExists: 'refuse' | 'propose' };

export interface FixInput {
  readonly finding: Finding;
  /** Current text of a workspace file; `undefined` when it does not exist or cannot be read. */
  text(path: string): string | undefined;
  readonly model: Model;
  readonly locale: Locale;
}

/** Pure. `edits` returns `undefined` when the fix does not apply to what the files say now. */
export interface Fix {
  /** Kebab-case, unique within the rule. */
  readonly key: string;
  readonly title: Localized;
  /** `safe` changes no behaviour that anyone relies on and may run in fix-all; `review` is previewed. */
  readonly safety: 'safe' | 'review';
  /** Whether the edits also fit a finding in a Kotlin file; such a finding is offered no other fixes. */
  readonly kotlin?: true;
  /** Cheap test on the finding alone; `true` when left out. */
  applies?(finding: Finding, model: Model): boolean;
  edits(input: FixInput): readonly Edit[] | undefined;
}

export interface Rule {
  readonly meta: RuleMeta;
  /** Every text the rule may say, by key. */
  readonly messages: Readonly<Record<string, Localized>>;
  readonly matchers?: readonly AnyMatcher<RuleFileContext>[];
  readonly project?: readonly AnyProjectCheck[];
  readonly proof?: Proof;
  readonly clearing?: readonly Clearing[];
  readonly fixes?: readonly Fix[];
}
