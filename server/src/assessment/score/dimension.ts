import type { Cause, Statement } from '../statement.js';
import { areas, noImage, points, type DimensionId } from './areas.js';

/** A cause and what it takes away. */
export interface Cost {
  readonly cause: Cause;
  readonly points: number;
}

/** Where a code base stands in one row of the table, from 0 (as applications were) to 100 (cloud native). */
export interface Dimension {
  readonly id: DimensionId;
  /** Absent where nothing tells: no evidence is no guess. */
  readonly score?: number;
  /** What costs most comes first. */
  readonly costs: readonly Cost[];
  /** What nothing tells of the dimension, or why there is no score. */
  readonly unknown: readonly Statement[];
  /** Only visible signs of how people work, no measurement. */
  readonly hint?: true;
}

/** What a cause takes away while nothing else does. */
function priceOf({ id, severity, findings }: Cause): number {
  // An image that is built elsewhere is one nevertheless.
  return id === noImage.rule && findings.some(({ say }) => say === noImage.say) ? noImage.points : points[severity];
}

/** Score and costs of a dimension that rules feed. */
export function scored(id: DimensionId, causes: readonly Cause[]): Pick<Dimension, 'id' | 'costs'> & { readonly score: number } {
  const costs = (areas[id] ?? []).flatMap(({ rules, most }) => shared(causes.filter((cause) => rules.test(cause.id)), most));
  return { id, costs: byPoints(costs), score: Math.max(0, Math.round(100 - costs.reduce((sum, cost) => sum + cost.points, 0))) };
}

/**
 * Costs of the causes of an area, the dearest first. Each takes its price's share of what those before it left of the area:
 * together they stay below the most that the area may cost, and the end of any of them gains something.
 */
function shared(causes: readonly Cause[], most: number): readonly Cost[] {
  let left = most;
  return [...causes].sort((a, b) => priceOf(b) - priceOf(a) || (a.id < b.id ? -1 : 1)).map((cause) => {
    const taken = (left * priceOf(cause)) / most;
    left -= taken;
    return { cause, points: taken };
  });
}

export function byPoints(costs: readonly Cost[]): readonly Cost[] {
  return [...costs].sort((a, b) => b.points - a.points || (a.cause.id < b.cause.id ? -1 : 1));
}
