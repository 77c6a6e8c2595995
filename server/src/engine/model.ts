import type { Finding } from '../contract/finding.js';
import '../facts/finding.js';
import type { Fact, FactKind, Model, Module, Settings } from '../contract/workspace.js';
import type { ModuleIndex } from './modules.js';

/** Order of facts and findings: by file, then by place. */
export function byPlace(a: { readonly file: string; readonly range: { readonly start: number } }, b: { readonly file: string; readonly range: { readonly start: number } }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start;
}

/** Facts of the whole workspace, indexed by kind and application. */
export class WorkspaceModel implements Model {
  readonly modules: readonly Module[];
  private readonly byKind = new Map<FactKind, Fact[]>();
  private readonly fileSet: ReadonlySet<string>;
  /** Answers of {@link factsFor}: every finding of a rule asks the same. */
  private readonly byApplication = new Map<string, readonly Fact[]>();
  private readonly moduleByPath = new Map<string, Module>();
  private readonly memo = new Map<object, unknown>();

  constructor(readonly settings: Settings, private readonly index: ModuleIndex, readonly files: readonly string[], facts: readonly Fact[]) {
    this.modules = index.all;
    this.fileSet = new Set(files);
    for (const fact of [...facts].sort(byPlace)) this.add(fact);
  }

  /** Makes findings readable as facts, for checks that join them with manifests. */
  addFindings(findings: readonly Finding[]): void {
    for (const value of findings) this.add({ kind: 'finding', file: value.file, range: value.range, module: value.module, value });
    this.byKind.get('finding')?.sort(byPlace);
  }

  private add(fact: Fact): void {
    this.byApplication.clear();
    this.memo.clear();
    const list = this.byKind.get(fact.kind);
    if (list) list.push(fact);
    else this.byKind.set(fact.kind, [fact]);
  }

  facts<K extends FactKind>(kind: K): readonly Fact<K>[] {
    return (this.byKind.get(kind) ?? []) as unknown as readonly Fact<K>[];
  }

  factsFor<K extends FactKind>(kind: K, path: string): readonly Fact<K>[] {
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
    if (!this.memo.has(key)) this.memo.set(key, compute());
    return this.memo.get(key) as T;
  }

  hasFile(path: string): boolean {
    return this.fileSet.has(path);
  }
}
