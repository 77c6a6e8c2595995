import { severityRank, type Finding } from '../contract/finding.js';
import type { Cause } from './statement.js';

/** What others cause: told as findings because it is where the fault shows, but nothing to fix by itself. */
const consequences: readonly string[] = ['autoscale/unsafe-target'];

/**
 * Open findings by rule: a rule is one root cause however often it shows, so that neither the size of a code base nor the
 * way in which it is split decides.
 */
export function causesOf(findings: readonly Finding[]): readonly Cause[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!consequences.includes(finding.rule)) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  return [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, all]) => {
    const sorted = [...all].sort((a, b) => severityRank[b.severity] - severityRank[a.severity] || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start - b.range.start));
    return { id, severity: sorted[0]?.severity ?? 'info', findings: sorted };
  });
}
