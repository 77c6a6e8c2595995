import { fixKeys, messageOf, problemText, type ReportInput } from './view.js';

/** Version of the JSON report's shape; it changes when a consumer would break. */
const formatVersion = 1;

/** The machine-readable report: 1-based lines and columns, files relative to the root with `/`. */
export function jsonReport(input: ReportInput): string {
  const { conclusion, summary, ruleset, locale } = input;
  const report = {
    version: formatVersion,
    root: input.root,
    summary: { files: summary.files, bytes: summary.bytes, parsed: summary.parsed, skipped: summary.skipped, milliseconds: input.milliseconds },
    findings: conclusion.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      confidence: finding.confidence,
      file: finding.file,
      startLine: finding.range.startLine,
      startColumn: finding.range.startColumn,
      endLine: finding.range.endLine,
      endColumn: finding.range.endColumn,
      message: messageOf(finding, ruleset, locale),
      ...(finding.group === undefined ? {} : { group: finding.group }),
      fingerprint: finding.fingerprint,
      related: finding.related.map((related) => ({
        file: related.file,
        startLine: related.range.startLine,
        message: messageOf({ rule: finding.rule, say: related.say, args: related.args }, ruleset, locale),
      })),
      fixes: fixKeys(finding, input),
    })),
    problems: conclusion.problems.map((problem) => ({
      file: problem.file,
      ...(problem.line === undefined ? {} : { line: problem.line }),
      message: problemText(problem, locale),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
