import type { Architecture } from '../../assessment/architecture.js';
import { assess, type Assessment } from '../../assessment/assess.js';
import { practiceOf } from '../../assessment/practice-of.js';
import type { FixKind } from '../../assessment/fixes.js';
import type { Finding } from '../../contract/finding.js';
import type { Conclusion } from '../../engine/conclude.js';
import { fixesFor } from '../../engine/fixes.js';
import type { Ruleset } from '../../engine/ruleset.js';
import type { Workspace } from '../../host/workspace.js';

/** An assessment, and the architecture of the application that it speaks of, where one could be read. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly architecture?: Architecture;
}

/** The assessment of an analysed workspace, whose architecture was read apart. */
export function assessWorkspace({ ruleset }: Workspace, { findings, model }: Conclusion, architecture: Architecture | undefined): Assessed {
  const assessment = assess({ findings, model, practice: practiceOf(model), ...(architecture ? { structure: architecture.structure } : {}), fixKind: ({ findings: own }) => kindOf(own, ruleset, model) });
  return { assessment, ...(architecture ? { architecture } : {}) };
}

function kindOf(findings: readonly Finding[], ruleset: Ruleset, model: Conclusion['model']): FixKind {
  const fixable = findings.filter((finding) => fixesFor(finding, ruleset, model).length > 0).length;
  return fixable === 0 ? 'none' : fixable === findings.length ? 'always' : 'sometimes';
}
