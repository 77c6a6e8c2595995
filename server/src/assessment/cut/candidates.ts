import type { Evidence, GraphRoute, ModuleGraph } from '../graph/graph.js';
import { borderOf, type Border } from './border.js';
import type { Candidate, Extraction } from './candidate.js';
import { daysOf, effortOf, reasonsOf, risksOf, type Costs } from './effort.js';
import { noneLeft, noPilot, refusalOf } from './pilots.js';
import { byText, type Cluster, type Partition } from './partition.js';
import { cutTransactions, sharedTables } from './shared-data.js';
import { wordsOf } from './words.js';

/** Which parts of a cut could be split off first, easiest first; none is forced where none fits. */
export function extract(graph: ModuleGraph, partition: Partition): Extraction {
  const refusal = refusalOf(graph, partition);
  if (refusal) return { candidates: [], refusal, passedOver: [] };
  const looked = partition.clusters.filter(({ kind }) => kind === 'service').map((part) => {
    const border = borderOf(graph, partition, part);
    return { part, border, reason: noPilot(graph, partition, part, border) };
  });
  const passedOver = looked.flatMap(({ part: { name }, reason }) => (reason ? [{ name, reason }] : []));
  const candidates = looked.filter(({ reason }) => !reason).map(({ part, border }) => candidateOf(graph, partition, part, border))
    .sort((a, b) => daysOf(a) - daysOf(b) || byText(a.name, b.name));
  return { candidates, passedOver, ...(candidates.length === 0 ? { refusal: noneLeft(partition) } : {}) };
}

function candidateOf(graph: ModuleGraph, partition: Partition, part: Cluster, { inbound, outbound, references }: Border): Candidate {
  const isIn = (unit: string): boolean => partition.of[unit] === part.name;
  const routes = graph.routes.filter(({ unit }) => isIn(unit));
  const prefix = ownPrefix(routes, graph.routes.filter(({ unit }) => !isIn(unit)));
  const signIn = signInOf(graph, routes, isIn);
  const costs: Costs = {
    units: part.units, lines: graph.units.filter(({ id }) => isIn(id)).reduce((sum, { lines }) => sum + lines, 0),
    tables: part.tables.map((table) => ({ table, at: firstUse(graph, table, isIn) })), routes, inbound, outbound, references,
    shared: sharedTables(graph, partition, part), transactions: cutTransactions(graph, partition, part), ...(prefix === undefined ? {} : { prefix }), ...(signIn ? { signIn } : {}),
  };
  return { name: part.name, ...costs, reasons: reasonsOf(costs), risks: risksOf(costs, (unit) => partition.of[unit]), effort: effortOf(costs) };
}

const signingIn = /(?:log|sign)[-_]?(?:in|on)\b|authenticate|passport/i;

/** A route or a class that signs users in. */
function signInOf(graph: ModuleGraph, routes: readonly GraphRoute[], isIn: (unit: string) => boolean): Evidence | undefined {
  const unit = graph.units.find(({ id, name }) => isIn(id) && signingIn.test(wordsOf(name).join(' ')));
  return routes.find(({ path }) => signingIn.test(path))?.at ?? (unit ? { file: unit.file, line: unit.line } : undefined);
}

/** Where a table is named: in what owns it rather than in what reads it, inside rather than outside. */
function firstUse(graph: ModuleGraph, table: string, isIn: (unit: string) => boolean): Evidence {
  const uses = graph.tables.filter((use) => use.table === table);
  const rank = (use: (typeof uses)[number]): number => (isIn(use.unit) ? 0 : 3) + ['owns', 'write', 'read'].indexOf(use.access);
  return [...uses].sort((a, b) => rank(a) - rank(b))[0]?.at ?? { file: '', line: 1 };
}

/** The longest path that all routes of a part begin with, if it is not `/` and none of another part begins with it. */
function ownPrefix(own: readonly GraphRoute[], others: readonly GraphRoute[]): string | undefined {
  const parts = (path: string): readonly string[] => path.split('/').filter(Boolean);
  const [first, ...rest] = own.map(({ path }) => parts(path));
  if (!first) return undefined;
  const apart = first.findIndex((part, at) => /[{:*<]/.test(part) || rest.some((path) => path[at] !== part));
  const common = apart < 0 ? first : first.slice(0, apart);
  const isTaken = others.some(({ path }) => common.every((part, at) => parts(path)[at] === part));
  return common.length === 0 || isTaken ? undefined : `/${common.join('/')}`;
}
