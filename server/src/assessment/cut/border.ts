import type { GraphEdge, GraphUnit, ModuleGraph } from '../graph/graph.js';
import { groups, storedUnits } from './affinity.js';
import type { Operation, Outbound, Reference } from './candidate.js';
import { byText, type Cluster, type Partition } from './partition.js';

/** What crosses the border of a part. */
export interface Border {
  readonly inbound: readonly Operation[];
  readonly outbound: readonly Outbound[];
  readonly references: readonly Reference[];
  /** Share of the calls of its units, both ways, that crosses: 0 to 1. */
  readonly crossing: number;
}

/** Methods that only hand out or take a field: an object that moves as data brings them along. */
const accessor = /^(?:get|set|is|has|with|equals|hashCode|toString|builder|of$)/;

/** The library is on both sides: calls to it cross nothing, while calls from it reach in. */
export function borderOf(graph: ModuleGraph, partition: Partition, part: Cluster): Border {
  const units = new Map(graph.units.map((unit) => [unit.id, unit] as const));
  const libraries = new Set(partition.clusters.filter(({ kind }) => kind === 'library').map(({ name }) => name));
  const isIn = (id: string): boolean => partition.of[id] === part.name;
  const into = graph.edges.filter(({ from, to }) => isIn(to) && !isIn(from));
  const out = graph.edges.filter(({ from, to }) => isIn(from) && !isIn(to) && !libraries.has(partition.of[to] ?? ''));
  const stored = storedUnits(graph);
  const isCall = (edge: GraphEdge, method: string): boolean => units.get(edge.to)?.role !== 'data' || (stored.has(edge.to) && !accessor.test(method));
  const inbound = operations(into, units, isCall);
  const outbound = outboundOf(out, partition, isCall);
  const inside = graph.edges.filter(({ from, to }) => from !== to && isIn(from) && isIn(to)).length;
  const across = into.filter(({ calls }) => calls > 0).length + out.filter(({ calls }) => calls > 0).length;
  return { inbound, outbound, references: references([...into, ...out], stored), crossing: across === 0 ? 0 : across / (across + inside) };
}

/** Whether calling a method crosses the border as a request. Data is copied, so that of data only what stored objects do counts, and no mere fields. */
type IsCall = (edge: GraphEdge, method: string) => boolean;

const calledMethods = (edge: GraphEdge, isCall: IsCall): readonly string[] => Object.keys(edge.methods).filter((method) => isCall(edge, method)).sort(byText);


function operations(into: readonly GraphEdge[], units: ReadonlyMap<string, GraphUnit>, isCall: IsCall): readonly Operation[] {
  const called = into.flatMap((edge) => calledMethods(edge, isCall).map((method) => ({ edge, method })));
  return [...groups(called, ({ edge, method }) => `${edge.to} ${method}`).values()].flatMap((calls): readonly Operation[] => {
    const [first] = calls;
    if (!first) return [];
    const { edge: { to: unit, at }, method } = first;
    const declared = units.get(unit)?.methods.find(({ name }) => name === method);
    return [{
      unit, method, callers: [...new Set(calls.map(({ edge }) => edge.from))].sort(byText), at,
      ...(declared ? { parameters: declared.parameters } : {}), ...(declared?.result === undefined ? {} : { result: declared.result }),
    }];
  });
}

function outboundOf(out: readonly GraphEdge[], partition: Partition, isCall: IsCall): readonly Outbound[] {
  const calling = out.map((edge) => ({ edge, methods: calledMethods(edge, isCall) })).filter(({ methods }) => methods.length > 0);
  return [...groups(calling, ({ edge }) => edge.to)].flatMap(([unit, calls]): readonly Outbound[] => calls.slice(0, 1).map(({ edge: { at } }) => ({
    unit, part: partition.of[unit] ?? '', at,
    methods: [...new Set(calls.flatMap(({ methods }) => methods))].sort(byText), callers: [...new Set(calls.map(({ edge }) => edge.from))].sort(byText),
  })));
}

function references(edges: readonly GraphEdge[], stored: ReadonlySet<string>): readonly Reference[] {
  return edges.filter(({ from, to }) => stored.has(from) && stored.has(to)).map(({ from, to, at }) => ({ from, to, at }));
}
