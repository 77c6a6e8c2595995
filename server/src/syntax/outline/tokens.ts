/** What a token is: the code of its character for punctuation, or one of these. */
export const kind = { end: 0, name: 1, text: 2, number: 3, other: 255 } as const;

/** How a language writes what has no meaning for structure. */
export interface Dialect {
  readonly lineComment: '//' | '#';
  readonly blockComments: boolean;
  /** Lines for a preprocessor, which begin with `#`. */
  readonly preprocessed?: boolean;
  /** Ends a text that begins at `start`, or returns -1 where none begins there. */
  textEnd(text: string, start: number, before: Tokens): number;
  /** Templates with code between `${` and `}`. */
  readonly templates: boolean;
}

const isNamePart = new Uint8Array(128);
for (let code = 0; code < 128; code++) isNamePart[code] = /[\w$]/.test(String.fromCharCode(code)) ? 1 : 0;

/** Whether a character can be part of a name; letters of all scripts are, and blanks of other scripts are not told apart from spaces. */
function inName(code: number): boolean {
  return code < 128 ? isNamePart[code] === 1 : code !== 0xa0 && code !== 0x3000 && code !== 0xfeff;
}

const closers: Readonly<Record<number, number>> = { 41: 40, 93: 91, 125: 123 };

/** Arrays of numbers for the tokens of one text after the other: making them anew for every file takes longer than filling them. */
class Columns {
  kinds: Uint8Array = new Uint8Array(1 << 14);
  starts: Int32Array = new Int32Array(1 << 14);
  ends: Int32Array = new Int32Array(1 << 14);
  lines: Int32Array = new Int32Array(1 << 14);
  partners: Int32Array = new Int32Array(1 << 14);

  grow(): void {
    const larger = (old: Int32Array): Int32Array => {
      const made = new Int32Array(old.length * 2);
      made.set(old);
      return made;
    };
    const kinds = new Uint8Array(this.kinds.length * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.starts = larger(this.starts);
    this.ends = larger(this.ends);
    this.lines = larger(this.lines);
    this.partners = larger(this.partners);
  }
}

const shared = new Columns();

/** The tokens of a text. All share their memory, so that only those of the text that was cut last may be asked. */
export class Tokens {
  count = 0;
  private kinds: Uint8Array = shared.kinds;
  private starts: Int32Array = shared.starts;
  private ends: Int32Array = shared.ends;
  private lines: Int32Array = shared.lines;
  /** For each bracket the index of its partner; for one that nothing closes the number of tokens. */
  private partners: Int32Array = shared.partners;
  private readonly open: number[] = [];

  constructor(readonly text: string) {}

  private grow(): void {
    shared.grow();
    this.kinds = shared.kinds;
    this.starts = shared.starts;
    this.ends = shared.ends;
    this.lines = shared.lines;
    this.partners = shared.partners;
  }

  add(code: number, start: number, end: number, line: number): void {
    if (this.count + 1 >= this.kinds.length) this.grow();
    const at = this.count++;
    this.kinds[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
    this.lines[at] = line;
    this.partners[at] = 0;
    if (code === 40 || code === 91 || code === 123) this.open.push(at);
    else if (code === 41 || code === 93 || code === 125) this.close(at, closers[code] ?? 0);
  }

  /** A closer ends what stands open inside as well; one that nothing opened is its own partner. */
  private close(at: number, opener: number): void {
    this.partners[at] = at;
    let found = this.open.length - 1;
    // Only a brace is trusted to end what others left open: a stray parenthesis must not end a class.
    while (found >= 0 && this.kinds[this.open[found] ?? 0] !== opener) {
      if (opener !== 123) return;
      found--;
    }
    if (found < 0) return;
    while (this.open.length > found + 1) this.partners[this.open.pop() ?? 0] = at;
    const begin = this.open.pop() ?? 0;
    this.partners[begin] = at;
    this.partners[at] = begin;
  }

  finish(): void {
    for (const at of this.open) this.partners[at] = this.count;
    this.open.length = 0;
  }

  kind(at: number): number {
    return at >= 0 && at < this.count ? (this.kinds[at] ?? 0) : 0;
  }

  /** Whether the token is this punctuation. */
  is(at: number, mark: string): boolean {
    return this.kind(at) === mark.charCodeAt(0);
  }

  isName(at: number): boolean {
    return this.kind(at) === kind.name;
  }

  /** The token as it is written; '' beyond the end. */
  word(at: number): string {
    return at >= 0 && at < this.count ? this.text.slice(this.starts[at], this.ends[at]) : '';
  }

  /** First character of a token; 0 beyond the end. */
  first(at: number): number {
    return at >= 0 && at < this.count ? this.text.charCodeAt(this.starts[at] ?? 0) : 0;
  }

  start(at: number): number {
    return at < this.count ? (this.starts[at] ?? 0) : this.text.length;
  }

  end(at: number): number {
    return at < this.count ? (this.ends[at] ?? 0) : this.text.length;
  }

  line(at: number): number {
    return this.lines[Math.min(at, this.count - 1)] ?? 1;
  }

  /** Index of the bracket that belongs to this one. */
  partner(at: number): number {
    return this.partners[at] ?? this.count;
  }

  /** Whether two tokens stand together, as the parts of `->` do. */
  isPair(at: number, pair: string): boolean {
    return this.is(at, pair[0] ?? '') && this.is(at + 1, pair[1] ?? '') && this.starts[at + 1] === this.ends[at];
  }

  /** Lines on which tokens of the range stand. */
  linesBetween(from: number, to: number): number {
    let lines = 0;
    for (let at = from, last = 0; at < to && at < this.count; at++) {
      const line = this.lines[at] ?? 0;
      if (line !== last) lines++;
      last = line;
    }
    return lines;
  }
}

/** Cuts a text into names, texts, numbers and punctuation; comments are left out. It takes time in proportion to the text. */
export function tokenize(text: string, dialect: Dialect): Tokens {
  const tokens = new Tokens(text);
  /** Depths of braces at which templates go on. */
  const templates: number[] = [];
  let depth = 0;
  let line = 1;
  const skip = (from: number, to: number): number => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) line++;
    return to;
  };
  const template = (start: number): number => {
    const end = templateEnd(text, start);
    tokens.add(kind.text, start - 1, end.at, line);
    if (end.opens) templates.push(depth);
    return skip(start, end.opens ? end.at + 2 : end.at);
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 10) line++;
    if (code <= 32) {
      at++;
      continue;
    }
    const comment = commentEnd(text, at, code, dialect);
    if (comment > 0) {
      at = skip(at, comment);
      continue;
    }
    const end = dialect.textEnd(text, at, tokens);
    if (end > 0) {
      tokens.add(kind.text, at, end, line);
      at = skip(at, end);
    } else if (dialect.templates && code === 96) at = template(at + 1);
    else if (dialect.templates && code === 125 && templates.at(-1) === depth) {
      templates.pop();
      at = template(at + 1);
    } else if (inName(code)) {
      let stop = at + 1;
      while (stop < text.length && inName(text.charCodeAt(stop))) stop++;
      tokens.add(code >= 48 && code <= 57 ? kind.number : kind.name, at, stop, line);
      at = stop;
    } else {
      if (code === 123) depth++;
      if (code === 125) depth--;
      tokens.add(code < 128 ? code : kind.other, at, at + 1, line);
      at++;
    }
  }
  tokens.finish();
  return tokens;
}

/** End of a comment that begins here; 0 where none does. */
function commentEnd(text: string, at: number, code: number, dialect: Dialect): number {
  const isLine = dialect.lineComment === '#' || (dialect.preprocessed === true && code === 35) ? code === 35 : code === 47 && text.charCodeAt(at + 1) === 47;
  if (isLine) return lineEnd(text, at);
  if (!dialect.blockComments || code !== 47 || text.charCodeAt(at + 1) !== 42) return 0;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the text of a template ends that goes on at `start`: behind its quote, or before the code that it holds. */
function templateEnd(text: string, start: number): { readonly at: number; readonly opens: boolean } {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 96) return { at: at + 1, opens: false };
    else if (code === 36 && text.charCodeAt(at + 1) === 123) return { at, opens: true };
  }
  return { at: text.length, opens: false };
}

/** End of a text in quotes with escapes, at the latest at the end of its line. */
export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 10) return at;
    if (code === 92) at++;
  }
  return text.length;
}

/** End of a text that three quotes begin and end. */
export function longTextEnd(text: string, start: number): number {
  const quotes = text.slice(start, start + 3);
  for (let end = text.indexOf(quotes, start + 3); end >= 0; end = text.indexOf(quotes, end + 1)) {
    if (text.charCodeAt(end - 1) !== 92) return end + 3;
  }
  return text.length;
}

/** What a text says: without its quotes and with the usual escapes replaced. */
export function saidBy(token: string): string {
  const written = /^[@$\w]/.test(token) ? token.replace(/^[@$\w]+(?=["'])/, '') : token;
  const long = /^"""|^'''/.test(written);
  const inner = long ? written.slice(3, /(?:"""|''')$/.test(written) ? -3 : undefined) : written.slice(1, /["'`]$/.test(written) && written.length > 1 ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\([\s\S])/g, (_, sign: string) => (/[nrt\r\n]/.test(sign) ? ' ' : sign)) : inner;
}
