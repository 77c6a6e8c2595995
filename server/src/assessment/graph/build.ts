import type { Outline, OutlineUse } from '../../syntax/outline/outline.js';
import type { ModuleAlias } from '../../syntax/outline/module-alias.js';
import { accessOf } from '../../syntax/outline/java-tables.js';
import { CallResolver } from './calls.js';
import type { GraphEdge, GraphRoute, GraphUnit, ModuleGraph, SettingUse, TableUse } from './graph.js';
import { byPath, Names, type Known } from './names.js';
import { roleOf } from './roles.js';
import { Tables, type FoundUse, type MapperDocument } from './tables.js';
import { methodKey, transactionsOf } from './transactions.js';

interface OpenEdge {
  readonly from: string;
  readonly to: string;
  calls: number;
  mentions: number;
  readonly methods: Map<string, number>;
  at: GraphEdge['at'];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What changes an entity, so that its row changes with the end of a transaction. */
const changing = /^(?:set|add|remove|change|update|increase|decrease|mark|cancel|close|activate|assign|clear)/;

/** Calls of one application, between its units and between their methods. */
class Calls {
  private readonly edges = new Map<string, OpenEdge>();
  readonly ofMethods = new Map<string, Set<string>>();
  /** Entities that a method calls, by key: their rows are read, or changed where the call says so. */
  readonly touched: { readonly from: Known; readonly method: string; readonly entity: string; readonly changes: boolean; readonly line: number }[] = [];

  /** Methods that a library declares, by key, with the type of the program that has them. */
  readonly foreign = new Map<string, Known>();
  /** Uses of what stands for all rows of an entity. */
  readonly rows: { readonly known: Known; readonly method: string | undefined; readonly entity: Known; readonly access: 'read' | 'write'; readonly at: GraphEdge['at'] }[] = [];

  /** `owning` are the parts of the graph that are mapped to tables. */
  constructor(private readonly resolver: CallResolver, private readonly owning: ReadonlySet<string>) {}

  /** Takes in what a method, or the rest of a type, uses. */
  add(from: Known, method: string | undefined, uses: readonly OutlineUse[]): void {
    for (const use of uses) {
      const entity = this.resolver.entity(from, use);
      if (entity) this.rows.push({ known: from, method, entity, access: accessOf(use.calls ?? ''), at: { file: from.outline.file, line: use.line } });
      for (const { known, calls, share } of this.resolver.targets(from, use)) {
        if (method !== undefined && calls !== undefined) {
          this.link(methodKey(from, method), methodKey(known, calls));
          if (this.resolver.isForeign(known, calls)) this.foreign.set(methodKey(known, calls), known);
          if (this.owning.has(known.id) && !this.owning.has(from.id)) this.touched.push({ from, method, entity: known.id, changes: changing.test(calls), line: use.line });
        }
        if (known.id !== from.id && !isEmptyModule(known) && !isEmptyModule(from)) this.edge(from, known, calls, use, share);
      }
    }
  }

  /** One method leads to another. */
  link(from: string, to: string): void {
    const known = this.ofMethods.get(from);
    if (known) known.add(to);
    else this.ofMethods.set(from, new Set([to]));
  }

  private edge(from: Known, to: Known, calls: string | undefined, use: OutlineUse, share: number): void {
    const key = `${from.id}\n${to.id}`;
    const at = { file: from.outline.file, line: use.line };
    let edge = this.edges.get(key);
    if (!edge) this.edges.set(key, (edge = { from: from.id, to: to.id, calls: 0, mentions: 0, methods: new Map(), at }));
    if (calls === undefined) edge.mentions += use.times;
    else {
      // The first call says more than an import or a field before it.
      if (edge.calls === 0) edge.at = at;
      edge.calls += use.times * share;
      edge.methods.set(calls, (edge.methods.get(calls) ?? 0) + use.times * share);
    }
  }

  all(): readonly GraphEdge[] {
    return [...this.edges.values()].map((edge) => ({
      from: edge.from, to: edge.to, calls: rounded(edge.calls), mentions: edge.mentions,
      methods: Object.fromEntries([...edge.methods].sort(([a], [b]) => compare(a, b)).map(([name, times]) => [name, rounded(times)])), at: edge.at,
    })).sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
  }
}

/** Modules whose code all stands in classes are no part of their own. */
function isEmptyModule({ unit, outline }: Known): boolean {
  return unit.kind === 'module' && unit.methods.length === 0 && (unit.fields.length === 0 || outline.units.length > 1) && !outline.tables.some((table) => table.unit === unit.name) && !outline.routed?.some(({ to }) => to.type === unit.name);
}

function unitsOf(all: readonly Known[], uses: readonly FoundUse[], routed: ReadonlySet<string>, names: Names): ReadonlyMap<string, GraphUnit> {
  const owning = new Set(uses.filter(({ access }) => access === 'owns').map(({ known }) => known.id));
  const reading = new Set(uses.filter(({ access }) => access !== 'owns').map(({ known }) => known.id));
  const roleFor = ({ unit, id }: Known): GraphUnit['role'] => roleOf(unit, { owns: owning.has(id), reads: reading.has(id), serves: routed.has(id) });
  const units = new Map<string, GraphUnit>();
  for (const known of all) {
    const { unit, outline, id } = known;
    if (unit.within !== undefined || isEmptyModule(known)) continue;
    // An interface is of the role of what stands behind it.
    const behind = unit.kind === 'interface' && unit.above.length === 0 && !reading.has(id) ? names.implementations(known)[0] : undefined;
    const before = units.get(id);
    if (before) {
      units.set(id, { ...before, lines: before.lines + unit.lines, methods: [...before.methods, ...unit.methods.filter(({ name }) => name !== '<init>')] });
      continue;
    }
    units.set(id, { id, name: unit.name, package: outline.package, kind: unit.kind, role: roleFor(behind ?? known), lines: unit.lines, methods: unit.methods.filter(({ name }) => name !== '<init>'), file: outline.file, line: unit.line });
  }
  return units;
}

function tableUses(uses: readonly FoundUse[]): readonly TableUse[] {
  const found = new Map<string, TableUse>();
  for (const { known, table, access, at } of uses) {
    if (isEmptyModule(known)) continue;
    const key = `${known.id}\n${table}\n${access}`;
    if (!found.has(key)) found.set(key, { unit: known.id, table, access, at });
  }
  return [...found.values()].sort((a, b) => compare(a.unit, b.unit) || compare(a.table, b.table) || compare(a.access, b.access));
}

/** What stands before the routes of a module, because another one mounts it: by the id of the module. */
function mounts(all: readonly Known[], resolver: CallResolver): ReadonlyMap<string, { readonly path: string; readonly by: string }> {
  const found = new Map<string, { readonly path: string; readonly by: string }>();
  for (const known of all) {
    for (const { verb, path, to } of known.unit.kind === 'module' ? (known.outline.routed ?? []) : []) {
      const target = verb === 'USE' ? resolver.module(known, to.type) : undefined;
      if (target && target.id !== known.id && !found.has(target.id)) found.set(target.id, { path, by: known.id });
    }
  }
  return found;
}

/** Routes that a table of routes leads to code elsewhere: to a function, or to a class by its methods for verbs. */
function routedTo(known: Known, resolver: CallResolver, mounted: ReturnType<typeof mounts>): readonly GraphRoute[] {
  if (known.unit.kind !== 'module') return [];
  let prefix = '';
  for (let at = mounted.get(known.id), depth = 0; at && depth < 4; at = mounted.get(at.by), depth++) prefix = `${at.path}${prefix}`;
  return (known.outline.routed ?? []).flatMap((routed): readonly GraphRoute[] => {
    if (routed.verb === 'USE') return [];
    const target = resolver.handler(known, routed.to);
    if (!target) return [];
    const at = { file: known.outline.file, line: routed.line };
    const path = `${prefix}${routed.path}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
    const answering = routed.to.calls === undefined ? target.unit.methods.filter(({ name }) => /^(?:get|post|put|patch|delete)$/.test(name)) : [];
    if (answering.length > 0) return answering.map(({ name }) => ({ unit: target.id, method: name, verb: name.toUpperCase(), path, at }));
    return [{ unit: target.id, method: routed.to.calls ?? target.unit.name, verb: routed.verb, path, at }];
  });
}

function routesOf(all: readonly Known[], resolver: CallResolver): readonly GraphRoute[] {
  const mounted = mounts(all, resolver);
  const found = all.flatMap(({ id, unit, outline }) => unit.methods.flatMap((method) => method.routes.map((route): GraphRoute => ({
    unit: id, method: method.name, verb: route.verb, path: route.path, at: { file: outline.file, line: route.line },
  }))));
  const once = new Map([...found, ...all.flatMap((known) => routedTo(known, resolver, mounted))].map((route) => [`${route.verb} ${route.path} ${route.unit} ${route.method}`, route]));
  return [...once.values()].sort((a, b) => compare(a.path, b.path) || compare(a.verb, b.verb) || compare(a.unit, b.unit) || compare(a.method, b.method));
}

function settingsOf(outlines: readonly Outline[], of: (outline: Outline, unit: string) => Known | undefined): readonly SettingUse[] {
  const found = new Map<string, SettingUse>();
  for (const outline of outlines) {
    for (const { unit, key } of outline.settings) {
      const known = of(outline, unit);
      if (known) found.set(`${known.id}\n${key}`, { unit: known.id, key });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.unit, b.unit) || compare(a.key, b.key));
}

/** The table of an entity, or of the one class below an abstract one that has one. */
function tableOf(entity: Known, names: Names, owned: ReadonlyMap<string, readonly string[]>): string | undefined {
  const own = owned.get(entity.id)?.[0];
  if (own !== undefined || !byPath(entity.outline)) return own;
  const below = names.implementations(entity).flatMap(({ id }) => owned.get(id)?.[0] ?? []);
  return below.length === 1 ? below[0] : undefined;
}

/** A method that a type inherits is that of its supertype. */
function linkInherited(calls: Calls, names: Names, known: Known): void {
  for (const above of names.superiors(known)) {
    for (const { name } of above.unit.methods) if (!known.unit.methods.some((own) => own.name === name)) calls.link(methodKey(known, name), methodKey(above, name));
  }
}

/** Tables that methods touch themselves, entities that they call included. */
function tablesOfMethods(uses: readonly FoundUse[], calls: Calls, owned: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const tables = new Map<string, Set<string>>();
  const add = (key: string, table: string): void => {
    tables.set(key, (tables.get(key) ?? new Set()).add(table));
  };
  for (const { known, method, table, access } of uses) if (method !== undefined && access !== 'owns') add(methodKey(known, method), table);
  const ofTypes = new Map<Known, Set<string>>();
  for (const { known, method, table, access } of uses) if (method === undefined && access !== 'owns') ofTypes.set(known, (ofTypes.get(known) ?? new Set()).add(table));
  for (const [key, known] of calls.foreign) for (const table of ofTypes.get(known) ?? []) add(key, table);
  for (const { from, method, entity } of calls.touched) {
    const table = owned.get(entity)?.[0];
    if (table !== undefined) add(methodKey(from, method), table);
  }
  return tables;
}

/** Rows that are changed by no statement: a transaction writes back what its code changes in an entity. */
function changesOf(calls: Calls, owned: ReadonlyMap<string, readonly string[]>): readonly FoundUse[] {
  return calls.touched.flatMap(({ from, method, entity, changes, line }): readonly FoundUse[] => {
    const table = owned.get(entity)?.[0];
    const inTransaction = from.unit.methods.some((one) => one.name === method && one.inTransaction);
    return changes && inTransaction && table !== undefined ? [{ known: from, method, table, access: 'write', at: { file: from.outline.file, line } }] : [];
  });
}

/**
 * The structure of one application: its types and modules, what they call, the tables they use, the transactions and the
 * routes. `outlines` are its product files, `mappers` the documents with their statements; `unread` counts files that no
 * outline is read of; `aliases` say where names of modules lead. The order of what is given does not matter.
 */
export function moduleGraph(outlines: readonly Outline[], mappers: readonly MapperDocument[] = [], unread = 0, aliases: readonly ModuleAlias[] = []): ModuleGraph {
  const sorted = [...outlines].sort((a, b) => compare(a.file, b.file));
  const names = new Names(sorted, aliases);
  const inFile = new Map<Outline, Map<string, Known>>();
  for (const known of names.all) {
    const units = inFile.get(known.outline) ?? new Map<string, Known>();
    if (!units.has(known.unit.name) || known.unit.within === undefined) units.set(known.unit.name, known);
    inFile.set(known.outline, units);
  }
  const of = (outline: Outline, unit: string): Known | undefined => inFile.get(outline)?.get(unit) ?? names.resolve({ type: unit, outline });
  const uses = new Tables(names.all, sorted, [...mappers].sort((a, b) => compare(a.file, b.file))).uses(sorted, of);
  const resolver = new CallResolver(names);
  const routes = routesOf(names.all, resolver);
  const units = unitsOf(names.all, uses, new Set(routes.map(({ unit }) => unit)), names);
  const owned = new Map<string, string[]>();
  for (const { known, table, access } of uses) if (access === 'owns') owned.set(known.id, [...(owned.get(known.id) ?? []), table]);
  const calls = new Calls(resolver, new Set(owned.keys()));
  for (const known of names.all) {
    calls.add(known, undefined, known.unit.fields);
    for (const method of known.unit.methods) calls.add(known, method.name, method.uses);
    linkInherited(calls, names, known);
  }
  const rows = calls.rows.flatMap(({ entity, ...use }): readonly FoundUse[] => {
    const table = tableOf(entity, names, owned);
    return table === undefined ? [] : [{ ...use, table }];
  });
  return {
    units: [...units.values()].sort((a, b) => compare(a.id, b.id)),
    edges: calls.all(),
    tables: tableUses([...uses, ...rows, ...changesOf(calls, owned)]),
    transactions: transactionsOf(names.all, units, { calls: calls.ofMethods, tables: tablesOfMethods([...uses, ...rows], calls, owned) }),
    routes,
    settings: settingsOf(sorted, of),
    unread,
  };
}
