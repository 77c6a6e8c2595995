import type { GraphEdge, ModuleGraph } from '../graph/graph.js';
import type { Cluster, Partition } from './partition.js';

/**
 * How good a cut is, as publications measure it: Kalia et al., "Mono2Micro", ESEC/FSE 2021 (the first four, as the program
 * published with the paper works them out), and Nitin et al., "CARGO", ASE 2022 (the last). Undefined where the graph has
 * nothing to measure. The library counts in none of them: a call into it stays in the process.
 */
export interface CutMetrics {
  /** Services that were measured. */
  readonly services: number;
  /** ICP, 0–1, lower is better. */
  readonly interCalls: number | undefined;
  /** SM, higher is better. */
  readonly structuralModularity: number | undefined;
  /** IFN, lower is better. */
  readonly interfaceNumber: number | undefined;
  /** NED, 0–1, lower is better. */
  readonly nonExtremeDistribution: number | undefined;
  /** 1 where every table is changed by transactions of one service only; higher is better, below 0 where tables are used all over. */
  readonly transactionPurity: number | undefined;
}

export function measure(graph: ModuleGraph, partition: Partition): CutMetrics {
  const services = partition.clusters.filter(({ kind }) => kind === 'service');
  const of = new Map(services.flatMap(({ units }, at) => units.map((unit) => [unit, at] as const)));
  const calls = graph.edges.filter(({ from, to, calls: written }) => written > 0 && from !== to && of.has(from) && of.has(to));
  return {
    services: services.length,
    interCalls: interCalls(calls, of),
    structuralModularity: structuralModularity(calls, of, services),
    interfaceNumber: services.length > 0 ? pairs(calls.filter(({ from, to }) => of.get(from) !== of.get(to))).size / services.length : undefined,
    nonExtremeDistribution: nonExtremeDistribution(services),
    transactionPurity: transactionPurity(graph, of),
  };
}

/** ln(calls) + 1, and for less than one call as much of it. */
export function volumeOf(calls: number): number {
  return calls < 1 ? calls : Math.log(calls) + 1;
}

/**
 * Share of calls between classes that cross a border: Σ volume between parts / Σ volume, where the volume of a pair is
 * ln(calls) + 1. The paper counts calls of recorded runs; here they are counted as written, and a call that one of several
 * classes takes counts for each in part.
 */
function interCalls(calls: readonly GraphEdge[], of: ReadonlyMap<string, number>): number | undefined {
  const volume = (edges: readonly GraphEdge[]): number => edges.reduce((sum, edge) => sum + volumeOf(edge.calls), 0);
  return calls.length > 0 ? volume(calls.filter(({ from, to }) => of.get(from) !== of.get(to))) / volume(calls) : undefined;
}

/**
 * Mean cohesion of parts less mean coupling of pairs of parts: (1/K) Σ μᵢ/Nᵢ² − 2/(K(K−1)) Σ_{i≠j} σᵢⱼ/(2NᵢNⱼ), where μᵢ
 * counts pairs of classes in part i of which one calls the other, σᵢⱼ those between i and j, and Nᵢ its classes. The sum over
 * i≠j takes both orders, as the published program does. That program also counts most classes that call themselves, which
 * lifts its figures by about a hundredth; here they count in nothing.
 */
function structuralModularity(calls: readonly GraphEdge[], of: ReadonlyMap<string, number>, services: readonly Cluster[]): number | undefined {
  const count = services.length;
  if (count === 0) return undefined;
  const size = (at: number | undefined): number => services[at ?? 0]?.units.length ?? 1;
  let cohesion = 0;
  let coupling = 0;
  for (const [from, to] of pairs(calls).values()) {
    const [one, other] = [of.get(from), of.get(to)];
    if (one === other) cohesion += 1 / size(one) ** 2;
    else coupling += 1 / (size(one) * size(other));
  }
  return cohesion / count - (count > 1 ? (2 * coupling) / (count * (count - 1)) : 0);
}

/** 1 − the share of classes that are in parts of 5 to 20 classes. */
function nonExtremeDistribution(services: readonly Cluster[]): number | undefined {
  const classes = services.reduce((sum, { units }) => sum + units.length, 0);
  const fair = services.filter(({ units }) => units.length >= 5 && units.length <= 20).reduce((sum, { units }) => sum + units.length, 0);
  return classes > 0 ? 1 - fair / classes : undefined;
}

/** 1 − the mean over tables of the entropy (in nats) of the parts that the classes are in whose transactions touch the table. */
function transactionPurity(graph: ModuleGraph, of: ReadonlyMap<string, number>): number | undefined {
  const users = new Map<string, Set<string>>();
  for (const { unit, tables } of graph.transactions.filter((each) => of.has(each.unit))) for (const table of tables) users.set(table, (users.get(table) ?? new Set()).add(unit));
  if (users.size === 0) return undefined;
  const entropies = [...users.values()].map((units) => entropy([...units].map((unit) => of.get(unit) ?? 0)));
  return 1 - entropies.reduce((sum, each) => sum + each, 0) / entropies.length;
}

function entropy(labels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / labels.length) * Math.log(count / labels.length), 0);
}

/** Pairs of classes of which one calls the other, each once. */
function pairs(calls: readonly GraphEdge[]): ReadonlyMap<string, readonly [string, string]> {
  return new Map(calls.map(({ from, to }) => (from < to ? [`${from}\n${to}`, [from, to]] : [`${to}\n${from}`, [to, from]])));
}
