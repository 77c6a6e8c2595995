import type { Position, Range } from 'vscode-languageserver/node';
import type { Range as TextRange } from '../base/text.js';

/** LSP counts lines and characters from 0, in UTF-16 units as we do. */
export function toRange(range: TextRange): Range {
  return {
    start: { line: range.startLine - 1, character: range.startColumn - 1 },
    end: { line: range.endLine - 1, character: range.endColumn - 1 },
  };
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Whether two ranges share a position; touching ends count, so that a cursor right behind a word is on it. */
export function touches(a: Range, b: Range): boolean {
  return !before(a.end, b.start) && !before(b.end, a.start);
}
