import { lower, type Finding } from '../contract/finding.js';
import type { Model } from '../contract/workspace.js';
import type { Ruleset } from './ruleset.js';

/** Adds the places elsewhere that prove a finding, which makes it certain, or lowers it to what can be said without them. */
export function prove(finding: Finding, ruleset: Ruleset, model: Model): Finding {
  const proof = ruleset.byId.get(finding.rule)?.proof;
  if (!proof?.asks(finding)) return finding;
  const found = model.factsFor(proof.fact, finding.file).filter((fact) => proof.holds(fact, finding));
  if (found.length === 0) return { ...finding, severity: lower(finding.severity, proof.otherwise) };
  const places = found.map(({ file, range }) => ({ file, range, say: proof.say, args: finding.args }));
  return { ...finding, confidence: 'high', related: [...finding.related, ...places] };
}
