import { severityRank, type Finding, type Problem, type Severity } from '../contract/finding.js';
import { say, type Locale } from '../contract/words.js';
import { fixesFor } from '../engine/fixes.js';
import type { Conclusion } from '../engine/conclude.js';
import type { Ruleset } from '../engine/ruleset.js';
import type { ScanSummary } from '../host/workspace.js';

/** Everything a report needs. */
export interface ReportInput {
  /** Absolute path of the scanned root, as the user may name it. */
  readonly root: string;
  readonly conclusion: Conclusion;
  readonly summary: ScanSummary;
  readonly milliseconds: number;
  readonly ruleset: Ruleset;
  readonly locale: Locale;
}

export function messageOf(finding: Pick<Finding, 'rule' | 'say' | 'args'>, ruleset: Ruleset, locale: Locale): string {
  const message = ruleset.byId.get(finding.rule)?.messages[finding.say];
  return message ? say(message, locale, finding.args) : finding.say;
}

export function problemText(problem: Problem, locale: Locale): string {
  return say(problem.message, locale, problem.args);
}

/** Keys of the fixes that a finding's rule offers. */
export function fixKeys(finding: Finding, input: ReportInput): readonly string[] {
  return fixesFor(finding, input.ruleset, input.conclusion.model).map((fix) => fix.key);
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Whether a finding is at or above a threshold. */
export function reaches(finding: Finding, threshold: Severity): boolean {
  return severityRank[finding.severity] >= severityRank[threshold];
}
