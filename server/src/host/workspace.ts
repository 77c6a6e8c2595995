import { basename } from '../base/paths.js';
import type { Problem } from '../contract/finding.js';
import { answer, type Change } from '../engine/answer.js';
import { conclude, type Analyzed, type Conclusion } from '../engine/conclude.js';
import type { LookUp } from '../contract/rule.js';
import type { FileResult } from '../engine/analyze-file.js';
import { goesBeyond, lookupsOf } from '../engine/lookups.js';
import { namesAsked, namesLeading, namesUsing } from '../engine/mentions.js';
import type { PlannedFile } from '../engine/plan.js';
import { concernsManifests, recheck } from '../engine/recheck.js';
import { wants, type Ruleset } from '../engine/ruleset.js';
import { usingNamesOf } from '../syntax/java/reached.js';
import type { AdapterPool } from '../syntax/load.js';
import { analyzeText, type FileOutcome, type FileTask } from './analyze.js';
import { chartOf, Charts } from './charts.js';
import type { Host } from './host.js';
import { classOf, NameSearch } from './mentions.js';
import { prepare, type Prepared } from './prepare.js';

/** What more files than these name is hardly ever named by idle ones alone. */
const few = 5;

/** Figures of a scan. `files` counts those read, `skipped` those of the plan that were not. */
export interface ScanSummary {
  readonly files: number;
  readonly bytes: number;
  readonly parsed: number;
  readonly skipped: number;
}

/** Whether a result has to be kept: most files of a monolith contribute nothing. */
export function isEmpty(result: FileResult): boolean {
  return result.findings.length === 0 && result.facts.length === 0 && result.problems.length === 0 && result.failures.length === 0;
}

/** Planned files that some rule or fact accepts by path, in path order. */
function byPath({ plan }: Prepared, ruleset: Ruleset): ReadonlyMap<string, PlannedFile> {
  return new Map(plan.files.filter((file) => wants(ruleset, file.language, file.path)).map((file) => [file.path, file]));
}

/**
 * The analysed state of one root folder: which files there are and what each contributes. Files are analysed elsewhere
 * (in this thread or in workers) and recorded here; `conclude` joins them.
 */
export class Workspace {
  private prepared: Prepared;
  private planned: ReadonlyMap<string, PlannedFile>;
  private listed: ReadonlySet<string>;
  /** Planned files by file name; made when the first is asked for. */
  private byName: Map<string, readonly string[]> | undefined;
  private readonly results = new Map<string, FileResult>();
  /** Files that were looked at more closely because others asked for them, and for what. */
  private readonly lookedUp = new Map<string, LookUp>();
  private readonly names: NameSearch;
  private readonly charts: Charts;
  /** Files whose results came since names and other files were last looked up for them. */
  private readonly fresh = new Set<string>();
  private figures = { files: 0, bytes: 0, parsed: 0, skipped: 0 };

  constructor(readonly host: Host, readonly ruleset: Ruleset, readonly adapters: AdapterPool) {
    this.prepared = prepare(host);
    this.planned = byPath(this.prepared, this.ruleset);
    this.listed = new Set(this.prepared.listed);
    this.names = new NameSearch(host);
    this.charts = new Charts(host);
    this.names.list(this.prepared.listed);
  }

  /** Lists the root again, after files came or went; results of files that are gone are dropped. */
  refresh(): void {
    this.prepared = prepare(this.host);
    this.planned = byPath(this.prepared, this.ruleset);
    this.listed = new Set(this.prepared.listed);
    this.byName = undefined;
    this.names.list(this.prepared.listed);
    for (const path of this.results.keys()) {
      if (this.planned.has(path)) this.fresh.add(path);
      else this.forget(path);
    }
  }

  /** The same analysed state seen through another host, for trying edits out; this workspace stays as it is. */
  over(host: Host): Workspace {
    const copy = new Workspace(host, this.ruleset, this.adapters);
    for (const result of this.results.values()) copy.keep(result);
    return copy;
  }

  get settings(): Prepared['settings'] {
    return this.prepared.settings;
  }

  /** Every file to analyse, in path order. */
  tasks(): readonly FileTask[] {
    return [...this.planned.values()].map((file) => this.taskOf(file));
  }

  /** The task for one file; `undefined` when the plan leaves the file out. */
  task(path: string): FileTask | undefined {
    const file = this.planned.get(path);
    return file && this.taskOf(file);
  }

  private taskOf(file: PlannedFile): FileTask {
    const chart = file.language === 'yaml' ? chartOf(this.prepared.charts, file.path) : undefined;
    return { ...file, module: this.prepared.plan.modules.of(file.path), ...(chart ? { chart } : {}) };
  }

  /** Templates that are filled in with what stands in a file of their chart. */
  templatesOf(path: string): readonly string[] {
    const charts = [...this.prepared.charts.values()].filter(({ chart, values, helpers }) => path === chart || values.includes(path) || helpers.includes(path));
    return charts.length === 0 ? [] : this.tasks().filter(({ chart }) => chart && charts.includes(chart)).map((task) => task.path);
  }

  record({ result, bytes, skipped }: FileOutcome): void {
    this.figures.files += skipped ? 0 : 1;
    this.figures.skipped += skipped ? 1 : 0;
    this.figures.bytes += bytes;
    this.figures.parsed += result.parsed ? 1 : 0;
    this.keep(result);
  }

  private keep(result: FileResult): void {
    this.forget(result.path);
    this.fresh.add(result.path);
    if (!isEmpty(result)) this.results.set(result.path, result);
    if (result.lookedUp) this.lookedUp.set(result.path, result.lookedUp);
  }

  private forget(path: string): void {
    this.results.delete(path);
    this.lookedUp.delete(path);
  }

  /** Analyses one file as the host has it now; returns false when the plan leaves it out. */
  async update(path: string, prefilter = true): Promise<boolean> {
    this.names.changed(path);
    this.charts.changed(path);
    const task = this.task(path);
    if (!task) {
      this.forget(path);
      return false;
    }
    this.record(await analyzeText(task, this.host.read(path), this.charts, this.ruleset, this.adapters, this.settings, { prefilter, lookedUp: this.lookedUp.get(path) }));
    return true;
  }

  /**
   * Looks at the files that facts ask for, and at those that these ask for in turn; then for the names on which it depends
   * whether findings are reached, and at the few files that write them, which may be reached by nothing themselves. To be
   * awaited before a conclusion. `onOutcome` is called with what each of them came to.
   */
  async lookUp(onOutcome?: (outcome: FileOutcome) => void): Promise<void> {
    for (let wanted = this.notLookedUp(); wanted.length > 0; wanted = this.notLookedUp()) {
      for (const { task, wants: lookedUp } of wanted) {
        const outcome = await analyzeText(task, this.host.read(task.path), this.charts, this.ruleset, this.adapters, this.settings, { prefilter: true, lookedUp });
        this.figures.parsed += outcome.result.parsed && !this.results.get(task.path)?.parsed ? 1 : 0;
        this.keep({ ...outcome.result, lookedUp });
        onOutcome?.(outcome);
      }
    }
    this.fresh.clear();
  }

  private notLookedUp(): readonly { readonly task: FileTask; readonly wants: LookUp }[] {
    const asked = new Map<string, LookUp>();
    // What other results ask for was looked at when they came.
    const fresh = [...this.fresh].flatMap((path) => this.results.get(path) ?? []);
    for (const [ending, wanted] of lookupsOf(fresh)) {
      for (const path of this.endingWith(ending)) if (goesBeyond(wanted, this.lookedUp.get(path)) && goesBeyond(wanted, asked.get(path))) asked.set(path, wanted);
    }
    if (asked.size === 0) for (const path of this.writersLeading(fresh)) if (goesBeyond('types', this.lookedUp.get(path))) asked.set(path, 'types');
    return [...asked.keys()].sort().flatMap((path) => {
      const task = this.task(path);
      return task ? [{ task, wants: asked.get(path) ?? 'code' }] : [];
    });
  }

  /** Classes that are the only ones to name what was newly found, or to name such classes, as far as they may be named by nothing that runs themselves. */
  private writersLeading(fresh: readonly FileResult[]): readonly string[] {
    this.names.find(namesAsked(fresh));
    const names = new Set(fresh.flatMap((result) => [...namesLeading(result), ...namesUsing(result)]));
    const writers = [...names].map((name) => this.names.writersOf(name) ?? []);
    const isCode = (paths: readonly string[] | undefined): boolean => paths !== undefined && paths.length <= few && paths.every((path) => path.endsWith('.java'));
    const mayBeIdle = (path: string): boolean => {
      const using = usingNamesOf(classOf(path));
      return using.length > 0 && using.every((name) => isCode(this.names.writersOf(name)));
    };
    return writers.flatMap((paths) => (isCode(paths) ? paths : [])).filter(mayBeIdle);
  }

  /** Planned files whose path is the given one or ends with it. */
  private endingWith(path: string): readonly string[] {
    if (!this.byName) {
      this.byName = new Map();
      for (const known of this.planned.keys()) {
        const name = basename(known);
        this.byName.set(name, [...(this.byName.get(name) ?? []), known]);
      }
    }
    return (this.byName.get(basename(path)) ?? []).filter((known) => known === path || known.endsWith(`/${path}`));
  }

  /** Whether the file was there when the root was last listed. */
  knows(path: string): boolean {
    return this.listed.has(path);
  }

  /** What a file contributed when it was last analysed; `undefined` when nothing. */
  resultOf(path: string): FileResult | undefined {
    return this.results.get(path);
  }

  get summary(): ScanSummary {
    return this.figures;
  }

  resetSummary(): void {
    this.figures = { files: 0, bytes: 0, parsed: 0, skipped: 0 };
  }

  /** Joins what is known of all files into findings. */
  conclude(): Conclusion {
    const conclusion = conclude(this.analyzed());
    return { ...conclusion, problems: [...(this.prepared.problems as readonly Problem[]), ...conclusion.problems] };
  }

  /**
   * The same for an edit, from the last conclusion; see engine/answer, and engine/recheck for manifests. `only`: the files
   * whose findings may differ; left out where any may.
   */
  answer(previous: Conclusion, changes: readonly Change[]): { readonly conclusion: Conclusion; readonly only?: ReadonlySet<string> } {
    const conclusion = answer(previous, changes, this.settings, this.ruleset);
    if (changes.some(concernsManifests)) return { conclusion: recheck(conclusion, changes, this.analyzed()) };
    return { conclusion, only: new Set(changes.map(({ path }) => path)) };
  }

  private analyzed(): Analyzed {
    const { plan, listed, settings } = this.prepared;
    return { results: this.results.values(), plan, listed, settings, ruleset: this.ruleset, mentions: this.names };
  }

  /** Current text of a workspace file, for fixes; `undefined` when it cannot be read. */
  text(path: string): string | undefined {
    const read = this.host.read(path);
    return 'text' in read ? read.text : undefined;
  }
}
