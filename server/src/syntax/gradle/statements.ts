import type { Span } from '../../base/text.js';
import type { GradleBlock } from '../../contract/nodes.js';

/** One statement of a script: its text up to a line end or `{`, with the string literals in it. */
export interface Statement extends Span {
  readonly head: string;
  readonly strings: readonly { readonly value: string; readonly span: Span }[];
  /** Blocks around it, outermost first. */
  readonly blocks: readonly GradleBlock[];
}

/** A block whose end is set when its brace closes; statements inside it share the object. */
type Building = { name: string; start: number; end: number; body: { start: number; end: number } };

/** Skips a comment at `at`; returns the offset behind it, or `at` when there is none. */
function skipComment(text: string, at: number): number {
  if (text.startsWith('//', at) || text.startsWith('#!', at)) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  return at;
}

/** The string literal at `at`: its content span and the offset behind it. An unclosed one ends with its line. */
function stringAt(text: string, at: number): { readonly span: Span; readonly next: number } | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const triple = quote.repeat(3);
  if (text.startsWith(triple, at)) {
    const end = text.indexOf(triple, at + 3);
    return { span: { start: at + 3, end: end < 0 ? text.length : end }, next: end < 0 ? text.length : end + 3 };
  }
  let i = at + 1;
  while (i < text.length && text[i] !== quote && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1;
  return { span: { start: at + 1, end: Math.min(i, text.length) }, next: Math.min(text[i] === quote ? i + 1 : i, text.length) };
}

class Reader {
  readonly statements: Statement[] = [];
  readonly blocks: Building[] = [];
  private readonly open: Building[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  run(): void {
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      const behind = skipComment(this.text, this.at);
      if (behind > this.at) this.at = behind;
      else if (c === '}') this.close(this.at++);
      else if (c === '{') this.begin('', this.at);
      else if (/[\s;)\],]/.test(c)) this.at++;
      else this.statement();
    }
    while (this.open.length > 0) this.close(this.text.length);
  }

  private begin(name: string, start: number): void {
    this.at++;
    const { length } = this.text;
    const block: Building = { name, start, end: length, body: { start: this.at, end: length } };
    this.open.push(block);
    this.blocks.push(block);
  }

  private close(end: number): void {
    const block = this.open.pop();
    if (!block) return;
    block.end = Math.min(end + 1, this.text.length);
    block.body.end = end;
  }

  private statement(): void {
    const start = this.at;
    const strings: { value: string; span: Span }[] = [];
    let depth = 0;
    let end = start;
    while (this.at < this.text.length) {
      const c = this.text[this.at] ?? '';
      const behind = skipComment(this.text, this.at);
      if (behind > this.at) {
        this.at = behind;
        continue;
      }
      const literal = stringAt(this.text, this.at);
      if (literal) {
        strings.push({ value: this.text.slice(literal.span.start, literal.span.end), span: literal.span });
        this.at = literal.next;
        end = this.at;
        continue;
      }
      if (c === '(' || c === '[') depth++;
      else if (c === ')' || c === ']') depth = Math.max(0, depth - 1);
      else if (c === '{' || c === '}' || c === ';') break;
      else if (c === '\n' && depth === 0 && !/[,=]\s*$/.test(this.text.slice(start, end))) break;
      this.at++;
      if (!/\s/.test(c)) end = this.at;
    }
    const head = this.text.slice(start, end);
    this.statements.push({ head, strings, start, end, blocks: [...this.open] });
    if (this.text[this.at] === '{') this.begin(blockName(head), start);
  }
}

/** `tasks.named("bootJar")` → `bootJar`; `jar` → `jar`; `dependencies` → `dependencies`. */
function blockName(head: string): string {
  const named = /\b(?:named|register|create|withType|configure|getByName)\s*(?:<(\w+)>|\(\s*["']?([\w.]+))/.exec(head);
  return named?.[1] ?? named?.[2] ?? /^[\w.]+/.exec(head)?.[0] ?? '';
}

/** Splits a script into statements and blocks. Linear in the text but for the head of each statement. */
export function readStatements(text: string): { readonly statements: readonly Statement[]; readonly blocks: readonly GradleBlock[] } {
  const reader = new Reader(text);
  reader.run();
  return { statements: reader.statements, blocks: reader.blocks };
}
