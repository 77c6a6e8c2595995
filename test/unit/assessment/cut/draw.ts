import type { GraphEdge, GraphRoute, GraphUnit, ModuleGraph, TableUse, Transaction } from '../../../../server/src/assessment/graph/graph.js';
import type { Partition } from '../../../../server/src/assessment/cut/partition.js';

type Role = GraphUnit['role'];

/** A small application, written down as a person would draw it. */
export interface Drawing {
  /** `shop.orders.OrderService: service`, one unit each. */
  readonly units: readonly string[];
  /** `OrderService -> OrderStore: find*2, save` for calls, `OrderService -> Order` for a mention. */
  readonly uses?: readonly string[];
  /** `OrderStore owns orders`, `Report reads orders`. */
  readonly tables?: readonly string[];
  /** `OrderService.place: orders, stock`. */
  readonly transactions?: readonly string[];
  /** `OrderPage.list: GET /orders`. */
  readonly routes?: readonly string[];
}

const access: Readonly<Record<string, TableUse['access']>> = { owns: 'owns', writes: 'write', reads: 'read' };

export function draw({ units = [], uses = [], tables = [], transactions = [], routes = [] }: Drawing): ModuleGraph {
  const all = units.map((text, at) => unitOf(text, at, uses));
  const id = (name: string): string => {
    const found = all.find((unit) => unit.name === name);
    if (!found) throw new Error(`${name} is not drawn`);
    return found.id;
  };
  return {
    units: all, edges: uses.map((text, at) => edgeOf(text, at, id)), settings: [], unread: 0,
    tables: tables.map((text, at): TableUse => {
      const [unit = '', verb = '', table = ''] = text.split(' ');
      return { unit: id(unit), table, access: access[verb] ?? 'read', at: { file: `${unit}.java`, line: at + 1 } };
    }),
    transactions: transactions.map((text, at): Transaction => {
      const [, unit = '', method = '', names = ''] = /^(\w+)\.(\w+): (.+)$/.exec(text) ?? [];
      return { unit: id(unit), method, tables: names.split(', '), at: { file: `${unit}.java`, line: at + 1 } };
    }),
    routes: routes.map((text, at): GraphRoute => {
      const [, unit = '', method = '', verb = '', path = ''] = /^(\w+)\.(\w+): (\w+) (\S+)$/.exec(text) ?? [];
      return { unit: id(unit), method, verb, path, at: { file: `${unit}.java`, line: at + 1 } };
    }),
  };
}

function unitOf(text: string, at: number, uses: readonly string[]): GraphUnit {
  const [id = '', role = 'service'] = text.split(': ');
  const name = id.slice(id.lastIndexOf('.') + 1);
  const called = [...new Set(uses.filter((use) => use.includes(`-> ${name}:`)).flatMap((use) => callsOf(use).map(([method]) => method)))];
  return {
    id, name, package: id.slice(0, Math.max(0, id.lastIndexOf('.'))), kind: 'class', role: role as Role, lines: 50, file: `${name}.java`, line: at + 1,
    methods: called.map((method, line) => ({ name: method, isPublic: true, parameters: [{ name: 'id', type: 'long' }], result: 'String', uses: [], inTransaction: false, routes: [], line: line + 1 })),
  };
}

function callsOf(use: string): readonly (readonly [string, number])[] {
  const [, calls = ''] = use.split(': ');
  return calls.split(', ').filter(Boolean).map((call) => {
    const [method = '', times = '1'] = call.split('*');
    return [method, Number(times)] as const;
  });
}

function edgeOf(use: string, at: number, id: (name: string) => string): GraphEdge {
  const [, from = '', to = ''] = /^(\w+) -> (\w+)/.exec(use) ?? [];
  const calls = callsOf(use);
  return { from: id(from), to: id(to), calls: calls.reduce((sum, [, times]) => sum + times, 0), mentions: calls.length > 0 ? 0 : 1, methods: Object.fromEntries(calls), at: { file: `${from}.java`, line: at + 1 } };
}

/** A cut by hand: names of units by name of the part; `library` is the library. */
export function cut(graph: ModuleGraph, parts: Readonly<Record<string, readonly string[]>>): Partition {
  const ids = (names: readonly string[]): readonly string[] => names.map((name) => graph.units.find((unit) => unit.name === name)?.id ?? name);
  return {
    clusters: Object.entries(parts).map(([name, names]) => ({ name, kind: name === 'library' ? 'library' : 'service', units: ids(names), tables: [] })),
    of: Object.fromEntries(Object.entries(parts).flatMap(([name, names]) => ids(names).map((unit) => [unit, name]))),
  };
}
