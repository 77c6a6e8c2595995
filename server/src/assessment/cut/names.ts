import type { GraphUnit, ModuleGraph } from '../graph/graph.js';
import { routePrefixes } from './affinity.js';
import { byText } from './partition.js';
import { businessWords, plural, singular } from './words.js';

/** How much a word says about a part, by where it stands. */
const weights = { unit: 1, package: 1, route: 3, table: 3 };

/** Longer ones are several words written together, as names of tables are. */
const readable = 14;

/** A name for each part, unique, told from what it holds: the word of its tables, routes, packages and classes that it has and others have not. */
export function nameClusters(graph: ModuleGraph, parts: readonly (readonly GraphUnit[])[], tables: readonly (readonly string[])[]): readonly string[] {
  const counts = parts.map((units, at) => wordCounts(graph, units, tables[at] ?? []));
  const totals = new Map<string, number>();
  for (const part of counts) for (const [word, count] of part) totals.set(word, (totals.get(word) ?? 0) + count);
  const ranked = counts.map((part) => [...part].map(([word, count]) => ({ word, score: count * Math.sqrt(count / (totals.get(word) ?? count)) })).sort((a, b) => b.score - a.score || byText(a.word, b.word)));
  return unique(ranked, parts);
}

/** How often each word stands for a part, in its singular. */
function wordCounts(graph: ModuleGraph, units: readonly GraphUnit[], tables: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, weight: number): void => businessWords(name).filter((word) => word.length <= readable).forEach((word) => counts.set(singular(word), (counts.get(singular(word)) ?? 0) + weight));
  const held = new Set(units.map(({ id }) => id));
  units.forEach(({ name, package: folder }) => {
    add(name, weights.unit);
    add(folder.split(/[./\\]/).at(-1) ?? '', weights.package);
  });
  const prefixes = routePrefixes(graph.routes);
  new Set(graph.routes.filter(({ unit }) => held.has(unit)).map((route) => prefixes.get(route) ?? '')).forEach((prefix) => add(prefix, weights.route));
  tables.forEach((table) => add(table, weights.table));
  return counts;
}

/** The best word of each that no larger part has taken; then two words, then a number. */
function unique(ranked: readonly (readonly { readonly word: string }[])[], parts: readonly (readonly GraphUnit[])[]): readonly string[] {
  const names: string[] = parts.map(() => '');
  const taken = new Set(['common']);
  const order = parts.map((units, at) => ({ at, size: units.length })).sort((a, b) => b.size - a.size || a.at - b.at);
  for (const { at } of order) {
    const words = (ranked[at] ?? []).slice(0, 3).map(({ word }) => word);
    const [first = 'part', second] = words;
    const choices = [...words.map(plural), ...(second === undefined ? [] : [`${first}-${plural(second)}`])];
    const name = choices.find((choice) => !taken.has(choice)) ?? numbered(plural(first), taken);
    taken.add(name);
    names[at] = name;
  }
  return names;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
