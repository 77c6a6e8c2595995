import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver/node';
import type { Finding, Problem, Severity } from '../contract/finding.js';
import { messageOf, problemText } from '../report/view.js';
import { docUri } from './doc-page.js';
import type { Folder } from './folder.js';
import { toRange } from './positions.js';
import type { Session } from './session.js';

export const source = 'monolift';

/** What a diagnostic carries back to us with a request for code actions. */
export interface DiagnosticData {
  readonly fingerprint: string;
  readonly generation: number;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information,
};
/** Rule tags that editors know how to show. */
const shownTags: readonly (readonly [string, DiagnosticTag])[] = [['deprecated', DiagnosticTag.Deprecated], ['unnecessary', DiagnosticTag.Unnecessary]];

export function toDiagnostic(session: Session, folder: Folder, finding: Finding): Diagnostic {
  const { client, ruleset, locale } = session;
  const tags = shownTags.filter(([tag, shown]) => client.tags.includes(shown) && ruleset.byId.get(finding.rule)?.meta.tags.includes(tag)).map(([, shown]) => shown);
  const data: DiagnosticData = { fingerprint: finding.fingerprint, generation: folder.generation };
  return {
    range: toRange(finding.range),
    severity: severities[finding.severity],
    code: finding.rule,
    source,
    message: messageOf(finding, ruleset, locale),
    ...(client.codeDescription ? { codeDescription: { href: docUri(finding.rule, locale) } } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(client.relatedInformation && finding.related.length > 0 ? {
      relatedInformation: finding.related.map((related) => ({
        location: { uri: folder.uriOf(related.file), range: toRange(related.range) },
        message: messageOf({ rule: finding.rule, say: related.say, args: related.args }, ruleset, locale),
      })),
    } : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}

/** Mistakes in `monolift.yaml` are shown in place; those of other files belong to other tools. */
export function problemDiagnostic(session: Session, problem: Problem): Diagnostic {
  const line = (problem.line ?? 1) - 1;
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, severity: DiagnosticSeverity.Warning, source, message: problemText(problem, session.locale) };
}
