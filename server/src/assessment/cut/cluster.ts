import type { GraphUnit, ModuleGraph, TableUse } from '../graph/graph.js';
import { affinityOf, groups, type Affinity } from './affinity.js';
import { communities, merged, singles, type Group } from './communities.js';
import { nameClusters } from './names.js';
import { byText, type Cluster, type Partition } from './partition.js';

/** What publications take for a part of fair size (Mono2Micro's NED); fewer classes are a part only if they have tables and routes of their own. */
const fair = { least: 5, leastWithTables: 3 };

/** Tried one after the other until no part holds more than this share of an application of many classes. */
const resolutions = [1, 1.5, 2, 3, 4.5];
const largestShare = 0.4;

/**
 * Cuts an application into parts that could be services: Louvain on what belongs together, small parts merged into their
 * nearest. Units that are of no business of their own bind nothing; afterwards they go where they are used, or into the
 * library where that is everywhere. `wanted` asks for a number of services, as publications do; there may be fewer where
 * the application has fewer units.
 */
export function cluster(graph: ModuleGraph, wanted?: number): Partition {
  const own = graph.units.filter(({ role }) => role !== 'shared');
  const affinity = affinityOf(graph, own);
  const found = wanted === undefined ? parts(affinity, graph) : ofNumber(affinity, wanted);
  // One unit alone is no part: it goes where it is used, or into the library.
  const several = found.filter(({ units }) => units.length > (wanted === undefined ? 1 : 0));
  return assembled(graph, several.map(({ units }) => units));
}

/** Without a wanted number: the coarsest cut without a giant. */
function parts(affinity: Affinity, graph: ModuleGraph): readonly Group[] {
  const web = new Set(graph.units.filter(({ role }) => role === 'web').map(({ id }) => id));
  const stands = ({ units, nodes }: Group): boolean => units.length >= fair.least
    || (units.length >= fair.leastWithTables && units.some((unit) => web.has(unit)) && nodes.some((node) => node.startsWith('table ')));
  const cuts = resolutions.map((resolution) => merged(affinity, communities(affinity, resolution), stands));
  const units = Math.max(1, affinity.reduceNodes((sum, _node, { unit }) => sum + (unit === undefined ? 0 : 1), 0));
  const giant = (cut: readonly Group[]): number => Math.max(0, ...cut.map((group) => group.units.length)) / units;
  return cuts.find((cut) => giant(cut) <= largestShare) ?? cuts.reduce((one, other) => (giant(other) < giant(one) - 0.1 ? other : one));
}

/** Exactly the wanted number, from the coarsest cut that has as many. */
function ofNumber(affinity: Affinity, wanted: number): readonly Group[] {
  const filled = (cut: readonly Group[]): readonly Group[] => cut.filter(({ units }) => units.length > 0);
  const cuts = [...resolutions, 7, 10, 20, 50].map((resolution) => communities(affinity, resolution));
  const start = cuts.find((cut) => filled(cut).length >= wanted) ?? singles(affinity);
  const done = merged(affinity, start, (group, all) => group.units.length > 0 && filled(all).length <= wanted);
  return joined(filled(done), wanted);
}

/** What is tied to nothing is put together where it is still too many. */
function joined(all: readonly Group[], wanted: number): readonly Group[] {
  const bySize = [...all].sort((a, b) => b.units.length - a.units.length);
  const rest = bySize.slice(Math.max(0, wanted - 1));
  return rest.length < 2 ? all : [...bySize.slice(0, wanted - 1), { nodes: rest.flatMap(({ nodes }) => nodes), units: rest.flatMap(({ units }) => units) }];
}

/** Adds the units that bind nothing, tables and names. */
function assembled(graph: ModuleGraph, found: readonly (readonly string[])[]): Partition {
  const home = new Map(found.flatMap((units, at) => units.map((unit) => [unit, at] as const)));
  for (const [unit, at] of mainUsers(graph, home)) home.set(unit, at);
  const services = found.map((_, at) => graph.units.filter(({ id }) => home.get(id) === at));
  const rest = graph.units.filter(({ id }) => !home.has(id));
  const tables = keptTables(graph, home, found.length);
  const names = nameClusters(graph, services, tables);
  const clusters: readonly Cluster[] = services.map((units, at): Cluster => ({ name: names[at] ?? '', kind: 'service', units: ids(units), tables: tables[at] ?? [] })).sort((a, b) => byText(a.name, b.name));
  const all = rest.length > 0 ? [...clusters, { name: 'common', kind: 'library' as const, units: ids(rest), tables: [] }] : clusters;
  return { clusters: all, of: Object.fromEntries(all.flatMap(({ name, units }) => units.map((unit) => [unit, name] as const)).sort(([a], [b]) => byText(a, b))) };
}

const ids = (units: readonly GraphUnit[]): readonly string[] => units.map(({ id }) => id).sort(byText);

/** Share of its uses that one part has to make before a shared unit belongs to it. */
const mainShare = 2 / 3;

/** Part by unit for units outside all parts that one part mainly uses, also by way of others of them. */
function mainUsers(graph: ModuleGraph, home: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const incoming = groups(graph.edges.filter(({ from, to }) => from !== to && !home.has(to)), ({ to }) => to);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const [unit, edges] of incoming) {
      const main = found.has(unit) ? undefined : mainOf(edges.map(({ from }) => home.get(from) ?? found.get(from)));
      if (main === undefined) continue;
      found.set(unit, main);
      isNew = true;
    }
  }
  return found;
}

/** The part that most of the users are in; users that are in none count against all. */
function mainOf(users: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const user of users) if (user !== undefined) counts.set(user, (counts.get(user) ?? 0) + 1);
  return [...counts].find(([, count]) => count / users.length >= mainShare)?.[0];
}

const claims: Readonly<Record<TableUse['access'], number>> = { owns: 3, write: 2, read: 0.5 };

/** By part the tables that it keeps: each table goes where most of what changes it is. */
function keptTables(graph: ModuleGraph, home: ReadonlyMap<string, number>, count: number): readonly (readonly string[])[] {
  const kept = Array.from({ length: count }, (): string[] => []);
  for (const [table, uses] of groups(graph.tables, (use) => use.table)) {
    const claim = new Map<number, number>();
    for (const { unit, access } of uses) {
      const at = home.get(unit);
      if (at !== undefined) claim.set(at, (claim.get(at) ?? 0) + claims[access]);
    }
    const [owner] = [...claim].sort(([one, much], [other, more]) => more - much || one - other)[0] ?? [];
    if (owner !== undefined) kept[owner]?.push(table);
  }
  return kept;
}
