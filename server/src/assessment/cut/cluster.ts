import type { GraphUnit, ModuleGraph, TableUse } from '../graph/graph.js';
import { affinityOf, groups, storedUnits, type Affinity } from './affinity.js';
import { communities, groupOf, joined, merged, singles, type Group } from './communities.js';
import { measure } from './metrics.js';
import { nameClusters } from './names.js';
import { byText, type Cluster, type Partition } from './partition.js';
import { settled } from './settle.js';

/** What publications take for a part of fair size (Mono2Micro's NED); fewer classes are a part only if they have tables and routes of their own. */
const fair = { least: 5, leastWithTables: 3, most: 20 };

/** A large application has larger parts: up to this share of its classes a part is no giant. */
const fairShare = 0.15;

/** How fine the cuts are that are compared. */
const resolutions = [0.7, 1, 1.3, 1.7, 2.2, 3, 4.5];
const finer = [7, 12, 25, 50];
/** Pairs are compared of so many parts at most, for the time it takes. */
const finest = 400;
/** How much joining prefers small parts over large ones: as modularity does, and less. With nothing of it ICP is lowest, and one part takes nearly all. */
const evenness = [1, 0.6];

/**
 * Cuts an application into parts that could be services: Louvain on what belongs together in several resolutions, small
 * parts merged into their nearest, and of these cuts the one that measures best. Units that are of no business of their own
 * bind nothing; afterwards they go where they are used, or into the library where that is everywhere. `wanted` asks for a
 * number of services, as publications do; there may be fewer where the application has fewer units.
 */
export function cluster(graph: ModuleGraph, wanted?: number): Partition {
  const bases = baseClasses(graph);
  const affinity = affinityOf(graph, graph.units.filter(({ id, role }) => role !== 'shared' && !bases.has(id)));
  const found = wanted === undefined ? parts(affinity, graph) : ofNumber(affinity, graph, wanted);
  // One unit alone is no part: it goes where it is used, or into the library.
  const several = found.filter(({ units }) => units.length > (wanted === undefined ? 1 : 0));
  const home = new Map(several.flatMap(({ units }, at) => units.map((unit) => [unit, at] as const)));
  return assembled(graph, wanted === undefined ? settled(graph, home) : home, several.length);
}

/** Data without a table that several stored classes build on and that leads to none of these itself: what they have in common says nothing of where they belong. */
function baseClasses(graph: ModuleGraph): ReadonlySet<string> {
  const stored = storedUnits(graph);
  const data = new Set(graph.units.filter(({ role }) => role === 'data').map(({ id }) => id));
  const leading = new Set(graph.edges.filter(({ to }) => stored.has(to)).map(({ from }) => from));
  const users = groups(graph.edges.filter(({ to }) => data.has(to) && !stored.has(to) && !leading.has(to)), ({ to }) => to);
  return new Set([...users].filter(([, uses]) => uses.filter(({ from }) => stored.has(from)).length > 1).map(([unit]) => unit));
}

function parts(affinity: Affinity, graph: ModuleGraph): readonly Group[] {
  const web = new Set(graph.units.filter(({ role }) => role === 'web').map(({ id }) => id));
  const stands = ({ units, nodes }: Group): boolean => units.length >= fair.least
    || (units.length >= fair.leastWithTables && units.some((unit) => web.has(unit)) && nodes.some((node) => node.startsWith('table ')));
  return best(graph, resolutions.map((resolution) => merged(affinity, communities(affinity, resolution), stands)));
}

/**
 * The wanted number, from each cut that has as many: by merging the smallest part each time, which keeps parts even, and by
 * joining those two that belong together most, which keeps calls inside. The best of all is taken.
 */
function ofNumber(affinity: Affinity, graph: ModuleGraph, wanted: number): readonly Group[] {
  const cuts = [...[...resolutions, ...finer].map((resolution) => communities(affinity, resolution)), singles(affinity)].map((cut) => merged(affinity, cut, ({ units }) => units.length > 0));
  const enough = cuts.filter((cut) => cut.length >= wanted);
  const isDone = (_group: Group, all: readonly Group[]): boolean => all.length <= wanted;
  const made = (enough.length > 0 ? enough : cuts.slice(-1)).flatMap((cut) => [merged(affinity, cut, isDone), ...(cut.length <= finest ? evenness.map((resolution) => joined(affinity, cut, wanted, resolution)) : [])]);
  return best(graph, made.map((cut) => together(affinity, cut, wanted)));
}

/** Parts that nothing ties to each other are put together where they are still too many. */
function together(affinity: Affinity, all: readonly Group[], wanted: number): readonly Group[] {
  if (all.length <= wanted) return all;
  const bySize = [...all].sort((a, b) => b.units.length - a.units.length);
  return [...bySize.slice(0, wanted - 1), groupOf(affinity, bySize.slice(wanted - 1).flatMap(({ nodes }) => nodes))];
}

/**
 * The cut that measures best: few calls across, parts with an inside, transactions in one part, no giants and no crumbs. SM
 * counts threefold, for between cuts of one application it differs by about a third of what ICP does. The first of equals.
 */
function best(graph: ModuleGraph, cuts: readonly (readonly Group[])[]): readonly Group[] {
  return cuts.map((cut) => ({ cut, faults: faultsOf(graph, cut) })).sort((a, b) => a.faults - b.faults)[0]?.cut ?? [];
}

function faultsOf(graph: ModuleGraph, cut: readonly Group[]): number {
  const clusters = cut.map(({ units }, at): Cluster => ({ name: String(at), kind: 'service', units, tables: [] }));
  const { interCalls = 0, transactionPurity = 1, structuralModularity = 0 } = measure(graph, { clusters, of: {} });
  const all = cut.reduce((sum, { units }) => sum + units.length, 0);
  const most = Math.max(fair.most, all * fairShare);
  const extreme = cut.filter(({ units }) => units.length < fair.least || units.length > most).reduce((sum, { units }) => sum + units.length, 0);
  return interCalls - 3 * structuralModularity + (1 - Math.max(0, transactionPurity)) / 2 + extreme / Math.max(1, all) / 2;
}

/** Adds the units that bind nothing, tables and names. */
function assembled(graph: ModuleGraph, settledIn: ReadonlyMap<string, number>, count: number): Partition {
  const home = new Map([...settledIn, ...mainUsers(graph, settledIn)]);
  const found = Array.from({ length: count }, (_, at) => graph.units.filter(({ id }) => home.get(id) === at));
  const services = found.filter((units) => units.length > 0);
  const rest = graph.units.filter(({ id }) => !home.has(id));
  const tables = keptTables(graph, home, count).filter((_, at) => (found[at]?.length ?? 0) > 0);
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
