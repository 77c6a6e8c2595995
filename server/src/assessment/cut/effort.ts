import type { Evidence } from '../graph/graph.js';
import type { Statement } from '../statement.js';
import type { Candidate, Effort, Size } from './candidate.js';
import { texts } from './candidate-words.js';
import { listed, shortName } from './short.js';

/** All of a candidate that its effort is told from. */
export type Costs = Pick<Candidate, 'units' | 'lines' | 'tables' | 'inbound' | 'outbound' | 'shared' | 'transactions' | 'references' | 'routes' | 'prefix' | 'signIn'>;

/** What one of each costs, in days of somebody who knows the code: an order of magnitude, for ranking and t-shirt sizes only. */
const days = { class: 0.2, thousandLines: 1, table: 0.5, operation: 0.5, call: 0.5, sharedRead: 1, sharedWrite: 4, transaction: 4, reference: 1, noPrefix: 2, signIn: 10 };

/** Up to so many days; more is XL. */
const sizes: readonly (readonly [Size, number])[] = [['S', 10], ['M', 25], ['L', 60]];

/** Days of work, as a yardstick. What crosses the border weighs most, for that is what fails and cannot be turned back. */
export function daysOf({ units, lines, tables, inbound, outbound, shared, transactions, references, prefix, signIn }: Costs): number {
  const written = shared.filter(({ writers }) => writers.length > 0).length;
  return units.length * days.class + (lines / 1000) * days.thousandLines + tables.length * days.table
    + inbound.length * days.operation + calledOutside(outbound) * days.call
    + written * days.sharedWrite + (shared.length - written) * days.sharedRead
    + transactions.length * days.transaction + references.length * days.reference + (prefix === undefined ? days.noPrefix : 0) + (signIn ? days.signIn : 0);
}

export function calledOutside(outbound: Costs['outbound']): number {
  return outbound.reduce((sum, { methods }) => sum + methods.length, 0);
}

export function effortOf(costs: Costs): Effort {
  const total = daysOf(costs);
  const args = {
    classes: costs.units.length, lines: costs.lines, tables: costs.tables.length, inbound: costs.inbound.length, outbound: calledOutside(costs.outbound),
    shared: costs.shared.length, transactions: costs.transactions.length, references: costs.references.length,
  };
  const evidence = [...costs.shared.flatMap(({ advice }) => advice.evidence), ...costs.transactions.flatMap(({ advice }) => advice.evidence), ...costs.references.map(({ at }) => at)].slice(0, 5);
  return { size: sizes.find(([, upTo]) => total <= upTo)?.[0] ?? 'XL', reason: { text: texts.effort, args, evidence } };
}

/** Why it is easy. */
export function reasonsOf({ tables, inbound, shared, transactions, prefix, routes }: Costs): readonly Statement[] {
  const own = tables.filter(({ table }) => !shared.some((each) => each.table === table));
  const at = tables.map((each) => each.at).slice(0, 3);
  return [
    ...(own.length > 0 ? [{ text: texts.ownTables, args: { tables: own.map(({ table }) => table).join(', ') }, evidence: own.map((each) => each.at).slice(0, 3) }] : []),
    ...(tables.length > 0 && !writtenOutside(shared, tables) ? [{ text: texts.noWriters, args: {}, evidence: at }] : []),
    ...(transactions.length === 0 ? [{ text: texts.noTransactions, args: {}, evidence: at }] : []),
    ...(inbound.length === 0 ? [{ text: texts.noInbound, args: {}, evidence: at }] : []),
    ...(inbound.length > 0 && inbound.length <= 5 ? [{ text: texts.fewInbound, args: { count: inbound.length, what: inbound.map(({ unit, method }) => `${shortName(unit)}.${method}`).join(', ') }, evidence: inbound.map((each) => each.at) }] : []),
    ...(prefix === undefined ? [] : [{ text: texts.ownPrefix, args: { prefix }, evidence: routes.map((each) => each.at).slice(0, 3) }]),
  ];
}

const writtenOutside = (shared: Costs['shared'], tables: Costs['tables']): boolean => outsideWriters(shared, tables).length > 0;

function outsideWriters(shared: Costs['shared'], tables: Costs['tables']): readonly string[] {
  return [...new Set(shared.filter(({ table }) => tables.some((kept) => kept.table === table)).flatMap(({ writers }) => writers))];
}

function referencesText(references: Costs['references']): string {
  const pairs = references.slice(0, 3).map(({ from, to }) => `${shortName(from)} → ${shortName(to)}`).join(', ');
  return references.length > 3 ? `${pairs} (+${references.length - 3})` : pairs;
}

/** What stays risky. */
export function risksOf({ tables, inbound, outbound, shared, transactions, references, prefix, routes, signIn }: Costs, partOf: (unit: string) => string | undefined): readonly Statement[] {
  const writers = outsideWriters(shared, tables);
  const callers = new Set(inbound.flatMap((each) => each.callers.map(partOf)));
  const parts = [...new Set(outbound.map(({ part }) => part))].sort();
  const mutual = parts.filter((part) => callers.has(part));
  const some = (isSo: boolean, text: Statement['text'], args: Statement['args'], evidence: readonly Evidence[]): readonly Statement[] => (isSo ? [{ text, args, evidence: evidence.slice(0, 5) }] : []);
  return [
    ...some(writers.length > 0, texts.writersRemain, { who: listed(writers) }, shared.flatMap(({ advice }) => advice.evidence)),
    ...some(transactions.length > 0, texts.transactionsCut, { count: transactions.length }, transactions.map(({ transaction }) => transaction.at)),
    ...some(references.length > 0, texts.referencesCut, { count: references.length, what: referencesText(references) }, references.map(({ at }) => at)),
    ...some(signIn !== undefined, texts.signsIn, {}, signIn ? [signIn] : []),
    ...some(mutual.length > 0, texts.callsBack, { parts: mutual.join(', ') }, outbound.filter(({ part }) => mutual.includes(part)).map(({ at }) => at)),
    ...some(outbound.length > 0, texts.callsOut, { count: calledOutside(outbound), parts: parts.join(', ') }, outbound.map(({ at }) => at)),
    ...some(routes.length > 0 && prefix === undefined, texts.noPrefix, { count: routes.length }, routes.map(({ at }) => at)),
    ...some(routes.length === 0, texts.noRoutes, { count: inbound.length }, inbound.map(({ at }) => at)),
  ];
}
