import { hash } from '../base/hash.js';
import { LineMap, type Range, type Span } from '../base/text.js';
import type { Finding, NeededNames, Problem } from '../contract/finding.js';
import type { Language } from '../contract/nodes.js';
import type { FactFileContext, FileContext, Found, LookUp, Rule, RuleFileContext } from '../contract/rule.js';
import type { Fact, FactKind, FactOf, Module, Settings } from '../contract/workspace.js';
import type { Adapters } from '../syntax/adapter.js';
import type { ChartData } from '../syntax/helm/render.js';
import { isForLookups, type Owned, type Ruleset } from './ruleset.js';

export interface FileInput {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly module: Module;
  /** For templates of a Helm chart: what they are filled in with. */
  readonly chart?: ChartData | undefined;
}

/** Everything that one file contributes; JSON only. */
export interface FileResult {
  readonly path: string;
  readonly parsed: boolean;
  /** Whether the file was looked at more closely because another asked for it. */
  readonly lookedUp?: LookUp;
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
  readonly problems: readonly Problem[];
  /** Rules or facts that threw on this file: a defect of ours, their other results stand. */
  readonly failures: readonly { readonly owner: string; readonly file: string; readonly error: string }[];
}

export interface AnalyzeOptions {
  /** Off only in tests that prove that the prefilter changes nothing. */
  readonly prefilter: boolean;
  /** What {@link concerns} said of the same text, when it was asked already. */
  readonly active?: readonly Owned[];
  /** What other files ask this one for by `lookup` facts. */
  readonly lookedUp?: LookUp | undefined;
}

type AnyAdapter = Adapters[Language];
type Handler = { readonly owned: Owned; readonly run: (node: never, cx: never) => void };

function nothing(path: string): FileResult {
  return { path, parsed: false, findings: [], facts: [], problems: [], failures: [] };
}

/** Indexes of the matchers that this path and text can concern. */
function activeMatchers(input: FileInput, ruleset: Ruleset, options: AnalyzeOptions): readonly Owned[] {
  const language = ruleset.languages.get(input.language);
  if (!language) return [];
  const matching = options.prefilter ? language.prefilter.match(input.text).map((index) => language.matchers[index]) : language.matchers.filter(({ matcher }) => !isForLookups(matcher));
  const lookups = options.lookedUp === undefined ? [] : language.lookups.filter(({ matcher }) => options.lookedUp === 'code' || matcher.needles === 'looked-up-types');
  const candidates = [...matching, ...lookups];
  return candidates.filter((owned): owned is Owned => owned !== undefined && owned.accepts(input.path));
}

/** How a complete text ends, for manifests that are parsed only when they hold certain words. */
const endings: { readonly [L in Language]?: RegExp } = { xml: />\s*$/, json: /[}\]]\s*$/ };

/** Whether a manifest breaks off, so that the words that would make it interesting may be missing. */
function breaksOff({ text, language }: FileInput): boolean {
  const ending = endings[language];
  return ending !== undefined && text.length > 0 && !ending.test(text.slice(-200)) && text.trim() !== '';
}

/** Matchers that a file concerns, by path and words; `undefined` when the file need not be parsed. */
export function concerns(input: FileInput, ruleset: Ruleset, lookedUp?: LookUp): readonly Owned[] | undefined {
  const active = activeMatchers(input, ruleset, { prefilter: true, lookedUp });
  return active.length > 0 || breaksOff(input) ? active : undefined;
}

/** Parses one file once and runs every matcher that concerns it. Never throws. */
export function analyzeFile(input: FileInput, ruleset: Ruleset, adapter: AnyAdapter, settings: Settings, options: AnalyzeOptions = { prefilter: true }): FileResult {
  const active = options.active ?? activeMatchers(input, ruleset, options);
  if (active.length === 0 && !breaksOff(input)) return nothing(input.path);
  const collector = new Collector(input, settings, options.lookedUp);
  const table = new Map<string, Handler[]>();
  for (const owned of active) {
    for (const [key, run] of Object.entries(owned.matcher.on)) {
      const handlers = table.get(key) ?? [];
      handlers.push({ owned, run: run as Handler['run'] });
      table.set(key, handlers);
    }
  }
  let parsed;
  try {
    parsed = adapter.parse(input.text, input.path, input.chart);
  } catch (error) {
    collector.fail('syntax', error);
    return collector.result(false);
  }
  try {
    collector.problems(parsed.problems);
    collector.reach = (place) => parsed.reachedBy?.(place);
    parsed.visit(new Set(table.keys()), (key: string, node: unknown) => {
      for (const handler of table.get(key) ?? []) collector.run(handler, node);
    });
  } catch (error) {
    collector.fail('syntax', error);
  } finally {
    parsed.dispose();
  }
  return collector.result(true);
}

/** Gathers what the handlers of one file say. */
class Collector {
  private readonly lines: LineMap;
  private readonly memo = new Map<object, unknown>();
  private readonly findings: Finding[] = [];
  private readonly facts: Fact[] = [];
  private readonly problemList: Problem[] = [];
  private readonly failures: { owner: string; file: string; error: string }[] = [];
  private readonly contexts = new Map<Owned, FileContext>();
  private readonly ordinals = new Map<string, number>();
  /** What the parsed text says of how a place is reached. */
  reach: (place: number) => NeededNames | undefined = () => undefined;

  constructor(private readonly input: FileInput, private readonly settings: Settings, private readonly lookedUp: LookUp | undefined) {
    this.lines = new LineMap(input.text);
  }

  run({ owned, run }: Handler, node: unknown): void {
    try {
      run(node as never, this.contextFor(owned) as never);
    } catch (error) {
      this.fail(owned.owner, error);
    }
  }

  fail(owner: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.failures.push({ owner, file: this.input.path, error: text });
  }

  problems(found: readonly { readonly at: Span; readonly message: Problem['message'] }[]): void {
    // What follows a first syntax error is mostly its echo.
    for (const { at, message } of found.slice(0, 1)) {
      this.problemList.push({ file: this.input.path, line: this.lines.position(at.start).line, message, args: {} });
    }
  }

  result(parsed: boolean): FileResult {
    // The model orders all facts each time; what is in order already costs it little.
    this.facts.sort((a, b) => a.range.start - b.range.start);
    return { path: this.input.path, parsed, ...(this.lookedUp ? { lookedUp: this.lookedUp } : {}), findings: this.findings, facts: this.facts, problems: this.problemList, failures: this.failures };
  }

  private contextFor(owned: Owned): FileContext {
    const known = this.contexts.get(owned);
    if (known) return known;
    const { path, text, module } = this.input;
    const base: FileContext = { path, text, module, settings: this.settings, once: (key, compute) => this.once(key, compute) };
    const { rule } = owned;
    const forRule = (of: Rule): RuleFileContext => ({ ...base, report: (found) => this.report(of, found) });
    const forFacts = (): FactFileContext => ({
      ...base,
      emit: (kind, at, value) => this.emit(kind, at, value),
      emitTold: (kind, at, value) => this.emit(kind, at, value, this.reach(at.start)),
    });
    const context = rule ? forRule(rule) : forFacts();
    this.contexts.set(owned, context);
    return context;
  }

  private once<T>(key: object, compute: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, compute());
    return this.memo.get(key) as T;
  }

  private emit<K extends FactKind>(kind: K, at: Span, value: FactOf[K], reachedBy?: NeededNames): void {
    this.facts.push({ kind, file: this.input.path, range: this.lines.range(at), module: this.input.module.dir, value, ...(reachedBy ? { reachedBy } : {}) } as Fact);
  }

  private report(rule: Rule, found: Found): void {
    const { path: file, module } = this.input;
    const range = this.lines.range(found.at);
    if (this.findings.some((other) => other.rule === rule.meta.id && other.range.start === range.start && other.range.end === range.end)) return;
    const reachedBy = this.reachOf(found);
    this.findings.push({
      rule: rule.meta.id,
      severity: found.severity ?? rule.meta.severity,
      confidence: found.confidence ?? rule.meta.confidence,
      file, range, say: found.say, args: found.args ?? {},
      related: (found.also ?? []).map(({ at, say, args }) => ({ file, range: this.lines.range(at), say, args: args ?? {} })),
      data: found.data ?? null,
      module: module.dir,
      ...(found.cause === undefined ? {} : { group: groupId(rule.meta.id, module, found.cause) }),
      ...(reachedBy ? { reachedBy } : {}),
      fingerprint: this.fingerprint(rule.meta.id, found.say, range),
    });
  }

  /** What a finding's places need to be reached: one that needs nothing speaks for all, and a method of any of them will do. */
  private reachOf(found: Found): NeededNames | undefined {
    const reach = this.callersOf(found);
    const document = this.reach(found.at.start)?.document;
    return found.reader || document ? { ...reach, ...(document ? { document } : {}), ...(found.reader ? { attribute: found.reader } : {}) } : reach;
  }

  private callersOf({ at, by }: Found): NeededNames | undefined {
    const needs = (by ?? [at]).map(({ start }) => this.reach(start));
    const [first] = needs;
    // Of several keys that one finding tells of, one that is read will do.
    if (first?.setting) return needs.every((each) => each?.setting) ? { setting: { ...first.setting, names: needs.flatMap((each) => each?.setting?.names ?? []) } } : undefined;
    const methods = needs.every((each) => each?.methods !== undefined) ? [...new Set(needs.flatMap((each) => each?.methods ?? []))].sort() : undefined;
    const of = (each: NeededNames | undefined): string => JSON.stringify([each?.types, each?.above]);
    const { types, above } = needs.every((each) => of(each) === of(first)) ? first ?? {} : {};
    const through = [...new Set(needs.flatMap((each) => each?.through ?? []))];
    if (types === undefined && methods === undefined) return undefined;
    return { ...(types ? { types } : {}), ...(above ? { above } : {}), ...(methods ? { methods, ...(through.length > 0 ? { through } : {}) } : {}) };
  }

  /** Rule, message, path, the text of the first line without its white space, and a counter for equal lines. */
  private fingerprint(rule: string, message: string, range: Range): string {
    const key = hash(rule, message, this.input.path, this.lines.lineText(range.startLine).replace(/\s+/g, ''));
    const ordinal = this.ordinals.get(key) ?? 0;
    this.ordinals.set(key, ordinal + 1);
    return ordinal === 0 ? key : hash(key, String(ordinal));
  }
}

/** Same rule, same application, same cause: one group. */
export function groupId(rule: string, module: Module, cause: string): string {
  return `${rule}@${module.application || '.'}#${cause}`;
}
