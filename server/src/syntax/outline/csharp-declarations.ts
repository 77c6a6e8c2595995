import { behindArguments, find, listed, typeAt, type Declared, type Mark, type Parameter, type Part } from './java-declarations.js';
import { kind, longTextEnd, quotedEnd, type Dialect, type Tokens } from './tokens.js';

/** End of a text in which a quote is written twice. */
function verbatimEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== 34) continue;
    if (text.charCodeAt(at + 1) !== 34) return at + 1;
    at++;
  }
  return text.length;
}

export const csharpDialect: Dialect = {
  lineComment: '//', blockComments: true, preprocessed: true, templates: false,
  textEnd(text, start) {
    const code = text.charCodeAt(start);
    if (code === 39) return quotedEnd(text, start);
    if (code === 34) return text.startsWith('"""', start) ? longTextEnd(text, start) : quotedEnd(text, start);
    if (code !== 64 && code !== 36) return -1;
    const quote = text.indexOf('"', start);
    const before = quote < 0 || quote > start + 3 ? '' : text.slice(start, quote);
    if (!/^[@$]+$/.test(before)) return -1;
    if (text.startsWith('"""', quote)) return longTextEnd(text, quote);
    return before.includes('@') ? verbatimEnd(text, quote) : quotedEnd(text, quote);
  },
};

const modifiers = new Set(['public', 'protected', 'private', 'internal', 'static', 'sealed', 'abstract', 'partial', 'readonly', 'override', 'virtual', 'async', 'new', 'extern', 'unsafe', 'const', 'required', 'volatile', 'file', 'event', 'ref', 'implicit', 'explicit']);
const kinds: Readonly<Record<string, Declared['kind']>> = { class: 'class', struct: 'class', interface: 'interface', enum: 'enum', record: 'record' };
const deepest = 40;

/** Reads what types a file of C# declares. */
export class CsharpReader {
  readonly types: Declared[] = [];
  readonly usings: string[] = [];
  readonly aliases: Record<string, string> = {};
  /** Statements outside of types, which make the program of the file. */
  readonly statements: Part[] = [];
  namespace = '';

  constructor(private readonly tokens: Tokens) {}

  read(from: number, to: number, within: Declared | undefined, depth = 0): void {
    for (let at = from; at < to && depth < deepest; ) at = Math.max(at + 1, this.declaration(at, to, within, depth));
  }

  private declaration(from: number, to: number, within: Declared | undefined, depth: number): number {
    const { tokens } = this;
    const marks: Mark[] = [];
    const words = new Set<string>();
    let at = from;
    for (;;) {
      if (tokens.is(at, '[')) {
        marks.push(...this.attributes(at));
        at = tokens.partner(at) + 1;
      } else if (tokens.isName(at) && modifiers.has(tokens.word(at)) && !tokens.is(at + 1, '(')) words.add(tokens.word(at++));
      else break;
    }
    const word = tokens.word(at);
    if (!within && (word === 'using' || word === 'global')) return this.using(at, to);
    if (word === 'namespace') return this.inNamespace(at, to, depth);
    if (word === 'delegate') return find(tokens, at, to, ';') + 1;
    const record = word === 'record' && /^(?:class|struct)$/.test(tokens.word(at + 1)) ? 1 : 0;
    const declares = kinds[word];
    if (declares && tokens.isName(at + 1 + record)) return this.type(at + record, to, declares, marks, within, depth);
    if (!within) return this.statement(at, to);
    return this.member(at, to, within, marks, words);
  }

  private statement(at: number, to: number): number {
    const end = Math.min(find(this.tokens, at, to, ';'), to);
    if (end > at) this.statements.push({ from: at, to: end + 1 });
    return end + 1;
  }

  private using(at: number, to: number): number {
    const { tokens } = this;
    const end = find(tokens, at, to, ';');
    const begin = tokens.word(at) === 'global' ? at + 2 : at + 1;
    // `using (var x = …)` and `using var x = …` are statements.
    if (!tokens.isName(begin) || tokens.word(begin) === 'var') return this.statement(at, to);
    const first = tokens.word(begin) === 'static' ? begin + 1 : begin;
    const path = end - first > 60 ? '' : tokens.text.slice(tokens.start(first), tokens.start(end)).replace(/\s+/g, '');
    const alias = /^(\w+)=([\w.]+)$/.exec(path);
    if (alias) this.aliases[alias[1] ?? ''] = alias[2] ?? '';
    else if (/^[\w.]+$/.test(path)) this.usings.push(path);
    return end + 1;
  }

  private inNamespace(at: number, to: number, depth: number): number {
    const { tokens } = this;
    let next = at + 1;
    while (next < to && (tokens.isName(next) || tokens.is(next, '.'))) next++;
    if (this.namespace === '') this.namespace = tokens.text.slice(tokens.start(at + 1), tokens.end(next - 1)).replace(/\s+/g, '');
    if (!tokens.is(next, '{')) return next + 1;
    this.read(next + 1, Math.min(tokens.partner(next), to), undefined, depth + 1);
    return tokens.partner(next) + 1;
  }

  /** Attributes between brackets: `[Table("loan"), Serializable]`. */
  private attributes(open: number): readonly Mark[] {
    const { tokens } = this;
    return listed(tokens, { from: open + 1, to: tokens.partner(open) }).flatMap(({ from, to }) => {
      let name = tokens.is(from + 1, ':') ? from + 2 : from;
      while (tokens.is(name + 1, '.')) name += 2;
      if (!tokens.isName(name)) return [];
      const hasArguments = tokens.is(name + 1, '(');
      return [{ name: tokens.word(name).replace(/Attribute$/, ''), from: hasArguments ? name + 2 : to, to: hasArguments ? tokens.partner(name + 1) : to }];
    });
  }

  private type(at: number, to: number, declares: Declared['kind'], marks: readonly Mark[], within: Declared | undefined, depth: number): number {
    const { tokens } = this;
    let next = at + 2;
    if (tokens.is(next, '<')) next = Math.max(next, behindArguments(tokens, next));
    const components = tokens.is(next, '(') ? next : -1;
    if (components >= 0) next = tokens.partner(next) + 1;
    const above: string[] = [];
    let isAbove = true;
    while (next < to && !tokens.is(next, '{') && !tokens.is(next, ';')) {
      if (tokens.word(next) === 'where') isAbove = false;
      const type = isAbove && tokens.isName(next) ? typeAt(tokens, next) : undefined;
      if (type) above.push(type.type);
      next = type ? type.next : tokens.is(next, '(') ? tokens.partner(next) + 1 : next + 1;
    }
    const end = tokens.is(next, '{') ? tokens.partner(next) : next;
    const declared: Declared = { name: tokens.word(at + 1), within, kind: declares, line: tokens.line(at), lines: tokens.linesBetween(at, end + 1), above, marks, methods: [], fields: new Map(), code: [] };
    this.types.push(declared);
    if (components >= 0) for (const { name, type, marks: own } of this.parameters(components)) declared.fields.set(name, { name, type, marks: own, line: declared.line, initializer: undefined });
    if (declares !== 'enum') this.read(next + 1, Math.min(end, to), declared, depth + 1);
    return end + 1;
  }

  /** A type that a member begins with, where it may be a tuple or end with a question mark. */
  private typeOf(at: number): { readonly type: string; readonly next: number } | undefined {
    const { tokens } = this;
    const found = tokens.is(at, '(') ? { type: 'object', next: tokens.partner(at) + 1 } : typeAt(tokens, at);
    return found && { type: found.type, next: tokens.is(found.next, '?') ? found.next + 1 : found.next };
  }

  private member(from: number, to: number, within: Declared, marks: readonly Mark[], words: ReadonlySet<string>): number {
    const { tokens } = this;
    const constructs = tokens.word(from) === within.name && tokens.is(from + 1, '(');
    const type = constructs ? undefined : this.typeOf(from);
    let name = constructs ? from : (type?.next ?? from);
    if (!tokens.isName(name)) return Math.max(from + 1, name);
    // `IBooks.Find` implements a method of an interface under its name only.
    while (tokens.is(name + 1, '.') && tokens.isName(name + 2)) name += 2;
    const open = tokens.is(name + 1, '<') ? behindArguments(tokens, name + 1) : name + 1;
    const isPublic = words.has('public') || (within.kind === 'interface' && !words.has('private'));
    if (tokens.is(open, '(')) {
      const body = this.body(tokens.partner(open) + 1, to);
      within.methods.push({ name: tokens.word(name), line: tokens.line(name), isPublic, isConstructor: constructs, marks, parameters: this.parameters(open), result: type?.type, body: body.part });
      return body.next;
    }
    if (!type) return name + 1;
    const field = { name: tokens.word(name), type: type.type, line: tokens.line(name), marks };
    if (tokens.is(name + 1, '{') || tokens.isPair(name + 1, '=>') || tokens.is(name + 1, '[')) {
      const body = this.body(tokens.is(name + 1, '[') ? tokens.partner(name + 1) + 1 : name + 1, to);
      within.fields.set(field.name, { ...field, initializer: undefined });
      if (body.part) within.code.push(body.part);
      // `{ get; set; } = new();`
      return tokens.is(body.next, '=') ? find(tokens, body.next, to, ';') + 1 : body.next;
    }
    const end = find(tokens, name, to, ';');
    for (const part of listed(tokens, { from: name, to: end })) {
      const equals = find(tokens, part.from, part.to, '=');
      if (tokens.isName(part.from)) within.fields.set(tokens.word(part.from), { ...field, name: tokens.word(part.from), initializer: equals < part.to ? { from: equals + 1, to: part.to } : undefined });
    }
    return end + 1;
  }

  /** A body in braces or behind an arrow, and what follows it. */
  private body(from: number, to: number): { readonly part: Part | undefined; readonly next: number } {
    const { tokens } = this;
    for (let at = from; at < to; at++) {
      if (tokens.is(at, ';')) return { part: undefined, next: at + 1 };
      if (tokens.is(at, '{')) return { part: { from: at + 1, to: Math.min(tokens.partner(at), to) }, next: tokens.partner(at) + 1 };
      if (tokens.isPair(at, '=>')) {
        const end = find(tokens, at, to, ';');
        return { part: { from: at + 2, to: end }, next: end + 1 };
      }
      if (tokens.is(at, '(')) at = tokens.partner(at);
    }
    return { part: undefined, next: to };
  }

  private parameters(open: number): readonly Parameter[] {
    const { tokens } = this;
    return listed(tokens, { from: open + 1, to: tokens.partner(open) }).flatMap(({ from, to }) => {
      const marks: Mark[] = [];
      let at = from;
      while (at < to && (tokens.is(at, '[') || /^(?:this|ref|out|in|params|scoped)$/.test(tokens.word(at)))) {
        if (tokens.is(at, '[')) marks.push(...this.attributes(at));
        at = tokens.is(at, '[') ? tokens.partner(at) + 1 : at + 1;
      }
      const type = this.typeOf(at);
      return type && tokens.kind(type.next) === kind.name ? [{ name: tokens.word(type.next), type: type.type, marks }] : [];
    });
  }
}
