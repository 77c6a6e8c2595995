import type { GraphUnit, Transaction } from './graph.js';
import type { Known } from './names.js';

/** A method of a type, as a key. */
export function methodKey(known: Known, method: string): string {
  return `${known.qualified} ${known.outline.file} ${method}`;
}

/** What a transaction calls further away than this belongs to it no more than all else. */
const deepest = 8;
/** A transaction that reaches more methods tells nothing of any table. */
const most = 2000;

export interface CallsAndTables {
  /** Methods that a method calls, by key. */
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tables that a method touches itself, by key. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
}

function reached(start: string, { calls, tables }: CallsAndTables): readonly string[] {
  const seen = new Set([start]);
  const found = new Set<string>();
  let level = [start];
  for (let depth = 0; depth <= deepest && level.length > 0 && seen.size < most; depth++) {
    const next: string[] = [];
    for (const key of level) {
      for (const table of tables.get(key) ?? []) found.add(table);
      for (const called of calls.get(key) ?? []) {
        if (seen.has(called)) continue;
        seen.add(called);
        next.push(called);
      }
    }
    level = next;
  }
  return [...found].sort();
}

/**
 * Units of work with the tables that they touch. Where nothing in the program is marked, each public method of a service
 * counts as one, because it is configured from outside then.
 */
export function transactionsOf(all: readonly Known[], units: ReadonlyMap<string, GraphUnit>, known: CallsAndTables): readonly Transaction[] {
  // Code that fills a new database or is shared by all says nothing of how the rest is configured.
  const isMarked = all.some(({ id, unit }) => units.get(id)?.role !== 'shared' && unit.methods.some((method) => method.inTransaction));
  const found = new Map<string, Transaction>();
  for (const one of all) {
    for (const method of one.unit.methods) {
      const begins = isMarked || method.inTransaction ? method.inTransaction : method.isPublic && one.unit.kind !== 'interface' && units.get(one.id)?.role === 'service' && method.name !== '<init>';
      const key = `${one.id} ${method.name}`;
      if (!begins || found.has(key)) continue;
      const tables = reached(methodKey(one, method.name), known);
      if (tables.length > 0) found.set(key, { unit: one.id, method: method.name, tables, at: { file: one.outline.file, line: method.line } });
    }
  }
  return [...found.values()].sort((a, b) => (a.unit === b.unit ? (a.method < b.method ? -1 : 1) : a.unit < b.unit ? -1 : 1));
}
