import { join } from 'node:path';
import type { Finding } from '../contract/finding.js';
import type { Change } from '../engine/answer.js';
import type { Conclusion } from '../engine/conclude.js';
import { maximumSize } from '../engine/roles.js';
import type { Ruleset } from '../engine/ruleset.js';
import { settingsFile } from '../engine/settings.js';
import { DiskHost, isMinified } from '../host/disk.js';
import { Overlay } from '../host/overlay.js';
import { Workspace } from '../host/workspace.js';
import type { AdapterPool } from '../syntax/load.js';
import { Pace } from './pace.js';
import { sweepSoon } from './sweep.js';
import { uriBelow } from './uris.js';

/** Project checks that take longer than this, in ms, wait until nobody types. */
const cheap = 8;
/** How long nobody must have typed, and how long the checks wait at most; in ms. */
const calm = 150;
const longestWait = 1000;

/** Told when the findings of a folder may have changed, in some files only or in all. */
export type Concluded = (folder: Folder, only?: ReadonlySet<string>) => void;

/** One root folder as the editor sees it: files on disk with the open documents laid over them. */
export class Folder {
  readonly disk: DiskHost;
  readonly overlay: Overlay;
  readonly workspace: Workspace;
  conclusion: Conclusion | undefined;
  /** False until every file was read: what depends on other files cannot be told before. */
  complete = false;
  /** Counts conclusions; findings of an earlier one may be gone. */
  generation = 0;
  private readonly open = new Set<string>();
  private readonly dirty = new Set<string>();
  private readonly pace = new Pace(() => this.analyzeDirty());
  private cost = 0;
  private checks: { readonly timer: NodeJS.Timeout; readonly since: number } | undefined;

  /** Throws when the folder does not exist. */
  constructor(readonly uri: string, readonly root: string, readonly name: string, ruleset: Ruleset, adapters: AdapterPool, private readonly concluded: Concluded) {
    this.disk = new DiskHost(root);
    this.overlay = new Overlay(this.disk);
    this.workspace = new Workspace(this.overlay, ruleset, adapters);
  }

  uriOf(path: string): string {
    return uriBelow(this.uri, path);
  }

  get openPaths(): ReadonlySet<string> {
    return this.open;
  }

  /** Lays an open document over the file. Returns whether the workspace knows the file; one that was just created is not known yet. */
  show(path: string, text: string): boolean {
    if (!this.workspace.knows(path)) return false;
    this.open.add(path);
    const before = this.workspace.text(path);
    // Files too large or too dense to analyse on disk are no better in an editor.
    if (text.length > maximumSize || isMinified(text)) this.overlay.delete(path);
    else this.overlay.set(path, text);
    if (before !== text || !this.complete) this.touch(path);
    return true;
  }

  /** The file on disk counts again. */
  hide(path: string): void {
    this.open.delete(path);
    const before = this.workspace.text(path);
    this.overlay.delete(path);
    if (this.workspace.text(path) !== before) this.touch(path);
  }

  touch(path: string): void {
    this.dirty.add(path);
    // Somebody types: the answer to this edit comes before the checks that wait.
    if (this.checks) this.checkAfter(calm);
    this.pace.request();
  }

  /** Resolves when every change so far is analysed. */
  async settled(): Promise<void> {
    await this.pace.settled();
    if (this.checks) this.conclude();
  }

  /** Joins what is known into findings and tells so. */
  conclude(): void {
    clearTimeout(this.checks?.timer);
    this.checks = undefined;
    const started = performance.now();
    const conclusion = this.workspace.conclude();
    this.cost = performance.now() - started;
    this.tell(conclusion);
  }

  /** The same for an edit: in a large workspace the edited files are answered for, and the rest follows when nobody types. */
  private concludeEdit(changes: readonly Change[]): void {
    if (!this.conclusion || !this.complete || this.cost < cheap) {
      this.conclude();
      return;
    }
    const { conclusion, only } = this.workspace.answer(this.conclusion, changes);
    this.tell(conclusion, only);
    const now = performance.now();
    this.checkAfter(now - (this.checks?.since ?? now) < longestWait ? calm : 0);
  }

  /** Draws the full conclusion after a rest, in ms, instead of when it was due. */
  private checkAfter(rest: number): void {
    clearTimeout(this.checks?.timer);
    this.checks = { since: this.checks?.since ?? performance.now(), timer: setTimeout(() => this.conclude(), rest) };
  }

  private tell(conclusion: Conclusion, only?: ReadonlySet<string>): void {
    this.conclusion = conclusion;
    this.generation++;
    this.concluded(this, only);
  }

  /**
   * Findings that stand. While files are still unread these are the ones in open files that no other file can lower,
   * so that nothing is shown that the rest of the scan takes back.
   */
  findings(): readonly Finding[] {
    const all = this.conclusion?.findings ?? [];
    if (this.complete) return all;
    const { byId } = this.workspace.ruleset;
    return all.filter((finding) => {
      const rule = byId.get(finding.rule);
      return this.open.has(finding.file) && rule !== undefined && !rule.clearing?.length && !rule.project?.length;
    });
  }

  absolute(path: string): string {
    return join(this.root, path);
  }

  private async analyzeDirty(): Promise<void> {
    const paths = [...new Set([...this.dirty].flatMap((path) => [path, ...this.workspace.templatesOf(path)]))];
    this.dirty.clear();
    const changes: Change[] = [];
    for (const path of paths) {
      const before = this.workspace.resultOf(path);
      await this.workspace.update(path);
      const after = this.workspace.resultOf(path);
      if (path === settingsFile || JSON.stringify(after) !== JSON.stringify(before)) changes.push({ path, before, after });
    }
    await this.workspace.lookUp();
    if (changes.length > 0 || this.conclusion === undefined) this.concludeEdit(changes);
    sweepSoon();
  }
}
