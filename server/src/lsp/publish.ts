import type { Diagnostic } from 'vscode-languageserver/node';
import type { Finding } from '../contract/finding.js';
import { settingsFile } from '../engine/settings.js';
import { problemDiagnostic, toDiagnostic } from './diagnostic.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';

/** Sends diagnostics: only files whose diagnostics differ from what was last sent, open files first. */
export class Publisher {
  private readonly sent = new Map<Folder, Map<string, string>>();

  constructor(private readonly session: Session) {}

  publish(folder: Folder): void {
    const before = this.sent.get(folder) ?? new Map<string, string>();
    const after = new Map<string, string>();
    const byFile = this.byFile(folder);
    for (const [path, diagnostics] of openFirst(byFile, folder)) {
      // The generation alone is no difference.
      const key = JSON.stringify(diagnostics, (name, value: unknown) => (name === 'generation' ? undefined : value));
      after.set(path, key);
      if (before.get(path) !== key) this.send(folder, path, diagnostics);
    }
    for (const path of before.keys()) if (!after.has(path)) this.send(folder, path, []);
    this.sent.set(folder, after);
  }

  /** Takes back everything that was sent for a folder. */
  clear(folder: Folder): void {
    for (const path of this.sent.get(folder)?.keys() ?? []) this.send(folder, path, []);
    this.sent.delete(folder);
  }

  private byFile(folder: Folder): Map<string, Diagnostic[]> {
    const byFile = new Map<string, Diagnostic[]>();
    if (!this.session.enabled) return byFile;
    const add = (file: string, diagnostic: Diagnostic): void => {
      const known = byFile.get(file);
      if (known) known.push(diagnostic);
      else byFile.set(file, [diagnostic]);
    };
    folder.findings().forEach((finding: Finding) => add(finding.file, toDiagnostic(this.session, folder, finding)));
    for (const problem of folder.conclusion?.problems ?? []) if (problem.file === settingsFile) add(settingsFile, problemDiagnostic(this.session, problem));
    return byFile;
  }

  private send(folder: Folder, path: string, diagnostics: Diagnostic[]): void {
    const uri = folder.uriOf(path);
    void this.session.connection.sendDiagnostics({ uri, diagnostics });
  }
}

function openFirst(byFile: ReadonlyMap<string, Diagnostic[]>, folder: Folder): readonly (readonly [string, Diagnostic[]])[] {
  const isOpen = ([path]: readonly [string, Diagnostic[]]): boolean => folder.openPaths.has(path);
  const all = [...byFile];
  return [...all.filter(isOpen), ...all.filter((entry) => !isOpen(entry))];
}
