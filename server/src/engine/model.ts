import { memo } from '../base/memo.js';
import type { Finding } from '../contract/finding.js';
import type { AnyProjectCheck } from '../contract/rule.js';
import '../facts/finding.js';
import type { Fact, FactKind, Model, Module, Role, Settings } from '../contract/workspace.js';
import { languageOf } from '../syntax/languages.js';
import type { ModuleIndex } from './modules.js';
import { roleOf } from './roles.js';

/** Order of facts and findings: by file, then by place. */
export function byPlace(a: { readonly file: string; readonly range: { readonly start: number } }, b: { readonly file: string; readonly range: { readonly start: number } }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start;
}

/** The facts of a file by kind, in order of place. */
const kindsOf = memo((source: readonly Fact[]): ReadonlyMap<FactKind, readonly Fact[]> => {
  const kinds = new Map<FactKind, Fact[]>();
  for (const fact of [...source].sort(byPlace)) {
    const facts = kinds.get(fact.kind);
    if (facts) facts.push(fact);
    else kinds.set(fact.kind, [fact]);
  }
  return kinds;
});

const noFacts: readonly Fact[] = [];
const toldKept = memo((_source: readonly Fact[]) => new Map<AnyProjectCheck, readonly Fact[]>());

/** What a check can tell of in a file, which another file cannot change. */
function toldOf(source: readonly Fact[], check: AnyProjectCheck): readonly Fact[] {
  const subjects = kindsOf(source).get(check.subject);
  if (!subjects) return noFacts;
  const kept = toldKept(source);
  const known = kept.get(check) ?? subjects.filter((subject) => (check.about as (subject: Fact) => boolean)(subject));
  kept.set(check, known.length === 0 ? noFacts : known);
  return known;
}

/** Facts of the whole workspace, indexed by kind and application. */
export class WorkspaceModel implements Model {
  readonly modules: readonly Module[];
  private readonly byKind = new Map<FactKind, Fact[]>();
  private readonly fileSet: ReadonlySet<string>;
  /** Answers of {@link factsFor}: every finding of a rule asks the same. */
  private readonly byApplication = new Map<string, readonly Fact[]>();
  private readonly moduleByPath = new Map<string, Module>();
  private readonly memo = new Map<object, { readonly value: unknown; readonly fromFindings: boolean }>();
  /** Whether what is being worked out has looked at findings. */
  private sawFindings = false;

  /** `sources`: facts of one file each, in the order of their paths. */
  constructor(readonly settings: Settings, private readonly index: ModuleIndex, readonly files: readonly string[], private readonly sources: readonly (readonly Fact[])[]) {
    this.modules = index.all;
    this.fileSet = new Set(files);
    for (const source of sources) for (const [kind, facts] of kindsOf(source)) this.addAll(kind, facts);
  }

  /** Makes findings readable as facts, for checks that join them with manifests. */
  addFindings(findings: readonly Finding[]): void {
    for (const key of this.byApplication.keys()) if (key.startsWith('finding ')) this.byApplication.delete(key);
    for (const [key, { fromFindings }] of this.memo) if (fromFindings) this.memo.delete(key);
    this.addAll('finding', findings.map((value) => ({ kind: 'finding', file: value.file, range: value.range, module: value.module, value })));
    this.byKind.get('finding')?.sort(byPlace);
  }

  private addAll(kind: FactKind, facts: readonly Fact[]): void {
    const list = this.byKind.get(kind);
    if (!list) this.byKind.set(kind, [...facts]);
    else for (const fact of facts) list.push(fact);
  }

  /** The subjects of a check that it can tell something of, in some files or in all, in order. */
  subjectsOf(check: AnyProjectCheck, files?: ReadonlySet<string>): readonly Fact[] {
    const all = check.about ? this.sources.flatMap((source) => toldOf(source, check)) : this.facts(check.subject);
    return files ? all.filter(({ file }) => files.has(file)) : all;
  }

  facts<K extends FactKind>(kind: K): readonly Fact<K>[] {
    this.sawFindings ||= kind === 'finding';
    return (this.byKind.get(kind) ?? []) as unknown as readonly Fact<K>[];
  }

  factsFor<K extends FactKind>(kind: K, path: string): readonly Fact<K>[] {
    this.sawFindings ||= kind === 'finding';
    const { application } = this.moduleOf(path);
    const key = `${kind} ${application}`;
    const known = this.byApplication.get(key);
    if (known) return known as unknown as readonly Fact<K>[];
    const facts = this.facts(kind).filter((fact) => {
      const module = this.moduleOf(`${fact.module}/x`);
      // What stands outside every build (manifests and Compose files at the root) is about all applications below.
      return module.application === application || module.tool === undefined;
    });
    this.byApplication.set(key, facts as unknown as readonly Fact[]);
    return facts;
  }

  moduleOf(path: string): Module {
    const known = this.moduleByPath.get(path);
    if (known) return known;
    const module = this.index.of(path);
    this.moduleByPath.set(path, module);
    return module;
  }

  once<T>(key: object, compute: () => T): T {
    const known = this.memo.get(key) ?? this.workedOut(compute);
    this.memo.set(key, known);
    this.sawFindings ||= known.fromFindings;
    return known.value as T;
  }

  private workedOut<T>(compute: () => T): { readonly value: T; readonly fromFindings: boolean } {
    const before = this.sawFindings;
    this.sawFindings = false;
    const value = compute();
    const fromFindings = this.sawFindings;
    this.sawFindings = before;
    return { value, fromFindings };
  }

  roleOf(path: string): Role {
    return roleOf(path, languageOf(path) ?? 'lines');
  }

  hasFile(path: string): boolean {
    return this.fileSet.has(path);
  }
}
