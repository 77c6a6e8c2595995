import { Pair, parseLines } from 'dot-properties';
import type { PropertyEntry } from '../../contract/nodes.js';
import type { Adapter, Parsed } from '../adapter.js';

/** All entries of a properties text, in order. */
export function entriesOf(text: string): readonly PropertyEntry[] {
  return parseLines(text, true).flatMap((line) => {
    if (!(line instanceof Pair) || line.range?.length !== 4) return [];
    const [keyStart = 0, keyEnd = 0, valueStart = 0, valueEnd = 0]: readonly number[] = line.range;
    return [{ key: line.key, value: line.value, keySpan: { start: keyStart, end: keyEnd }, valueSpan: { start: valueStart, end: valueEnd } }];
  });
}

function parse(text: string): Parsed<'properties'> {
  return {
    problems: [],
    visit(keys, each) {
      if (keys.has('entry')) for (const entry of entriesOf(text)) each('entry', entry);
    },
    dispose() {},
  };
}

export const propertiesAdapter: Adapter<'properties'> = { language: 'properties', parse };
