/** Half-open range of UTF-16 offsets into a decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with its 1-based lines and columns (columns count UTF-16 units; the end is exclusive). */
export interface Range extends Span {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Offsets at which the lines of a text begin; `\n`, `\r\n` and a lone `\r` end a line. */
export class LineMap {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  /** 1-based line and column of an offset; offsets beyond the text are clamped. */
  position(offset: number): { line: number; column: number } {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.starts[low] ?? 0) + 1 };
  }

  range(span: Span): Range {
    const from = this.position(span.start);
    const to = this.position(span.end);
    return { start: span.start, end: span.end, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }

  /** Offset of a 0-based line and character, as LSP and dockerfile-ast count; clamped to the text. */
  offset(line: number, character: number): number {
    const start = this.starts[Math.max(0, line)];
    return start === undefined ? this.text.length : Math.min(start + character, this.text.length);
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The text of a 1-based line without its line end; empty beyond the text. */
  lineText(line: number): string {
    const start = this.starts[line - 1];
    if (start === undefined) return '';
    const end = this.starts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}

/** The line end that a text uses (that of its first line), so that inserted lines match it. */
export function lineEnding(text: string): '\r\n' | '\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
}

/** A piece of code on one line for a message: white space is folded, and what is longer than 60 characters ends in an ellipsis. */
export function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
