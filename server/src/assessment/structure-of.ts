import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import type { Extraction } from './cut/candidate.js';
import { cluster } from './cut/cluster.js';
import { extract } from './cut/candidates.js';
import { measure, type CutMetrics } from './cut/metrics.js';
import type { Partition } from './cut/partition.js';
import type { ModuleGraph } from './graph/graph.js';
import type { Structure } from './structure.js';

/** The module graph of an application with the best cut of it. */
export interface CutApplication {
  /** Folder of the application. */
  readonly application: string;
  readonly graph: ModuleGraph;
  readonly partition: Partition;
  readonly metrics: CutMetrics;
  readonly extraction: Extraction;
}

/** Cuts an application; into so many services where a number is wanted. */
export function cutApplication(application: string, graph: ModuleGraph, wanted?: number): CutApplication {
  const partition = cluster(graph, wanted);
  return { application, graph, partition, metrics: measure(graph, partition), extraction: extract(graph, partition) };
}

/** What the structure of an application says of its coupling. */
export function structureOf({ graph, partition, metrics, extraction }: CutApplication): Structure {
  const writers = new Map<string, Set<string>>();
  for (const { table, unit, access } of graph.tables) {
    if (access !== 'read') writers.set(table, (writers.get(table) ?? new Set()).add(partition.of[unit] ?? ''));
  }
  const places = new Map(graph.tables.map(({ table, at }) => [table, at]));
  const at = (unit: string | undefined): { readonly file: string; readonly line: number } => {
    const found = graph.units.find(({ id }) => id === unit);
    return { file: found?.file ?? '', line: found?.line ?? 1 };
  };
  return {
    units: graph.units.length, tables: writers.size,
    shared: [...writers].filter(([, parts]) => parts.size > 1).map(([table]) => ({ table, at: places.get(table) ?? at(undefined) })),
    callsBetween: metrics.interCalls,
    // Purity is below 0 where tables are used all over, which is as bad as it gets.
    transactionsWithin: metrics.transactionPurity === undefined ? undefined : Math.max(0, metrics.transactionPurity),
    knot: knotOf(graph).map(at),
    candidates: extraction.candidates.map(({ name, units }) => ({ name, at: at(units[0]) })),
  };
}

/** The largest set of units that depend on each other in a circle by calls; empty when there is no circle. */
function knotOf({ units, edges }: ModuleGraph): readonly string[] {
  const graph = new DirectedGraph();
  for (const { id } of units) graph.addNode(id);
  for (const { from, to, calls } of edges) if (calls > 0 && from !== to) graph.mergeDirectedEdge(from, to);
  const largest = stronglyConnectedComponents(graph).reduce<readonly string[]>((most, found) => (found.length > most.length ? found : most), []);
  return largest.length > 1 ? [...largest].sort() : [];
}
