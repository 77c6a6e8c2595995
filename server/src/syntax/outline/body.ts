import { behindArguments, typeAt } from './java-declarations.js';
import { kind, type Tokens } from './tokens.js';
import { elementOf, givesElement, keepsElements, namesIn } from './type-text.js';
import { isTelling, step, UseCounter, type Path } from './uses.js';

/** What a body of code can name that stands outside of it. */
export interface Surroundings {
  /** Type whose methods are called without a receiver. */
  readonly own: string;
  readonly superclass: string | undefined;
  /** Type of a field, of a constant or of an imported member; `undefined` where the file does not say. */
  member(name: string): Path | undefined;
  /** Whether a name that does not look like it is that of a type. */
  isType(name: string): boolean;
  /** Whether a name without a known meaning may be a member that a superclass declares. */
  readonly inherits: boolean;
  /** The type that a method without a receiver belongs to, where that is another one. */
  owner(method: string): string | undefined;
}

/** What else is looked for in code: texts and calls that say something of tables and settings. */
export interface Listener {
  text(at: number): void;
  /** `typeOf` says where the argument leads that begins at a token. */
  call(receiver: Path | undefined, method: string, open: number, typeOf: (at: number) => Path | undefined): void;
}

const notTypes = new Set(['return', 'new', 'else', 'throw', 'case', 'assert', 'yield', 'instanceof', 'in', 'is', 'as', 'await', 'out', 'ref', 'goto', 'package', 'import', 'do', 'try', 'finally', 'if', 'while', 'for', 'foreach', 'switch', 'catch', 'synchronized', 'lock', 'using', 'public', 'protected', 'private', 'static', 'final', 'throws', 'extends', 'implements', 'class', 'interface', 'enum', 'default', 'break', 'continue', 'where', 'select', 'from', 'when', 'and', 'or', 'not', 'readonly', 'const', 'async', 'typeof', 'nameof', 'sizeof']);
const primitive = /^(?:int|long|short|byte|char|boolean|float|double|void|string|bool|decimal|object|true|false|null|var|dynamic|uint|ulong|default|value)$/;

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Reads the code of methods of Java and C#: what is called on what, as far as declared types tell. */
export class BodyReader {
  readonly uses = new UseCounter();
  private readonly locals = new Map<string, Path | undefined>();
  /** Where an expression in brackets leads, by the index of the opening one. */
  private readonly results = new Map<number, Path>();
  /** On what a call is made, by the index of its opening parenthesis: what a lambda there is handed. */
  private readonly receivers = new Map<number, Path | undefined>();
  /** A variable whose type its first value says, or which is handed one element of it after the other. */
  private pending: string | undefined;
  private takesElements = false;

  constructor(private readonly tokens: Tokens, private readonly names: Surroundings, private readonly listener: Listener, private readonly lambda: '->' | '=>' = '->') {}

  declare(name: string, type: string, line: number): void {
    this.locals.set(name, { type, through: [] });
    this.mention(type, line);
  }

  /** Every type that a text of a type names. */
  mention(type: string, line: number): void {
    for (const name of namesIn(type)) if (!primitive.test(name)) this.uses.add({ type: name, through: [] }, undefined, line);
  }

  read(from: number, to: number): void {
    const { tokens } = this;
    for (let at = from; at < to; ) {
      const code = tokens.kind(at);
      if (code === kind.name) at = Math.max(at + 1, this.name(at, to));
      else if (code === kind.text) {
        this.listener.text(at++);
      } else if (code === 41 || code === 93) at = Math.max(at + 1, this.closed(at));
      else if (code === 40) at = Math.max(at + 1, this.opened(at));
      else {
        if (code === 59) this.pending = undefined;
        at++;
      }
    }
  }

  /** A parenthesis of its own: parameters of a lambda, or a cast of what comes next. */
  private opened(at: number): number {
    const { tokens } = this;
    const close = tokens.partner(at);
    if (tokens.isPair(close + 1, this.lambda)) {
      const given = this.given(at);
      for (let next = at + 1; next < close && tokens.isName(next); next += 2) if (!tokens.isName(next + 1)) this.locals.set(tokens.word(next), given);
      return at + 1;
    }
    if (close - at > 12 || tokens.isName(at - 1)) return at + 1;
    const cast = typeAt(tokens, at + 1);
    if (!cast || cast.next !== close || !this.castsNext(close + 1)) return at + 1;
    this.mention(cast.type, tokens.line(at));
    if (this.pending !== undefined) this.locals.set(this.pending, { type: cast.type, through: [] });
    this.pending = undefined;
    if (tokens.is(at - 1, '(')) this.results.set(at - 1, { type: cast.type, through: [] });
    return close + 1;
  }

  private castsNext(at: number): boolean {
    return this.tokens.isName(at) || this.tokens.is(at, '(') || this.tokens.kind(at) === kind.text;
  }

  private closed(at: number): number {
    const open = this.tokens.partner(at);
    const path = this.results.get(open);
    return path ? this.chain(path, at + 1) : at + 1;
  }

  /** What a lambda is handed whose parameters begin here: an element of what the call is made on. */
  private given(at: number): Path | undefined {
    const { tokens } = this;
    const open = tokens.is(at - 1, '(') ? at - 1 : -1;
    const receiver = open < 0 ? undefined : this.receivers.get(open);
    return receiver && this.element(receiver);
  }

  private element(of: Path): Path | undefined {
    const element = of.through.length === 0 ? elementOf(of.type) : undefined;
    if (element !== undefined) return { type: element, through: [] };
    return of.through.length > 0 ? step(of, '*') : undefined;
  }

  private name(at: number, to: number): number {
    const { tokens } = this;
    const word = tokens.word(at);
    if (tokens.is(at - 1, '.') && tokens.is(at + 1, '(')) this.onUnknown(word, at + 1);
    if (tokens.is(at - 1, '.') || tokens.is(at - 1, '@')) return at + 1;
    if (word === 'new') return this.created(at);
    if (word === 'this') return this.itself(at);
    if (word === 'super' || word === 'base') return this.names.superclass === undefined ? at + 1 : this.chain({ type: this.names.superclass, through: [] }, at + 1);
    if (notTypes.has(word)) return at + 1;
    if (tokens.isPair(at + 1, this.lambda)) {
      this.locals.set(word, this.given(at));
      return at + 3;
    }
    const declared = this.declared(at, word, to);
    if (declared > 0) return declared;
    if (tokens.is(at + 1, '(') || this.isGenericCall(at)) return this.unqualified(at, word);
    return this.expression(at, word);
  }

  private itself(at: number): number {
    const { tokens } = this;
    const held = tokens.is(at + 1, '.') && !tokens.is(at + 3, '(') ? this.names.member(tokens.word(at + 2)) : undefined;
    return held ? this.chain(held, at + 3) : this.chain({ type: this.names.own, through: [] }, at + 1);
  }

  private isGenericCall(at: number): boolean {
    if (!this.tokens.is(at + 1, '<') || this.lambda !== '=>') return false;
    const behind = behindArguments(this.tokens, at + 1);
    return behind > 0 && this.tokens.is(behind, '(');
  }

  /** A declaration of a variable: `Cart cart =`, `final List<Item> items :`; the index behind the name, or -1. */
  private declared(at: number, word: string, to: number): number {
    const { tokens } = this;
    if (!tokens.isName(at + 1) && !tokens.is(at + 1, '<') && !tokens.is(at + 1, '[') && !tokens.is(at + 1, '.') && !tokens.is(at + 1, '?')) return -1;
    const type = typeAt(tokens, at);
    if (!type) return -1;
    const name = tokens.is(type.next, '?') && tokens.isName(type.next + 1) && this.lambda === '=>' ? type.next + 1 : type.next;
    if (name >= to || !tokens.isName(name) || notTypes.has(tokens.word(name))) return -1;
    // `(`: a method of an anonymous class, whose parameters declare themselves.
    if (!'=;:,)('.includes(String.fromCharCode(tokens.kind(name + 1))) && !/^(?:in|instanceof)$/.test(tokens.word(name + 1)) && !tokens.isPair(name + 1, '&&')) return -1;
    if (word === 'var') {
      this.locals.set(tokens.word(name), undefined);
      this.pending = tokens.word(name);
      this.takesElements = !tokens.is(name + 1, '=');
      return name + (tokens.word(name + 1) === 'in' ? 2 : 1);
    }
    if (primitive.test(word)) this.locals.set(tokens.word(name), undefined);
    else if (tokens.is(name + 1, '(')) this.mention(type.type, tokens.line(at));
    else this.declare(tokens.word(name), type.type, tokens.line(at));
    return name + 1;
  }

  private created(at: number): number {
    const { tokens } = this;
    const type = typeAt(tokens, at + 1);
    if (!type) return at + 1;
    this.mention(type.type, tokens.line(at));
    const path = { type: type.type, through: [] };
    if (this.pending !== undefined) this.locals.set(this.pending, path);
    this.pending = undefined;
    if (!tokens.is(type.next, '(')) return type.next;
    this.results.set(type.next, path);
    // `(new Cart()).add()`
    if (tokens.is(at - 1, '(') && tokens.partner(at - 1) === tokens.partner(type.next) + 1) this.results.set(at - 1, path);
    return type.next + 1;
  }

  private unqualified(at: number, word: string): number {
    const { tokens } = this;
    const owner = this.names.owner(word) ?? this.names.own;
    const open = tokens.is(at + 1, '(') ? at + 1 : behindArguments(tokens, at + 1);
    this.listener.call(undefined, word, open, this.argument);
    this.uses.add({ type: owner, through: [] }, word, tokens.line(at));
    this.result({ type: owner, through: [] }, word, open);
    return open + 1;
  }

  /** Takes note of what a call gives: what its last argument names, `find(Cart.class)`, or what the method returns. */
  private result(receiver: Path | undefined, method: string, open: number): void {
    const { tokens } = this;
    this.receivers.set(open, receiver);
    const close = tokens.partner(open);
    const named = [close, this.behindFirst(open, close)].find((end) => tokens.word(end - 1) === 'class' && tokens.is(end - 2, '.') && tokens.isName(end - 3));
    const path = named !== undefined ? { type: tokens.word(named - 3), through: [] } : receiver && this.called(receiver, method);
    if (path) this.results.set(open, path);
  }

  /** A call with a type of its own: `Set<Book>()`, `GetService<Books>()`. */
  private typed(method: string, from: number, open: number): void {
    const { tokens } = this;
    const type = typeAt(tokens, from);
    if (!type) return;
    this.mention(type.type, tokens.line(from));
    if (type.next !== open - 1) return;
    if (method === 'Set') this.results.set(open, { type: `DbSet<${type.type}>`, through: [] });
    else if (/^(?:Get|Resolve|Create|Load|Query|Read|Deserialize)/.test(method)) this.results.set(open, { type: /^Query/.test(method) ? `List<${type.type}>` : type.type, through: [] });
  }

  private behindFirst(open: number, close: number): number {
    for (let at = open + 1; at < close && at < open + 8; at++) if (this.tokens.is(at, ',')) return at;
    return close;
  }

  /** Where a call leads: to an element of a container, or to what the method of an own type returns. */
  private called(receiver: Path, method: string): Path | undefined {
    if (receiver.through.length === 0) {
      const element = elementOf(receiver.type);
      if (element !== undefined && keepsElements(method)) return receiver;
      if (element !== undefined && givesElement(method)) return { type: element, through: [] };
      if (element !== undefined) return undefined;
    }
    return step(receiver, `${method}()`);
  }

  /** Where an argument leads that is a variable or something new. */
  private readonly argument = (at: number): Path | undefined => {
    const { tokens } = this;
    if (tokens.word(at) === 'new') return { type: typeAt(tokens, at + 1)?.type ?? '', through: [] };
    if (tokens.isName(at) && tokens.is(at + 1, '.') && tokens.word(at + 2) === 'class') return { type: tokens.word(at), through: [] };
    if (!tokens.is(at + 1, ')') && !tokens.is(at + 1, ',')) return undefined;
    const word = tokens.word(at);
    return this.locals.has(word) ? this.locals.get(word) : this.names.member(word);
  };

  private expression(at: number, word: string): number {
    const { tokens } = this;
    if (primitive.test(word)) return at + 1;
    if (this.locals.has(word)) {
      const local = this.locals.get(word);
      return local ? this.chain(local, at + 1) : this.skipped(at + 1);
    }
    const member = this.names.member(word);
    if (member) return this.chain(member, at + 1);
    const goesOn = tokens.is(at + 1, '.') || (tokens.is(at + 1, ':') && tokens.is(at + 2, ':'));
    if (isUpper(tokens.first(at))) {
      if (!goesOn) this.uses.add({ type: word, through: [] }, undefined, tokens.line(at));
      return goesOn ? this.chain({ type: word, through: [] }, at + 1) : at + 1;
    }
    if (!goesOn) return at + 1;
    if (this.names.isType(word)) return this.chain({ type: word, through: [] }, at + 1);
    const qualified = this.qualified(at);
    if (qualified > 0) return this.chain({ type: tokens.text.slice(tokens.start(at), tokens.end(qualified)).replace(/\s+/g, ''), through: [] }, qualified + 1);
    return this.names.inherits ? this.chain({ type: this.names.own, through: [word] }, at + 1) : this.skipped(at + 1);
  }

  /** Index of the type at the end of a name with its package; -1 where no package begins. */
  private qualified(at: number): number {
    const { tokens } = this;
    for (let next = at + 2; next < at + 20 && tokens.isName(next); next += 2) {
      if (isUpper(tokens.first(next))) return next > at + 2 && /[a-z]/.test(tokens.word(next)) ? next : -1;
      if (!tokens.is(next + 1, '.')) return -1;
    }
    return -1;
  }

  /** Goes on behind something that nothing is known of; calls on it are only handed to the listener. */
  private skipped(at: number): number {
    const { tokens } = this;
    if (!tokens.is(at, '.') || !tokens.isName(at + 1) || !tokens.is(at + 2, '(')) return at;
    this.onUnknown(tokens.word(at + 1), at + 2);
    this.result(undefined, tokens.word(at + 1), at + 2);
    return at + 3;
  }

  /** A call on something unknown; in C# it may be one of a method that extends any type. */
  private onUnknown(method: string, open: number): void {
    this.listener.call(undefined, method, open, this.argument);
    if (this.lambda === '=>' && isTelling(method)) this.uses.add({ type: '', through: [] }, method, this.tokens.line(open));
  }

  /** Follows fields and calls from where `at` stands; returns where the rest is read by itself. */
  private chain(from: Path, start: number): number {
    const { tokens } = this;
    let path: Path | undefined = from;
    let at = start;
    for (;;) {
      // `cart?.add()` and `cart!.add()` of C#.
      if ((tokens.is(at, '?') || tokens.is(at, '!')) && tokens.is(at + 1, '.')) at++;
      if (tokens.is(at, ':') && tokens.is(at + 1, ':') && tokens.isName(at + 2)) {
        const method = tokens.word(at + 2);
        if (path) this.uses.add(path, method === 'new' ? undefined : method, tokens.line(at));
        return at + 3;
      }
      if (tokens.is(at, '[')) {
        const element: string | undefined = path?.through.length === 0 ? elementOf(path.type) : undefined;
        if (element !== undefined) this.results.set(at, { type: element, through: [] });
        return at + 1;
      }
      if (!tokens.is(at, '.')) return this.settled(path, at);
      let name = at + 1;
      if (tokens.is(name, '<')) name = behindArguments(tokens, name);
      if (name < 0 || !tokens.isName(name)) return at + 1;
      const word = tokens.word(name);
      const open = tokens.is(name + 1, '<') && this.lambda === '=>' ? behindArguments(tokens, name + 1) : name + 1;
      if (open > 0 && tokens.is(open, '(')) {
        if (path) this.uses.add(path, word, tokens.line(name));
        this.listener.call(path, word, open, this.argument);
        this.result(path, word, open);
        if (open > name + 1) this.typed(word, name + 2, open);
        return open + 1;
      }
      if (word === 'class') {
        if (path) this.uses.add(path, undefined, tokens.line(name));
        return name + 1;
      }
      path = path && this.field(path, word);
      at = name + 1;
    }
  }

  private field(path: Path, word: string): Path | undefined {
    const element = path.through.length === 0 ? elementOf(path.type) : undefined;
    if (element !== undefined) return givesElement(word) ? { type: element, through: [] } : undefined;
    return step(path, word);
  }

  /** The end of an expression: it says what a variable is that was declared without a type, and names a type's constant. */
  private settled(path: Path | undefined, at: number): number {
    const { tokens } = this;
    if (path && this.pending !== undefined && (tokens.is(at, ';') || tokens.is(at, ')'))) this.locals.set(this.pending, this.takesElements ? this.element(path) : path);
    if (path && path.through.length > 0 && path.type !== this.names.own && !path.through.at(-1)?.endsWith(')')) this.uses.add(path, undefined, tokens.line(at - 1));
    this.pending = tokens.is(at, ';') ? undefined : this.pending;
    return at;
  }
}
