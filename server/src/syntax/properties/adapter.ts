import { Pair, parseLines } from 'dot-properties';
import type { PropertyEntry } from '../../contract/nodes.js';
import type { Adapter, Parsed } from '../adapter.js';
import { reachedBy } from './reached.js';

/** All entries of a properties text, in order. */
export function entriesOf(text: string): readonly PropertyEntry[] {
  return parseLines(text, true).flatMap((line) => {
    if (!(line instanceof Pair) || line.range?.length !== 4) return [];
    const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0]: readonly number[] = line.range;
    return [{ key: line.key, value: line.value, keySpan: { start: keyStart, end: keyEnd }, valueSpan: { start: valueStart, end: valueEnd } }];
  });
}

function parse(text: string, path: string): Parsed<'properties'> {
  let entries: readonly PropertyEntry[] | undefined;
  const all = (): readonly PropertyEntry[] => (entries ??= entriesOf(text));
  return {
    problems: [],
    visit(keys, each) {
      if (keys.has('entry')) for (const entry of all()) each('entry', entry);
    },
    reachedBy: (place) => reachedBy(path, all(), place),
    dispose() {},
  };
}

export const propertiesAdapter: Adapter<'properties'> = { language: 'properties', parse };
