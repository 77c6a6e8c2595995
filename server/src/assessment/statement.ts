import type { Finding, Severity } from '../contract/finding.js';
import type { Args, Localized } from '../contract/words.js';

/** A place that proves a statement; `line` counts from 1. */
export interface Evidence {
  readonly file: string;
  readonly line: number;
}

/** Something that is true of the code base, in words, with what proves it. */
export interface Statement {
  readonly text: Localized;
  readonly args: Args;
  readonly evidence: readonly Evidence[];
}

/** What keeps a dimension from 100 or a gate from being passed: a rule with open findings, or something that is missing. */
export interface Cause {
  /** Id of the rule, or of what is missing. */
  readonly id: string;
  readonly severity: Severity;
  /** The worst finding first; none where something is missing. */
  readonly findings: readonly Finding[];
  /** Says it where no finding does. */
  readonly missing?: Statement;
}

export function evidenceOf({ file, range }: Pick<Finding, 'file' | 'range'>): Evidence {
  return { file, line: range.startLine };
}
