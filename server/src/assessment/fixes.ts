import type { Cause } from './statement.js';
import { levelOf, type Leveled } from './level/level.js';
import type { Level } from './level/criteria.js';
import type { Signs } from './level/signs.js';
import { scored } from './score/dimension.js';
import { areas, dimensionIds, type DimensionId } from './score/areas.js';

/** T-shirt size of the work: `S` a quick fix in few places, `M` a quick fix to be looked at or many places, `L` work by hand, `XL` work by hand in many places. */
export type Effort = 'S' | 'M' | 'L' | 'XL';

/** What becomes better when one cause is gone. */
export interface TopFix {
  readonly cause: Cause;
  /** Points that the table gains, over all rows. */
  readonly gain: number;
  readonly gains: Readonly<Partial<Record<DimensionId, number>>>;
  /** Whether a gate of the next level waits for it. */
  readonly opensGate: boolean;
  readonly effort: Effort;
  /** Files in which it shows. */
  readonly files: number;
}

/** The way to the next level: all causes that its gates wait for, or `undefined` when something else is missing too. */
export interface Lift {
  readonly to: Level;
  readonly causes: readonly Cause[];
}

/** For how many of the findings of a cause there is a quick fix. */
export type FixKind = 'none' | 'sometimes' | 'always';

/** So many files are many. */
const many = 5;

function effortOf(kind: FixKind, files: number): Effort {
  if (kind === 'none') return files > many ? 'XL' : 'L';
  if (kind === 'sometimes') return files > many ? 'L' : 'M';
  return files > many ? 'M' : 'S';
}

/** Rows that rules feed, with what each would score. */
function table(causes: readonly Cause[]): ReadonlyMap<DimensionId, number> {
  return new Map(dimensionIds.filter((id) => areas[id]).map((id) => [id, scored(id, causes).score]));
}

/** Causes by what their end is worth: those that open a gate of the next level first, then by points for the effort. */
export function topFixes(causes: readonly Cause[], { next }: Leveled, fixKind: (cause: Cause) => FixKind): readonly TopFix[] {
  const now = table(causes);
  const awaited = new Set(next.flatMap((gated) => gated.causes.map(({ id }) => id)));
  return causes.map((cause): TopFix => {
    const then = table(causes.filter((other) => other !== cause));
    const gains = Object.fromEntries([...now].flatMap(([id, score]) => ((then.get(id) ?? 0) > score ? [[id, (then.get(id) ?? 0) - score]] : [])));
    const files = new Set(cause.findings.map(({ file }) => file)).size;
    return { cause, gains, gain: Object.values(gains).reduce((sum, gain) => sum + gain, 0), opensGate: awaited.has(cause.id), effort: effortOf(fixKind(cause), files), files };
  }).sort((a, b) => Number(b.opensGate) - Number(a.opensGate) || b.gain - a.gain || efforts.indexOf(a.effort) - efforts.indexOf(b.effort) || (a.cause.id < b.cause.id ? -1 : 1));
}

const efforts: readonly Effort[] = ['S', 'M', 'L', 'XL'];

/** What lifts to the next level, where open findings are all that its gates wait for. */
export function liftOf(causes: readonly Cause[], signs: Signs, { next, level }: Leveled): Lift | undefined {
  const ids = new Set(next.flatMap((gated) => gated.causes.map(({ id }) => id)));
  const awaited = causes.filter(({ id }) => ids.has(id));
  if (level === undefined || awaited.length === 0) return undefined;
  const then = levelOf(causes.filter((cause) => !awaited.includes(cause)), signs).level;
  return then !== undefined && then > level ? { to: then, causes: awaited } : undefined;
}
