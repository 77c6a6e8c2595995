import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';
import type { Locale } from '../contract/words.js';
import type { Extraction } from './cut/candidate.js';
import { cluster } from './cut/cluster.js';
import { extract } from './cut/candidates.js';
import { measure, type CutMetrics } from './cut/metrics.js';
import { pictures, type Picture } from './cut/mermaid.js';
import type { Cluster, Partition } from './cut/partition.js';
import type { Evidence, ModuleGraph } from './graph/graph.js';
import type { Structure } from './structure.js';

/** What a report tells of the architecture of an application. The graph that it is worked out of is many times as large, so that threads pass this on. */
export interface Architecture {
  /** Folder of the application. */
  readonly application: string;
  readonly units: number;
  readonly parts: readonly Cluster[];
  readonly metrics: CutMetrics;
  readonly extraction: Extraction;
  readonly structure: Structure;
  readonly pictures: Readonly<Record<Locale, readonly Picture[]>>;
}

/** Cuts an application as it can be cut best. */
export function architectureOf(application: string, graph: ModuleGraph): Architecture {
  const partition = cluster(graph);
  const metrics = measure(graph, partition);
  const extraction = extract(graph, partition);
  const drawn = (locale: Locale): readonly Picture[] => pictures(graph, partition, extraction.candidates[0], locale);
  return {
    application, units: graph.units.length, parts: partition.clusters, metrics, extraction,
    structure: structureOf(graph, partition, metrics, extraction), pictures: { en: drawn('en'), ko: drawn('ko') },
  };
}

/** What the structure of an application says of its coupling. */
function structureOf(graph: ModuleGraph, partition: Partition, metrics: CutMetrics, extraction: Extraction): Structure {
  const writers = new Map<string, Set<string>>();
  for (const { table, unit, access } of graph.tables) {
    if (access !== 'read') writers.set(table, (writers.get(table) ?? new Set()).add(partition.of[unit] ?? ''));
  }
  const places = new Map(graph.tables.map(({ table, at }) => [table, at]));
  const units = new Map(graph.units.map(({ id, file, line }) => [id, { file, line }]));
  const at = (unit = ''): Evidence => units.get(unit) ?? { file: '', line: 1 };
  return {
    units: graph.units.length, tables: writers.size,
    shared: [...writers].filter(([, parts]) => parts.size > 1).map(([table]) => ({ table, at: places.get(table) ?? at() })),
    callsBetween: metrics.interCalls,
    // Purity is below 0 where tables are used all over, which is as bad as it gets.
    transactionsWithin: metrics.transactionPurity === undefined ? undefined : Math.max(0, metrics.transactionPurity),
    knot: knotOf(graph).map(at),
    candidates: extraction.candidates.map(({ name, units: moving }) => ({ name, at: at(moving[0]) })),
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
