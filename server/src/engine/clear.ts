import { lower, type Cleared, type Finding } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import { prove } from './prove.js';
import type { Ruleset } from './ruleset.js';

/** Weighs a finding by what other files prove, and lowers or drops it for the evidence its rule names; `undefined` when it is silenced. */
export function clear(suspected: Finding, ruleset: Ruleset, model: Model): Finding | undefined {
  const finding = prove(suspected, ruleset, model);
  let severity = finding.severity;
  const evidence: Cleared[] = [];
  for (const clearing of ruleset.byId.get(finding.rule)?.clearing ?? []) {
    const fact = model.factsFor(clearing.fact, finding.file).find((candidate) => clearing.when?.(candidate, finding, model) ?? true);
    if (!fact) continue;
    if (clearing.effect === 'silence') return undefined;
    const lowered = lower(severity, clearing.effect);
    if (lowered === severity) continue;
    severity = lowered;
    evidence.push({ file: fact.file, range: fact.range, fact: fact.kind });
  }
  return evidence.length > 0 ? { ...finding, severity, clearedBy: evidence } : finding;
}
