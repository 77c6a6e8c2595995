import { assess, type Assessment } from '../../assessment/assess.js';
import { moduleGraph } from '../../assessment/graph/build.js';
import { practiceOf } from '../../assessment/practice-of.js';
import { cutApplication, structureOf, type CutApplication } from '../../assessment/structure-of.js';
import type { FixKind } from '../../assessment/fixes.js';
import type { Finding } from '../../contract/finding.js';
import type { Conclusion } from '../../engine/conclude.js';
import { fixesFor } from '../../engine/fixes.js';
import type { Ruleset } from '../../engine/ruleset.js';
import { bySize, readOutlines } from '../../host/outlines.js';
import type { Workspace } from '../../host/workspace.js';

/** An assessment, and the cut of the application that it speaks of, where one could be read. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly cut?: CutApplication;
}

/** The assessment of an analysed workspace. Of several applications, the largest one tells of the coupling: the others are apart from it already. */
export function assessWorkspace(workspace: Workspace, { findings, model }: Conclusion): Assessed {
  const { ruleset } = workspace;
  const [largest] = bySize(readOutlines(workspace.host, workspace.tasks()));
  const cut = largest && cutApplication(largest.application, moduleGraph(largest.outlines, largest.mappers, largest.unread));
  const assessment = assess({ findings, model, practice: practiceOf(model), ...(cut ? { structure: structureOf(cut) } : {}), fixKind: ({ findings: own }) => kindOf(own, ruleset, model) });
  return { assessment, ...(cut ? { cut } : {}) };
}

function kindOf(findings: readonly Finding[], ruleset: Ruleset, model: Conclusion['model']): FixKind {
  const fixable = findings.filter((finding) => fixesFor(finding, ruleset, model).length > 0).length;
  return fixable === 0 ? 'none' : fixable === findings.length ? 'always' : 'sometimes';
}
