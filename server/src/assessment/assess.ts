import type { Finding } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import { causesOf } from './causes.js';
import { liftOf, topFixes, type FixKind, type Lift, type TopFix } from './fixes.js';
import { knownOf } from './known.js';
import { levelOf, type Leveled } from './level/level.js';
import { signsOf } from './level/look.js';
import type { Practice } from './practice.js';
import { tableOf } from './score/table.js';
import type { Dimension } from './score/dimension.js';
import type { Cause } from './statement.js';
import type { Structure } from './structure.js';
import { readinessOf, type WorkloadReadiness } from './workloads.js';

export interface AssessmentInput {
  readonly findings: readonly Finding[];
  readonly model: Model;
  readonly practice: Practice;
  /** Absent where no module graph was made. */
  readonly structure?: Structure;
  /** For how many findings of a cause there is a quick fix. */
  fixKind(cause: Cause): FixKind;
}

/** Where a code base stands on its way to replicas, with what proves each statement. */
export interface Assessment {
  readonly leveled: Leveled;
  /** The seven rows of the comparison, in their order. */
  readonly table: readonly Dimension[];
  readonly workloads: readonly WorkloadReadiness[];
  /** What to fix first. */
  readonly fixes: readonly TopFix[];
  readonly lift?: Lift;
  /** Everything that is open, by rule. */
  readonly causes: readonly Cause[];
}

export function assess({ findings, model, practice, structure, fixKind }: AssessmentInput): Assessment {
  const causes = causesOf(findings);
  const known = knownOf(model);
  const signs = signsOf(model, known, practice, structure);
  const leveled = levelOf(causes, signs);
  const lift = liftOf(causes, signs, leveled);
  return { leveled, table: tableOf({ causes, known, practice, structure }), workloads: readinessOf(model, known), fixes: topFixes(causes, leveled, fixKind), ...(lift ? { lift } : {}), causes };
}
