import type { Diagnostic, Range } from 'vscode-languageserver/node';
import type { Finding } from '../contract/finding.js';
import type { Fix } from '../contract/rule.js';
import { fixesFor } from '../engine/fixes.js';
import { source, type DiagnosticData } from './diagnostic.js';
import type { Folder } from './folder.js';
import { toRange, touches } from './positions.js';
import type { Session } from './session.js';

/** One fix for one finding. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Findings of a file that a range touches, or all of the file. */
export function findingsAt(folder: Folder, path: string, range?: Range): readonly Finding[] {
  return folder.findings().filter((finding) => finding.file === path && (range === undefined || touches(toRange(finding.range), range)));
}

export function offersFor(session: Session, folder: Folder, findings: readonly Finding[]): readonly Offer[] {
  const { conclusion } = folder;
  if (!conclusion) return [];
  return findings.flatMap((finding) => fixesFor(finding, session.ruleset, conclusion.model).map((fix) => ({ finding, fix })));
}

/** The finding and fix that an identity names, if they still stand. */
export function findOffer(session: Session, folder: Folder, fingerprint: string, key: string): Offer | undefined {
  return offersFor(session, folder, folder.findings().filter((finding) => finding.fingerprint === fingerprint)).find(({ fix }) => fix.key === key);
}

/** The client's own diagnostics that a finding is shown as. */
export function shownAs(finding: Finding, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((diagnostic) => {
    if (diagnostic.source !== source || diagnostic.code !== finding.rule) return false;
    const data = diagnostic.data as DiagnosticData | undefined;
    return data === undefined ? touches(diagnostic.range, toRange(finding.range)) : data.fingerprint === finding.fingerprint;
  });
}
