import type { ModuleGraph, TableUse, Transaction } from '../graph/graph.js';
import { groups } from './affinity.js';
import type { CutTransaction, SharedTable, Sharing } from './candidate.js';
import { texts } from './candidate-words.js';
import { byText, type Cluster, type Partition } from './partition.js';
import { isQuestion } from './questions.js';
import { listed, shortName } from './short.js';

/** Up to so many readers ask the keeper; for more, or for joins of many, a copy is worth its upkeep. */
const fewReaders = 2;

/** Tables that are used on both sides of a part's border: who keeps each, and how the other side gets its data. */
export function sharedTables(graph: ModuleGraph, partition: Partition, part: Cluster): readonly SharedTable[] {
  const isIn = ({ unit }: TableUse): boolean => partition.of[unit] === part.name;
  return [...groups(graph.tables, ({ table }) => table)].flatMap(([table, uses]): readonly SharedTable[] => {
    const inside = uses.filter(isIn);
    const outside = uses.filter((use) => !isIn(use));
    if (inside.length === 0 || outside.length === 0) return [];
    const isKept = part.tables.includes(table);
    const keeper = partition.clusters.find(({ tables }) => tables.includes(table))?.name ?? 'common';
    const others = isKept ? outside : inside;
    const writers = unitsOf(others.filter(({ access }) => access !== 'read'));
    const readers = unitsOf(others).filter((unit) => !writers.includes(unit));
    const way = sharing(writers, readers);
    const how = isKept && way === 'event' ? 'api' : way;
    const text = (isKept ? texts.keeps : texts.gives)[way];
    return [{ table, keeper, how, writers, readers, advice: { text, args: { table, keeper, who: listed(writers.length > 0 ? writers : readers) }, evidence: others.map(({ at }) => at).slice(0, 5) } }];
  });
}

function sharing(writers: readonly string[], readers: readonly string[]): Sharing {
  if (writers.length > 0) return 'event';
  return readers.length > fewReaders ? 'replica' : 'api';
}

const unitsOf = (uses: readonly TableUse[]): readonly string[] => [...new Set(uses.map(({ unit }) => unit))].sort(byText);

/**
 * Transactions that touch tables of both sides once the part has a database of its own. A table that nothing writes needs
 * none, for it is read from a copy as well, and what only asks is told with the tables that it reads.
 */
export function cutTransactions(graph: ModuleGraph, partition: Partition, part: Cluster): readonly CutTransaction[] {
  const written = new Set(graph.tables.filter(({ access }) => access === 'write').map(({ table }) => table));
  const kept = new Set(partition.clusters.flatMap(({ tables }) => tables).filter((table) => written.has(table)));
  return graph.transactions.flatMap((transaction): readonly CutTransaction[] => {
    const moving = transaction.tables.filter((table) => kept.has(table) && part.tables.includes(table));
    const staying = transaction.tables.filter((table) => kept.has(table) && !part.tables.includes(table));
    return moving.length > 0 && staying.length > 0 && !isQuestion(transaction.method) ? [{ transaction, moving, staying, advice: adviceOn(transaction, moving, staying, partition.of[transaction.unit] === part.name) }] : [];
  });
}

function adviceOn({ unit, method, at }: Transaction, moving: readonly string[], staying: readonly string[], isInside: boolean): CutTransaction['advice'] {
  const args = { where: `${shortName(unit)}.${method}`, moving: moving.join(', '), staying: staying.join(', ') };
  return { text: isInside ? texts.outbox : texts.saga, args, evidence: [at] };
}
