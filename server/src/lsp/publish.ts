import type { Diagnostic } from 'vscode-languageserver/node';
import type { Finding, Problem } from '../contract/finding.js';
import { settingsFile } from '../engine/settings.js';
import { problemDiagnostic, toDiagnostic } from './diagnostic.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';

/** Sends diagnostics: only files whose diagnostics differ from what was last sent, open files first. */
export class Publisher {
  private readonly sent = new Map<Folder, Map<string, string>>();

  constructor(private readonly session: Session) {}

  /** Sends what changed; with `only`, the other files are known to be as they were. */
  publish(folder: Folder, only?: ReadonlySet<string>): void {
    const before = this.sent.get(folder) ?? new Map<string, string>();
    const wanted = (path: string): boolean => only === undefined || only.has(path);
    const after = new Map([...before].filter(([path]) => !wanted(path)));
    for (const [path, shown] of openFirst(this.byFile(folder, wanted), folder)) {
      const key = `${this.session.locale}\n` + shown.findings.map(keyOf).join('\n') + shown.problems.map((problem) => `${problem.line ?? 0} ${JSON.stringify(problem)}`).join('\n');
      after.set(path, key);
      if (before.get(path) === key) continue;
      // Made for changed files only: a large workspace has thousands of findings and an edit touches one file.
      const diagnostics = [...shown.findings.map((finding) => toDiagnostic(this.session, folder, finding)), ...shown.problems.map((problem) => problemDiagnostic(this.session, problem))];
      this.send(folder, path, diagnostics);
    }
    for (const path of before.keys()) if (!after.has(path)) this.send(folder, path, []);
    this.sent.set(folder, after);
  }

  /** Takes back everything that was sent for a folder. */
  clear(folder: Folder): void {
    for (const path of this.sent.get(folder)?.keys() ?? []) this.send(folder, path, []);
    this.sent.delete(folder);
  }

  private byFile(folder: Folder, wanted: (path: string) => boolean): Map<string, Shown> {
    const byFile = new Map<string, Shown>();
    if (!this.session.enabled) return byFile;
    const at = (file: string): Shown => {
      const known = byFile.get(file) ?? { findings: [], problems: [] };
      byFile.set(file, known);
      return known;
    };
    for (const finding of folder.findings()) if (wanted(finding.file)) at(finding.file).findings.push(finding);
    for (const problem of folder.conclusion?.problems ?? []) if (problem.file === settingsFile && wanted(settingsFile)) at(settingsFile).problems.push(problem);
    return byFile;
  }

  private send(folder: Folder, path: string, diagnostics: Diagnostic[]): void {
    const uri = folder.uriOf(path);
    void this.session.connection.sendDiagnostics({ uri, diagnostics });
  }
}

/** What one file shows. */
interface Shown {
  readonly findings: Finding[];
  readonly problems: Problem[];
}

/** Everything of a finding that its diagnostic shows; two findings with the same key look the same. */
function keyOf({ fingerprint, severity, range, args, related, clearedBy }: Finding): string {
  const places = related.map((place) => `${place.file}:${place.range.start}-${place.range.end} ${place.say}`).join(' ');
  return `${fingerprint} ${severity} ${range.start} ${range.startLine}:${range.startColumn}-${range.endLine}:${range.endColumn} ${JSON.stringify(args)} ${places} ${clearedBy?.length ?? 0}`;
}

function openFirst(byFile: ReadonlyMap<string, Shown>, folder: Folder): readonly (readonly [string, Shown])[] {
  const isOpen = ([path]: readonly [string, Shown]): boolean => folder.openPaths.has(path);
  const all = [...byFile];
  return [...all.filter(isOpen), ...all.filter((entry) => !isOpen(entry))];
}
