import type { Problem } from '../contract/finding.js';
import { answer, type Change } from '../engine/answer.js';
import { conclude, type Conclusion } from '../engine/conclude.js';
import type { FileResult } from '../engine/analyze-file.js';
import type { PlannedFile } from '../engine/plan.js';
import { wants, type Ruleset } from '../engine/ruleset.js';
import type { AdapterPool } from '../syntax/load.js';
import { analyzeText, type FileOutcome, type FileTask } from './analyze.js';
import type { Host } from './host.js';
import { prepare, type Prepared } from './prepare.js';

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
  private readonly results = new Map<string, FileResult>();
  private figures = { files: 0, bytes: 0, parsed: 0, skipped: 0 };

  constructor(readonly host: Host, readonly ruleset: Ruleset, readonly adapters: AdapterPool) {
    this.prepared = prepare(host);
    this.planned = byPath(this.prepared, this.ruleset);
    this.listed = new Set(this.prepared.listed);
  }

  /** Lists the root again, after files came or went; results of files that are gone are dropped. */
  refresh(): void {
    this.prepared = prepare(this.host);
    this.planned = byPath(this.prepared, this.ruleset);
    this.listed = new Set(this.prepared.listed);
    for (const path of this.results.keys()) if (!this.planned.has(path)) this.results.delete(path);
  }

  /** The same analysed state seen through another host, for trying edits out; this workspace stays as it is. */
  over(host: Host): Workspace {
    const copy = new Workspace(host, this.ruleset, this.adapters);
    for (const [path, result] of this.results) copy.results.set(path, result);
    return copy;
  }

  get settings(): Prepared['settings'] {
    return this.prepared.settings;
  }

  /** Every file to analyse, in path order. */
  tasks(): readonly FileTask[] {
    return [...this.planned.values()].map((file) => ({ ...file, module: this.prepared.plan.modules.of(file.path) }));
  }

  /** The task for one file; `undefined` when the plan leaves the file out. */
  task(path: string): FileTask | undefined {
    const file = this.planned.get(path);
    return file && { ...file, module: this.prepared.plan.modules.of(path) };
  }

  record({ result, bytes, skipped }: FileOutcome): void {
    this.figures.files += skipped ? 0 : 1;
    this.figures.skipped += skipped ? 1 : 0;
    this.figures.bytes += bytes;
    this.figures.parsed += result.parsed ? 1 : 0;
    if (isEmpty(result)) this.results.delete(result.path);
    else this.results.set(result.path, result);
  }

  /** Analyses one file as the host has it now; returns false when the plan leaves it out. */
  async update(path: string, prefilter = true): Promise<boolean> {
    const task = this.task(path);
    if (!task) {
      this.results.delete(path);
      return false;
    }
    this.record(await analyzeText(task, this.host.read(path), this.ruleset, this.adapters, this.settings, { prefilter }));
    return true;
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
    const conclusion = conclude(this.results.values(), this.prepared.plan, this.prepared.listed, this.prepared.settings, this.ruleset);
    return { ...conclusion, problems: [...(this.prepared.problems as readonly Problem[]), ...conclusion.problems] };
  }

  /** The same for an edit, from the last conclusion; see engine/answer. */
  answer(previous: Conclusion, changes: readonly Change[]): Conclusion {
    return answer(previous, changes, this.settings, this.ruleset);
  }

  /** Current text of a workspace file, for fixes; `undefined` when it cannot be read. */
  text(path: string): string | undefined {
    const read = this.host.read(path);
    return 'text' in read ? read.text : undefined;
  }
}
