import { UndirectedGraph } from 'graphology';
import type { GraphRoute, GraphUnit, ModuleGraph, TableUse } from '../graph/graph.js';
import { volumeOf } from './metrics.js';
import { byText } from './partition.js';
import { businessWords, isLayer, singular, wordsOf } from './words.js';

/**
 * How much binds two things together. Calls count as in the metric that is to become small (1 for one, more by their
 * logarithm); data binds more than calls do, for a table cannot be in two databases, while a call can become a request, and
 * transactions most, for nothing replaces them well. What has a like name binds a little.
 */
const weights = {
  call: 1,
  mention: 0.3,
  table: { owns: 3, write: 2, read: 1 } satisfies Record<TableUse['access'], number>,
  transaction: 2,
  route: 1,
  package: 0.5,
  word: 0.25,
};

export type Affinity = UndirectedGraph<{ readonly unit?: string }, { weight: number }>;

/** The node that stands for a unit. */
const unitNode = (id: string): string => `unit ${id}`;

/**
 * What belongs together, as one weighted graph: units, and beside them the tables, route prefixes, packages and words of
 * names that units share, as nodes of their own (so does CARGO with tables, Nitin et al., ASE 2022). What everybody uses
 * tells little: ties to such a node weigh less the more units use it.
 */
export function affinityOf(graph: ModuleGraph, units: readonly GraphUnit[]): Affinity {
  const made: Affinity = new UndirectedGraph();
  const taken = new Set(units.map(({ id }) => id));
  units.forEach(({ id }) => made.addNode(unitNode(id), { unit: id }));
  addEdges(made, graph, taken);
  addTables(made, graph, units, taken);
  const prefixes = routePrefixes(graph.routes);
  share(made, graph.routes.filter(({ unit }) => taken.has(unit)).map((route) => [route.unit, prefixes.get(route)] as const), 'route', weights.route);
  share(made, businessPackages(units), 'package', weights.package);
  share(made, units.flatMap(({ id, name }) => [...new Set(businessWords(name).map(singular))].map((word) => [id, word] as const)), 'word', weights.word);
  return made;
}

/** Falls with the number of users: 1 for one, about a third for eight. */
function rarity(users: number): number {
  return 1 / (1 + Math.log(Math.max(1, users)));
}

/** Tables with what reads and writes them, what is stored in them, and the transactions that begin somewhere. */
function addTables(made: Affinity, graph: ModuleGraph, units: readonly GraphUnit[], taken: ReadonlySet<string>): void {
  const rows = rowsByTable(units, graph.tables);
  for (const [table, uses] of groups(graph.tables.filter(({ unit }) => taken.has(unit)), (use) => use.table)) {
    const row = rows.get(rowName(table)) ?? [];
    const users = new Set([...uses.map(({ unit }) => unit), ...row]).size;
    uses.forEach(({ unit, access }) => tie(made, unit, `table ${table}`, weights.table[access] * rarity(users)));
    row.forEach((unit) => tie(made, unit, `table ${table}`, weights.table.owns * rarity(users)));
  }
  // What nothing writes can be read from a copy as well.
  const written = new Set(graph.tables.filter(({ access }) => access === 'write').map(({ table }) => table));
  for (const { unit, tables } of graph.transactions) {
    const changed = tables.filter((table) => written.has(table));
    if (taken.has(unit)) changed.forEach((table) => tie(made, unit, `table ${table}`, weights.transaction * rarity(changed.length)));
  }
}

/** By the word of its name the classes of data that are named like a table where no mapping says which is theirs: what a mapper or a statement makes of its rows. */
export function rowsByTable(units: readonly GraphUnit[], uses: readonly TableUse[]): ReadonlyMap<string, readonly string[]> {
  const mapped = new Set(uses.filter(({ access }) => access === 'owns').map(({ unit }) => unit));
  return new Map([...groups(units.filter(({ id, role }) => role === 'data' && !mapped.has(id)), ({ name }) => rowName(name))].map(([name, all]) => [name, all.map(({ id }) => id)] as const));
}

const storedOf = new WeakMap<ModuleGraph, ReadonlySet<string>>();

/** Classes that stand for rows of a table; worked out once, because it is asked for each part. */
export function storedUnits(graph: ModuleGraph): ReadonlySet<string> {
  const known = storedOf.get(graph);
  if (known) return known;
  const rows = rowsByTable(graph.units, graph.tables);
  const found = new Set([...graph.tables.filter(({ access }) => access === 'owns').map(({ unit }) => unit), ...graph.tables.flatMap(({ table }) => rows.get(rowName(table)) ?? [])]);
  storedOf.set(graph, found);
  return found;
}

/** A class and a table have the same where their business words are the same; a name without such words stands for itself. */
export const rowName = (name: string): string => businessWords(name).map(singular).join('') || wordsOf(name).map(singular).join('');

function addEdges(made: Affinity, graph: ModuleGraph, taken: ReadonlySet<string>): void {
  const edges = graph.edges.filter(({ from, to }) => from !== to && taken.has(from) && taken.has(to));
  const users = new Map([...groups(edges.filter(({ mentions }) => mentions > 0), ({ to }) => to)].map(([to, uses]) => [to, uses.length] as const));
  for (const { from, to, calls, mentions } of edges) {
    const volume = (calls > 0 ? weights.call * volumeOf(calls) : 0) + (mentions > 0 ? weights.mention * volumeOf(mentions) * rarity((users.get(to) ?? 1) / 2) : 0);
    if (volume > 0) bind(made, unitNode(from), unitNode(to), volume);
  }
}

function tie(made: Affinity, unit: string, node: string, weight: number): void {
  made.mergeNode(node);
  bind(made, unitNode(unit), node, weight);
}

function bind(made: Affinity, one: string, other: string, weight: number): void {
  made.updateEdge(one, other, (old) => ({ weight: (old.weight ?? 0) + weight }));
}

/** Ties units to the names that they share; a name of one unit, or of most, tells nothing. */
function share(made: Affinity, named: readonly (readonly [string, string | undefined])[], kind: string, weight: number): void {
  const units = new Set(named.map(([unit]) => unit)).size;
  for (const [name, pairs] of groups(named, ([, each]) => each ?? '')) {
    const users = [...new Set(pairs.map(([unit]) => unit))].sort(byText);
    if (name !== '' && users.length > 1 && users.length <= units / 2) users.forEach((unit) => tie(made, unit, `${kind} ${name}`, weight * rarity(users.length / 4)));
  }
}

/** First part of each path that is not the same for all, parameters and versions left out: `/api/v1/orders/{id}` is `orders`. */
export function routePrefixes(routes: readonly GraphRoute[]): ReadonlyMap<GraphRoute, string> {
  const paths = routes.map((route) => [route, pathParts(route.path)] as const);
  const common = paths.length > 1 ? sharedStart(paths.map(([, parts]) => parts)) : 0;
  return new Map(paths.flatMap(([route, parts]) => parts.slice(common, common + 1).map((part) => [route, part] as const)));
}

function pathParts(path: string): readonly string[] {
  const parts = path.toLowerCase().split('/').filter((part) => part !== '' && !/[{}:*<>]/.test(part) && !/^(?:api|rest|v\d+)$/.test(part));
  return parts.map((part) => part.replace(/\.\w+$/, ''));
}

const split = (name: string): readonly string[] => name.split(/[./\\]/).filter(Boolean);

/** Packages without what all share at their beginning and without layers: `com.shop.web.orders` and `com.shop.orders.dao` are both `orders`. */
function businessPackages(units: readonly GraphUnit[]): readonly (readonly [string, string])[] {
  const packages = units.map(({ package: name }) => split(name));
  const common = sharedStart(packages);
  return units.map(({ id }, at) => [id, (packages[at] ?? []).slice(common).filter((part) => !isLayer(part)).join('.')] as const);
}

/** How many parts all lists begin with. */
function sharedStart(lists: readonly (readonly string[])[]): number {
  const [first = []] = lists;
  const apart = first.findIndex((part, at) => lists.some((list) => list[at] !== part));
  return apart < 0 ? first.length : apart;
}

/** Groups in the order of their keys. */
export function groups<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const name = key(each);
    const group = found.get(name);
    if (group) group.push(each);
    else found.set(name, [each]);
  }
  return new Map([...found].sort(([a], [b]) => byText(a, b)));
}
