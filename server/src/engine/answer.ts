import { lower, type Finding } from '../contract/finding.js';
import type { Settings } from '../contract/workspace.js';
import type { FileResult } from './analyze-file.js';
import { clear } from './clear.js';
import { byPlaceAndRule, configure, type Conclusion } from './conclude.js';
import type { Ruleset } from './ruleset.js';

/** What one edited file contributed before and contributes now; `undefined` when nothing. */
export interface Change {
  readonly path: string;
  readonly before: FileResult | undefined;
  readonly after: FileResult | undefined;
}

/**
 * A quick answer while someone types: the findings of the edited files are new, everything else stands as it was last
 * concluded. Facts, groups and checks that span files are those of the last conclusion; a full one has to follow.
 */
export function answer(previous: Conclusion, changes: readonly Change[], settings: Settings, ruleset: Ruleset): Conclusion {
  const stale = new Map(changes.map(({ path, before }) => [path, new Set(before?.findings.map((finding) => finding.fingerprint))]));
  const kept = previous.findings.filter((finding) => !stale.get(finding.file)?.has(finding.fingerprint));
  const fresh = changes.flatMap(({ path, before, after }) => {
    const concluded = new Map(previous.findings.filter((finding) => finding.file === path).map((finding) => [finding.fingerprint, finding]));
    const raw = new Map(before?.findings.map((finding) => [finding.fingerprint, finding]));
    return (after?.findings ?? []).flatMap((finding) => {
      const same = raw.get(finding.fingerprint)?.severity === finding.severity ? concluded.get(finding.fingerprint) : undefined;
      return same ? [moved(finding, same)] : settle(finding, kept, previous, settings, ruleset);
    });
  });
  return {
    ...previous,
    findings: [...kept, ...fresh].sort(byPlaceAndRule),
    problems: [...previous.problems.filter((problem) => !stale.has(problem.file)), ...changes.flatMap(({ after }) => after?.problems ?? [])],
    failures: changes.flatMap(({ after }) => after?.failures ?? []),
  };
}

/** A finding that was there before, at its new place: what other files made of it still holds. */
function moved(finding: Finding, concluded: Finding): Finding {
  const { severity, group, clearedBy } = concluded;
  const { group: _own, ...rest } = finding;
  const elsewhere = concluded.related.filter(({ file }) => file !== finding.file);
  return { ...rest, severity, related: group === undefined ? [...finding.related, ...elsewhere] : concluded.related, ...(group === undefined ? {} : { group }), ...(clearedBy ? { clearedBy } : {}) };
}

/** A finding that was not there before; when its group is already known it is one more of it. */
function settle(finding: Finding, kept: readonly Finding[], previous: Conclusion, settings: Settings, ruleset: Ruleset): readonly Finding[] {
  const cleared = clear(finding, ruleset, previous.model);
  if (!cleared) return [];
  const known = cleared.group !== undefined && kept.some((other) => other.group === cleared.group);
  return configure([known ? { ...cleared, severity: lower(cleared.severity, 'warning') } : cleared], settings);
}
