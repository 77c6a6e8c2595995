import type { TextLine } from '../../contract/nodes.js';
import type { Adapter } from '../adapter.js';

/** The lines of a text, in order, the last one also when it is empty. */
export function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length : found;
    const end = next > start && text[next - 1] === '\r' ? next - 1 : next;
    lines.push({ text: text.slice(start, end), start, end });
    start = next + 1;
  }
  return lines;
}

export const linesAdapter: Adapter<'lines'> = {
  language: 'lines',
  parse: (text) => ({
    problems: [],
    visit(keys, each) {
      if (keys.has('file')) each('file', { lines: linesOf(text) });
    },
    dispose() {},
  }),
};
