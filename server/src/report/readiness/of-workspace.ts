import { assess, type Assessment } from '../../assessment/assess.js';
import { practiceOf } from '../../assessment/practice-of.js';
import type { FixKind } from '../../assessment/fixes.js';
import type { Finding } from '../../contract/finding.js';
import type { Conclusion } from '../../engine/conclude.js';
import { fixesFor } from '../../engine/fixes.js';
import type { Ruleset } from '../../engine/ruleset.js';
import type { Workspace } from '../../host/workspace.js';

/** The assessment of an analysed workspace. */
export function assessWorkspace({ ruleset }: Workspace, { findings, model }: Conclusion): Assessment {
  return assess({ findings, model, practice: practiceOf(model), fixKind: ({ findings: own }) => kindOf(own, ruleset, model) });
}

function kindOf(findings: readonly Finding[], ruleset: Ruleset, model: Conclusion['model']): FixKind {
  const fixable = findings.filter((finding) => fixesFor(finding, ruleset, model).length > 0).length;
  return fixable === 0 ? 'none' : fixable === findings.length ? 'always' : 'sometimes';
}
