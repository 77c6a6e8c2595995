import type { Confidence, Severity } from '../../../contract/finding.js';
import type { FieldWrite } from '../../../syntax/java/field-writes.js';

export interface Verdict {
  readonly say: 'shared' | 'tally' | 'cache' | 'setting';
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The changes that made the verdict. */
  readonly writes: readonly FieldWrite[];
}
