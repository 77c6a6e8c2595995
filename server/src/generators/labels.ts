import { scalar } from './yaml-scalar.js';

/** Labels by which people and tools find what belongs together; those of tools that own the original are left to it. */
export function keptLabels(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => /^(?:app|name|component|tier|team|part-of|app\.kubernetes\.io\/(?:name|instance|component|part-of))$/.test(key)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same as lines of a manifest. */
export function labelLines(labels: Readonly<Record<string, string>>): readonly string[] {
  const kept = Object.entries(keptLabels(labels));
  return kept.length === 0 ? [] : ['  labels:', ...kept.map(([key, value]) => `    ${key}: ${scalar(value)}`)];
}

/** New values for labels of a selector, so that it picks pods with other labels; none when pods lack one of the keys. */
export function meantLabels(selector: Readonly<Record<string, string>>, pods: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const keys = Object.keys(selector);
  if (keys.some((key) => pods[key] === undefined)) return {};
  return Object.fromEntries(keys.filter((key) => pods[key] !== selector[key]).map((key) => [key, pods[key] ?? '']));
}
