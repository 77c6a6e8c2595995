import { severityRank } from '../../contract/finding.js';
import type { Cause, Statement } from '../statement.js';
import { gates, type Gate, type Level } from './criteria.js';
import type { Signs } from './signs.js';

/** What became of a gate. A gate of which nothing tells is not passed. */
export interface Gated {
  readonly gate: Gate;
  readonly state: 'held' | 'failed' | 'unknown';
  /** What fails it. */
  readonly causes: readonly Cause[];
  /** What is there, or that it is missing. */
  readonly statement?: Statement;
}

export interface Leveled {
  /** `undefined` where nothing tells of the first level: that is not the lowest. */
  readonly level: Level | undefined;
  readonly gates: readonly Gated[];
  /** Gates between this level and the next; empty at the highest. */
  readonly next: readonly Gated[];
}

/** The highest level all of whose gates, and of the levels below, are held. */
export function levelOf(causes: readonly Cause[], signs: Signs): Leveled {
  const all = gates.map((gate) => gatedBy(gate, causes, signs));
  const open = all.filter(({ state }) => state !== 'held');
  const next = Math.min(4, ...open.map(({ gate }) => gate.level));
  const before = open.filter(({ gate }) => gate.level === next);
  const isUnknown = next === 1 && before.every(({ state }) => state === 'unknown');
  return { level: isUnknown ? undefined : ((next - 1) as Level), gates: all, next: before };
}

function gatedBy(gate: Gate, causes: readonly Cause[], signs: Signs): Gated {
  const { rules, sign } = gate;
  const failing = rules ? causes.flatMap((cause) => failingBy(cause, rules)) : [];
  const found = sign && signs[sign];
  const statement = found?.statement ? { statement: found.statement } : {};
  if (failing.length > 0) return { gate, state: 'failed', causes: failing };
  if (found && found.state !== 'there') return { gate, state: found.state === 'absent' ? 'failed' : 'unknown', causes: [], ...statement };
  return { gate, state: 'held', causes: [], ...statement };
}

/** The findings of a cause that fail a gate. */
function failingBy(cause: Cause, { ids, least, but = () => false }: NonNullable<Gate['rules']>): readonly Cause[] {
  const findings = ids.test(cause.id) ? cause.findings.filter((finding) => severityRank[finding.severity] >= severityRank[least] && !but(finding)) : [];
  return findings.length > 0 ? [{ ...cause, findings }] : [];
}
