import { namesIn } from './type-text.js';
import { kind, longTextEnd, quotedEnd, saidBy, type Dialect, type Tokens } from './tokens.js';

export const javaDialect: Dialect = {
  lineComment: '//', blockComments: true, templates: false,
  textEnd(text, start) {
    const code = text.charCodeAt(start);
    if (code === 39) return quotedEnd(text, start);
    if (code !== 34) return -1;
    return text.startsWith('"""', start) ? longTextEnd(text, start) : quotedEnd(text, start);
  },
};

/** Tokens from one index up to another. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** An annotation with what stands in its parentheses. */
export interface Mark extends Part {
  readonly name: string;
}

export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly marks: readonly Mark[];
}

export interface Method {
  readonly name: string;
  readonly line: number;
  readonly isPublic: boolean;
  readonly isConstructor: boolean;
  readonly marks: readonly Mark[];
  readonly parameters: readonly Parameter[];
  readonly result: string | undefined;
  readonly body: Part | undefined;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly marks: readonly Mark[];
  readonly initializer: Part | undefined;
}

/** A type as it is declared; bodies of methods are not looked into. */
export interface Declared {
  readonly name: string;
  readonly within: Declared | undefined;
  readonly kind: 'class' | 'interface' | 'enum' | 'record';
  readonly line: number;
  readonly lines: number;
  readonly above: string[];
  readonly marks: readonly Mark[];
  readonly methods: Method[];
  readonly fields: Map<string, Field>;
  /** Initializers of the class and of constants of an enum. */
  readonly code: Part[];
}

const modifiers = new Set(['public', 'protected', 'private', 'static', 'final', 'abstract', 'synchronized', 'native', 'transient', 'volatile', 'strictfp', 'default', 'sealed', 'non']);
const kinds: Readonly<Record<string, Declared['kind']>> = { class: 'class', interface: 'interface', enum: 'enum', record: 'record' };
/** Nested deeper than this is not written by hand. */
const deepest = 40;
/** Arguments of a type that go on for longer are no type. */
const longestArguments = 60;

/** Index behind the arguments of a type that begin here; -1 where `<` compares. */
export function behindArguments(tokens: Tokens, at: number): number {
  let depth = 0;
  for (let next = at; next < at + longestArguments; next++) {
    if (tokens.is(next, '<')) depth++;
    else if (tokens.is(next, '>')) {
      if (--depth === 0) return next + 1;
    } else if (!tokens.isName(next) && !',?&.[]@'.includes(String.fromCharCode(tokens.kind(next)))) return -1;
  }
  return -1;
}

/** A type at this place and the index behind it. */
export function typeAt(tokens: Tokens, at: number): { readonly type: string; readonly next: number } | undefined {
  let next = at;
  while (tokens.is(next, '@') && tokens.isName(next + 1)) next = behindMark(tokens, next);
  if (!tokens.isName(next)) return undefined;
  const start = next;
  for (next++; tokens.is(next, '.') && tokens.isName(next + 1); ) next += 2;
  if (tokens.is(next, '<')) {
    next = behindArguments(tokens, next);
    if (next < 0) return undefined;
  }
  while (tokens.is(next, '[') && tokens.is(next + 1, ']')) next += 2;
  let type = '';
  for (let part = start; part < next; part++) type += /^(?:extends|super)$/.test(tokens.word(part)) ? `${tokens.word(part)} ` : tokens.word(part);
  if (tokens.is(next, '.') && tokens.is(next + 1, '.')) return { type: `${type}[]`, next: next + 3 };
  return { type, next };
}

function behindMark(tokens: Tokens, at: number): number {
  let next = at + 2;
  while (tokens.is(next, '.') && tokens.isName(next + 1)) next += 2;
  return tokens.is(next, '(') ? tokens.partner(next) + 1 : next;
}

function markAt(tokens: Tokens, at: number): Mark {
  const next = behindMark(tokens, at);
  let name = at + 1;
  while (tokens.is(name + 1, '.')) name += 2;
  const hasArguments = tokens.is(name + 1, '(');
  return { name: tokens.word(name), from: hasArguments ? name + 2 : next, to: hasArguments ? next - 1 : next };
}

/** Index of the next mark outside of brackets, at most `to`. */
export function find(tokens: Tokens, from: number, to: number, mark: string): number {
  for (let at = from; at < to; at++) {
    if (tokens.is(at, mark)) return at;
    if (tokens.is(at, '(') || tokens.is(at, '{') || tokens.is(at, '[')) at = tokens.partner(at);
  }
  return to;
}

/** Parts between commas outside of brackets. */
export function listed(tokens: Tokens, { from, to }: Part): readonly Part[] {
  const parts: Part[] = [];
  for (let at = from; at < to; ) {
    const end = find(tokens, at, to, ',');
    if (end > at) parts.push({ from: at, to: end });
    at = end + 1;
  }
  return parts;
}

/** Reads what types a file of Java declares. */
export class DeclarationReader {
  readonly types: Declared[] = [];

  constructor(private readonly tokens: Tokens) {}

  /** Declarations between two tokens: those of a file, or members of a type. */
  read(from: number, to: number, within: Declared | undefined, depth = 0): void {
    for (let at = from; at < to && depth < deepest; ) at = Math.max(at + 1, this.declaration(at, to, within, depth));
  }

  private declaration(from: number, to: number, within: Declared | undefined, depth: number): number {
    const { tokens } = this;
    const marks: Mark[] = [];
    const words = new Set<string>();
    let at = from;
    for (;;) {
      if (tokens.is(at, '@') && tokens.isName(at + 1) && tokens.word(at + 1) !== 'interface') {
        marks.push(markAt(tokens, at));
        at = behindMark(tokens, at);
      } else if (tokens.isName(at) && modifiers.has(tokens.word(at))) words.add(tokens.word(at++));
      else if (tokens.is(at, '-')) at++;
      else break;
    }
    if (tokens.is(at, '@')) at++;
    const declares = kinds[tokens.word(at)];
    if (declares && tokens.isName(at + 1) && (declares !== 'record' || tokens.is(at + 2, '(') || tokens.is(at + 2, '<'))) return this.type(at, to, declares, marks, within, depth);
    if (!within) return at;
    if (tokens.is(at, '{')) {
      within.code.push({ from: at + 1, to: tokens.partner(at) });
      return tokens.partner(at) + 1;
    }
    return this.member(at, to, within, marks, words);
  }

  private type(at: number, to: number, declares: Declared['kind'], marks: readonly Mark[], within: Declared | undefined, depth: number): number {
    const { tokens } = this;
    const name = tokens.word(at + 1);
    let next = at + 2;
    if (tokens.is(next, '<')) next = Math.max(next, behindArguments(tokens, next));
    const components = tokens.is(next, '(') ? next : -1;
    if (components >= 0) next = tokens.partner(next) + 1;
    const above: string[] = [];
    while (next < to && !tokens.is(next, '{') && !tokens.is(next, ';')) {
      const type = /^(?:extends|implements|permits)$/.test(tokens.word(next)) ? undefined : typeAt(tokens, next);
      if (type) above.push(type.type);
      next = type ? type.next : next + 1;
    }
    const end = tokens.is(next, '{') ? tokens.partner(next) : next;
    const declared: Declared = { name, within, kind: declares, line: tokens.line(at), lines: tokens.linesBetween(at, end + 1), above, marks, methods: [], fields: new Map(), code: [] };
    this.types.push(declared);
    if (components >= 0) for (const parameter of this.parameters(components)) declared.fields.set(parameter.name, { ...parameter, line: declared.line, initializer: undefined });
    let begin = next + 1;
    if (declares === 'enum') {
      const constants = Math.min(find(tokens, begin, end, ';'), end);
      declared.code.push({ from: begin, to: constants });
      begin = constants + 1;
    }
    this.read(begin, Math.min(end, to), declared, depth + 1);
    return end + 1;
  }

  private member(from: number, to: number, within: Declared, marks: readonly Mark[], words: ReadonlySet<string>): number {
    const { tokens } = this;
    const at = tokens.is(from, '<') ? Math.max(from, behindArguments(tokens, from)) : from;
    const isPublic = words.has('public') || (within.kind === 'interface' && !words.has('private'));
    const constructs = tokens.word(at) === within.name && (tokens.is(at + 1, '(') || tokens.is(at + 1, '{'));
    const type = constructs ? undefined : typeAt(tokens, at);
    const name = constructs ? at : (type?.next ?? at);
    if (!tokens.isName(name)) return Math.max(from + 1, name);
    if (tokens.is(name + 1, '(') || constructs) {
      const close = tokens.is(name + 1, '(') ? tokens.partner(name + 1) : name;
      let open = close + 1;
      while (open < to && !tokens.is(open, '{') && !tokens.is(open, ';')) open = tokens.is(open, '(') ? tokens.partner(open) + 1 : open + 1;
      const body = tokens.is(open, '{') ? { from: open + 1, to: Math.min(tokens.partner(open), to) } : undefined;
      within.methods.push({
        name: tokens.word(name), line: tokens.line(name), isPublic, isConstructor: constructs, marks,
        parameters: close > name ? this.parameters(name + 1) : [], result: type?.type, body,
      });
      return (body ? body.to : open) + 1;
    }
    const end = find(tokens, name, to, ';');
    if (type) this.fields(name, end, type.type, within, marks);
    return end + 1;
  }

  private fields(from: number, to: number, type: string, within: Declared, marks: readonly Mark[]): void {
    const { tokens } = this;
    for (const part of listed(tokens, { from, to })) {
      if (!tokens.isName(part.from)) continue;
      const equals = find(tokens, part.from, part.to, '=');
      const name = tokens.word(part.from);
      within.fields.set(name, { name, type: tokens.is(part.from + 1, '[') ? `${type}[]` : type, line: tokens.line(part.from), marks, initializer: equals < part.to ? { from: equals + 1, to: part.to } : undefined });
    }
  }

  private parameters(open: number): readonly Parameter[] {
    const { tokens } = this;
    const found: Parameter[] = [];
    for (let at = open + 1; at < tokens.partner(open); ) {
      const marks: Mark[] = [];
      while ((tokens.is(at, '@') && tokens.isName(at + 1)) || tokens.word(at) === 'final') {
        if (tokens.is(at, '@')) marks.push(markAt(tokens, at));
        at = tokens.is(at, '@') ? behindMark(tokens, at) : at + 1;
      }
      const type = typeAt(tokens, at);
      if (type && tokens.isName(type.next)) found.push({ name: tokens.word(type.next), type: type.type, marks });
      at = find(tokens, type?.next ?? at, tokens.partner(open), ',') + 1;
    }
    return found;
  }
}

/** The package and the imports of a file of Java. */
export function headOfJava(tokens: Tokens): { readonly package: string; readonly imports: Record<string, string>; readonly packages: string[]; readonly statics: Map<string, string>; readonly next: number } {
  let name = '';
  const imports: Record<string, string> = {};
  const packages: string[] = [];
  const statics = new Map<string, string>();
  let at = 0;
  for (; at < tokens.count; at++) {
    if (tokens.is(at, ';')) continue;
    const word = tokens.word(at);
    if (tokens.is(at, '@') && tokens.word(at + 1) !== 'interface') {
      // Annotations of a package stand before it; those of a class end the head.
      const next = behindMark(tokens, at);
      if (tokens.word(next) !== 'package') break;
      at = next - 1;
      continue;
    }
    if (word !== 'package' && word !== 'import') break;
    const isStatic = tokens.word(at + 1) === 'static';
    const begin = at + (isStatic ? 2 : 1);
    const end = find(tokens, begin, tokens.count, ';');
    const path = end - begin < 60 ? tokens.text.slice(tokens.start(begin), tokens.start(end)).replace(/\s+/g, '') : '';
    at = end;
    if (word === 'package') name = path;
    else if (isStatic) addStatic(path, imports, statics);
    else if (path.endsWith('.*')) packages.push(path.slice(0, -2));
    else if (path !== '') imports[path.slice(path.lastIndexOf('.') + 1)] = path;
  }
  return { package: name, imports, packages, statics, next: at };
}

/** `import static shop.Prices.total` makes `total()` a call of Prices. */
function addStatic(path: string, imports: Record<string, string>, statics: Map<string, string>): void {
  const type = path.slice(0, path.lastIndexOf('.'));
  const simple = type.slice(type.lastIndexOf('.') + 1);
  if (simple === '') return;
  imports[simple] ??= type;
  statics.set(path.slice(path.lastIndexOf('.') + 1), simple);
}

/** What a part says that is put together of texts and of constants with a known text; several texts where it is a list. */
export function textsOf(tokens: Tokens, part: Part, constants: ReadonlyMap<string, string>): readonly string[] {
  const { from, to } = tokens.is(part.from, '{') ? { from: part.from + 1, to: tokens.partner(part.from) } : part;
  return listed(tokens, { from, to }).flatMap((one) => {
    let text = '';
    let known = false;
    for (let at = one.from; at < one.to; at++) {
      const constant = tokens.isName(at) ? constants.get(tokens.word(at)) : undefined;
      if (tokens.kind(at) === kind.text) text += saidBy(tokens.word(at));
      else if (constant !== undefined) text += constant;
      else continue;
      known = true;
    }
    return known ? [text] : [];
  });
}

/** The arguments of an annotation by name; one without a name is its `value`. */
export function namedArguments(tokens: Tokens, mark: Mark): ReadonlyMap<string, Part> {
  return new Map(listed(tokens, mark).map((part) => {
    const isNamed = tokens.isName(part.from) && tokens.is(part.from + 1, '=');
    return [isNamed ? tokens.word(part.from) : 'value', isNamed ? { from: part.from + 2, to: part.to } : part];
  }));
}

/** Types that a declaration names outside of code. */
export function typeNames(types: readonly (string | undefined)[]): readonly string[] {
  return types.flatMap((type) => (type ? namesIn(type) : []));
}
