import type { ModuleGraph } from '../graph/graph.js';
import { groups, rowName, rowsByTable } from './affinity.js';
import { volumeOf } from './metrics.js';

/**
 * Puts right what communities leave on the wrong side of a border, for they weigh all ties alike: a class that is stored goes
 * to what alone writes its table, then each page or endpoint to the part that it calls most. `home` is the part by unit.
 */
export function settled(graph: ModuleGraph, home: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const moved = new Map(home);
  for (const [unit, at] of homesOfRows(graph, home)) moved.set(unit, at);
  const calls = groups(graph.edges, ({ from }) => from);
  for (const { id, role } of graph.units) {
    if (role !== 'web' || !moved.has(id)) continue;
    const volumes = new Map<number, number>();
    for (const { to, calls: written } of calls.get(id) ?? []) {
      const at = moved.get(to);
      if (at !== undefined && written > 0) volumes.set(at, (volumes.get(at) ?? 0) + volumeOf(written));
    }
    const own = volumes.get(moved.get(id) ?? -1) ?? 0;
    const [most] = [...volumes].sort(([a, one], [b, other]) => other - one || a - b);
    if (most && most[1] > own) moved.set(id, most[0]);
  }
  return moved;
}

/** Stored classes whose table is written in one part only, with that part. */
function homesOfRows(graph: ModuleGraph, home: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rows = rowsByTable(graph.units, graph.tables);
  const found = new Map<string, number>();
  for (const [table, uses] of groups(graph.tables, (use) => use.table)) {
    const writers = new Set(uses.filter(({ access }) => access === 'write').map(({ unit }) => home.get(unit)));
    const [only] = writers;
    if (writers.size !== 1 || only === undefined) continue;
    const stored = [...uses.filter(({ access }) => access === 'owns').map(({ unit }) => unit), ...(rows.get(rowName(table)) ?? [])];
    for (const unit of stored) if (home.has(unit)) found.set(unit, only);
  }
  return found;
}
