import { lower, severityRank, type Finding, type Related } from '../contract/finding.js';
import { byPlace } from './model.js';

/** Related locations that a group's root lists; the rest are found through the group. */
const relatedLimit = 20;

const confidenceRank = { high: 2, medium: 1, low: 0 } as const;

/**
 * One error per root cause: of the findings that share a group, the most certain of the gravest stays as it is and
 * points to the others; those become warnings at most. A cause that evidence settled is told by its root alone. Findings
 * without a group are untouched.
 */
export function group(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.group === undefined) continue;
    const members = groups.get(finding.group);
    if (members) members.push(finding);
    else groups.set(finding.group, [finding]);
  }
  const roots = new Map<string, Finding>();
  for (const [id, members] of groups) roots.set(id, members.reduce((best, next) => (outranks(next, best) ? next : best)));
  return findings.flatMap((finding) => {
    if (finding.group === undefined) return [finding];
    const members = groups.get(finding.group) ?? [];
    if (members.length === 1) return [ungrouped(finding)];
    if (roots.get(finding.group) !== finding) return isSettled(members) ? [] : [{ ...finding, severity: lower(finding.severity, 'warning') }];
    const others = members.filter((member) => member !== finding).sort(byPlace).slice(0, relatedLimit);
    return [{ ...finding, related: [...finding.related, ...others.map(asRelated)] }];
  });
}

/** Whether evidence settled the cause, so that its many places are worth knowing of once. */
function isSettled(members: readonly Finding[]): boolean {
  return members.every(({ severity }) => severity === 'info') && members.some(({ clearedBy }) => clearedBy !== undefined);
}

function outranks(a: Finding, b: Finding): boolean {
  const bySeverity = severityRank[a.severity] - severityRank[b.severity] || confidenceRank[a.confidence] - confidenceRank[b.confidence];
  return bySeverity > 0 || (bySeverity === 0 && byPlace(a, b) < 0);
}

function asRelated({ file, range, say, args }: Finding): Related {
  return { file, range, say, args };
}

function ungrouped({ group: _group, ...finding }: Finding): Finding {
  return finding;
}
