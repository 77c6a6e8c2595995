import { lower, type Cleared, type Finding } from '../contract/finding.js';
import type { Clearing } from '../contract/rule.js';
import type { Fact, Model } from '../contract/workspace.js';
import { prove } from './prove.js';
import type { Ruleset } from './ruleset.js';

/** Facts of an application by the names that a clearing goes by. */
const byName = new WeakMap<readonly Fact[], Map<Clearing, ReadonlyMap<string, readonly Fact[]>>>();

function factsOf(clearing: Clearing, finding: Finding, model: Model): readonly Fact[] {
  const all: readonly Fact[] = model.factsFor(clearing.fact, finding.file);
  const { named } = clearing;
  if (!named) return all;
  const indexes = byName.get(all) ?? new Map<Clearing, ReadonlyMap<string, readonly Fact[]>>();
  byName.set(all, indexes);
  const index = indexes.get(clearing) ?? grouped(all, named.fact);
  indexes.set(clearing, index);
  return index.get(named.finding(finding)) ?? [];
}

function grouped(facts: readonly Fact[], nameOf: (fact: Fact) => string): ReadonlyMap<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const name = nameOf(fact);
    const group = groups.get(name);
    if (group) group.push(fact);
    else groups.set(name, [fact]);
  }
  return groups;
}

/** Weighs a finding by what other files prove, and lowers or drops it for the evidence its rule names; `undefined` when it is silenced. */
export function clear(suspected: Finding, ruleset: Ruleset, model: Model): Finding | undefined {
  const finding = prove(suspected, ruleset, model);
  let severity = finding.severity;
  const evidence: Cleared[] = [];
  for (const clearing of ruleset.byId.get(finding.rule)?.clearing ?? []) {
    const fact = factsOf(clearing, finding, model).find((candidate) => clearing.when?.(candidate, finding, model) ?? true);
    if (!fact) continue;
    if (clearing.effect === 'silence') return undefined;
    const lowered = lower(severity, clearing.effect);
    if (lowered === severity) continue;
    severity = lowered;
    evidence.push({ file: fact.file, range: fact.range, fact: fact.kind });
  }
  return evidence.length > 0 ? { ...finding, severity, clearedBy: evidence } : finding;
}
