import louvain from 'graphology-communities-louvain';
import type { Affinity } from './affinity.js';
import { byText } from './partition.js';
import { seeded } from './random.js';

/** Nodes that belong together: units, and what binds them. */
export interface Group {
  readonly nodes: readonly string[];
  /** Ids of the units among them. */
  readonly units: readonly string[];
}

/** Runs with different seeds, of which the one with the best modularity is taken: each may end in a worse place. */
const runs = 8;

/** Communities by Louvain (Blondel et al. 2008); the higher the resolution, the more and smaller ones. Sorted, the same for the same graph. */
export function communities(affinity: Affinity, resolution: number): readonly Group[] {
  if (affinity.size === 0) return grouped(affinity, (node) => node);
  const found = Array.from({ length: runs }, (_, seed) => louvain.detailed(affinity, { getEdgeWeight: 'weight', resolution, rng: seeded(seed + 1) }));
  const best = found.reduce((one, other) => (other.modularity > one.modularity + 1e-12 ? other : one));
  return grouped(affinity, (node) => String(best.communities[node]));
}

/** The finest cut there is: each node by itself. */
export function singles(affinity: Affinity): readonly Group[] {
  return grouped(affinity, (node) => node);
}

function grouped(affinity: Affinity, label: (node: string) => string): readonly Group[] {
  const groups = new Map<string, string[]>();
  for (const node of affinity.nodes()) groups.set(label(node), [...(groups.get(label(node)) ?? []), node]);
  return [...groups.values()].map((nodes) => groupOf(affinity, nodes)).sort(byFirst);
}

export function groupOf(affinity: Affinity, nodes: readonly string[]): Group {
  const sorted = [...nodes].sort(byText);
  return { nodes: sorted, units: sorted.flatMap((node) => affinity.getNodeAttribute(node, 'unit') ?? []) };
}

const byFirst = (a: Group, b: Group): number => byText(a.nodes[0] ?? '', b.nodes[0] ?? '');

/**
 * Merges groups one by one: the smallest that `isDone` does not accept goes to the one that modularity gains most by. What is
 * tied to nothing stays.
 */
export function merged(affinity: Affinity, groups: readonly Group[], isDone: (group: Group, all: readonly Group[]) => boolean): readonly Group[] {
  let all = [...groups];
  const stuck = new Set<Group>();
  for (;;) {
    const open = all.filter((group) => !stuck.has(group) && !isDone(group, all)).sort((a, b) => a.units.length - b.units.length || byFirst(a, b));
    const [small] = open;
    if (!small) return all.sort(byFirst);
    const target = nearest(affinity, small, all);
    if (!target) stuck.add(small);
    else all = [...all.filter((group) => group !== small && group !== target), groupOf(affinity, [...small.nodes, ...target.nodes])];
  }
}

/** The group that the modularity of the graph grows most with, w/m − d₁d₂/2m²; undefined where no edge leads to any. */
function nearest(affinity: Affinity, small: Group, all: readonly Group[]): Group | undefined {
  const home = new Map(all.flatMap((group) => group.nodes.map((node) => [node, group] as const)));
  const ties = new Map<Group, number>();
  for (const node of small.nodes) {
    affinity.forEachEdge(node, (_edge, { weight }, source, target) => {
      const other = home.get(source === node ? target : source);
      if (other && other !== small) ties.set(other, (ties.get(other) ?? 0) + weight);
    });
  }
  const total = affinity.reduceEdges((sum, _edge, { weight }) => sum + weight, 0);
  const own = degree(affinity, small);
  const gains = [...ties].map(([group, weight]) => ({ group, gain: weight / total - (own * degree(affinity, group)) / (2 * total ** 2) }));
  return gains.sort((a, b) => b.gain - a.gain || byFirst(a.group, b.group))[0]?.group;
}

/** Merges the two groups each time that modularity gains most by, down to the wanted number or until nothing ties any two (Clauset, Newman, Moore 2004). */
export function joined(affinity: Affinity, groups: readonly Group[], wanted: number, resolution: number): readonly Group[] {
  const total = affinity.reduceEdges((sum, _edge, { weight }) => sum + weight, 0);
  const home = new Map(groups.flatMap((group, at) => group.nodes.map((node) => [node, at] as const)));
  const ties = groups.map(() => new Map<number, number>());
  affinity.forEachEdge((_edge, { weight }, source, target) => {
    const [one = 0, other = 0] = [home.get(source), home.get(target)];
    if (one === other) return;
    ties[one]?.set(other, (ties[one].get(other) ?? 0) + weight);
    ties[other]?.set(one, (ties[other].get(one) ?? 0) + weight);
  });
  const degrees = groups.map((group) => degree(affinity, group));
  const nodes = groups.map((group): readonly string[] => group.nodes);
  const alive = new Set(groups.keys());
  while (alive.size > wanted) {
    const pair = nearestPair(alive, ties, degrees, total, resolution);
    if (!pair) break;
    const [one, other] = pair;
    nodes[one] = [...(nodes[one] ?? []), ...(nodes[other] ?? [])];
    degrees[one] = (degrees[one] ?? 0) + (degrees[other] ?? 0);
    for (const [third, weight] of ties[other] ?? []) {
      ties[third]?.delete(other);
      if (third === one) continue;
      ties[one]?.set(third, (ties[one].get(third) ?? 0) + weight);
      ties[third]?.set(one, (ties[third].get(one) ?? 0) + weight);
    }
    alive.delete(other);
  }
  return [...alive].map((at) => groupOf(affinity, nodes[at] ?? [])).sort(byFirst);
}

function nearestPair(alive: ReadonlySet<number>, ties: readonly ReadonlyMap<number, number>[], degrees: readonly number[], total: number, resolution: number): readonly [number, number] | undefined {
  let found: readonly [number, number] | undefined;
  let most = -Infinity;
  for (const one of alive) {
    for (const [other, weight] of [...(ties[one] ?? [])].sort(([a], [b]) => a - b)) {
      const gain = weight / total - (resolution * (degrees[one] ?? 0) * (degrees[other] ?? 0)) / (2 * total ** 2);
      if (other > one && gain > most + 1e-12) [found, most] = [[one, other], gain];
    }
  }
  return found;
}

function degree(affinity: Affinity, { nodes }: Group): number {
  return nodes.reduce((sum, node) => sum + affinity.reduceEdges(node, (part: number, _edge, { weight }) => part + weight, 0), 0);
}
