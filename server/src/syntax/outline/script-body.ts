import { kind, type Tokens } from './tokens.js';
import { elementOf } from './type-text.js';
import { behindTypeArguments } from './typescript-declarations.js';
import { isTelling, step, UseCounter, type Path } from './uses.js';

/** What names mean in a file of a language whose variables have no declared types. */
export interface ScriptNames {
  /** Whether a class is called like a function to make one; elsewhere what is called is a function, however it is written. */
  readonly callsClasses: boolean;
  /** `self` or `this`. */
  readonly self: ReadonlySet<string>;
  /** Words that are no names. */
  readonly keywords: ReadonlySet<string>;
  /** The class around, where there is one. */
  readonly own: string | undefined;
  readonly superclass: string | undefined;
  /** Type of a member of the class around, as far as something assigns it. */
  member(name: string): Path | undefined;
  /** What a name of the file leads to: an import, a class, a variable of the module. */
  name(name: string): Path | undefined;
  /** The function behind a name that is called: the module that has it, and what it is called there. */
  called(name: string): { readonly path: Path; readonly name: string } | undefined;
}

export interface ScriptListener {
  text(at: number): void;
  call(receiver: Path | undefined, method: string, open: number): void;
  /** A function that is an argument; `element` is what one element of the receiver is, which it may be handed. */
  lambda?(open: number, element: Path | undefined): void;
}

export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 65 && code <= 90;
}

/** Reads expressions: what is called on what, as far as imports, classes and first values tell. */
export class ScriptBody {
  readonly uses = new UseCounter();
  /** Where the expression that was read last leads, if it ended with a name or a call. */
  last: Path | undefined;
  private readonly results = new Map<number, Path>();
  /** On what a call is made, by the index of its opening parenthesis: what a function there is handed. */
  private readonly receivers = new Map<number, Path>();

  constructor(private readonly tokens: Tokens, private readonly names: ScriptNames, private readonly listener: ScriptListener, readonly locals: Map<string, Path | undefined> = new Map<string, Path | undefined>()) {}

  read(from: number, to: number): void {
    const { tokens } = this;
    this.last = undefined;
    for (let at = from; at < to; ) {
      const code = tokens.kind(at);
      if (code === kind.name) at = Math.max(at + 1, this.name(at));
      else if (code === kind.text) this.listener.text(at++);
      else if (code === 41 || code === 93) {
        const path = this.results.get(tokens.partner(at));
        at = path ? this.chain(path, at + 1) : at + 1;
      } else if (code === 40 && this.listener.lambda && tokens.isPair(tokens.partner(at) + 1, '=>')) {
        this.listener.lambda(at, this.element(at));
        at = tokens.partner(at) + 3;
      } else at++;
    }
  }

  private name(at: number): number {
    const { tokens, names } = this;
    const word = tokens.word(at);
    if (tokens.is(at - 1, '.') && !tokens.is(at - 2, '.')) {
      if (tokens.is(at + 1, '(')) this.onUnknown(word, at + 1);
      return at + 1;
    }
    if (names.self.has(word)) return this.itself(at);
    if (word === 'super') return this.above(at);
    if (word === 'new') return this.created(at + 1);
    if (names.keywords.has(word)) return at + 1;
    if (this.listener.lambda && tokens.isPair(at + 1, '=>')) {
      this.locals.set(word, this.element(at));
      return at + 3;
    }
    // `name=value` in a call, and `name: value` in an object.
    if (this.isLabel(at)) return at + 2;
    if (this.locals.has(word)) {
      const local = this.locals.get(word);
      return local ? this.chain(local, at + 1) : this.unknown(at);
    }
    const open = this.opens(at);
    if (open > 0) return this.function(at, word, open);
    const path = names.name(word);
    if (!path) return this.unknown(at);
    return this.chain(path, at + 1, true);
  }

  /** An element of what a call is made on whose first argument begins at `at`. */
  private element(at: number): Path | undefined {
    const { tokens } = this;
    const receiver = this.receivers.get(tokens.word(at - 1) === 'async' ? at - 2 : at - 1);
    if (!receiver) return undefined;
    const element = receiver.through.length === 0 ? elementOf(receiver.type) : undefined;
    return element === undefined ? step(receiver, '*') : { type: element, through: [] };
  }

  private isLabel(at: number): boolean {
    const { tokens } = this;
    return tokens.is(at + 1, ':') && (tokens.is(at - 1, '{') || tokens.is(at - 1, ',')) && !tokens.is(at + 2, ':');
  }

  private itself(at: number): number {
    const { tokens, names } = this;
    if (names.own === undefined) return this.unknown(at);
    const held = tokens.is(at + 1, '.') && !tokens.is(at + 3, '(') ? names.member(tokens.word(at + 2)) : undefined;
    return held ? this.chain(held, at + 3) : this.chain({ type: names.own, through: [] }, at + 1);
  }

  /** `super().save()` and `super.save()`. */
  private above(at: number): number {
    const { tokens, names } = this;
    const next = tokens.is(at + 1, '(') ? tokens.partner(at + 1) + 1 : at + 1;
    return names.superclass === undefined || !tokens.is(next, '.') ? at + 1 : this.chain({ type: names.superclass, through: [] }, next);
  }

  private created(at: number): number {
    const { tokens } = this;
    if (!tokens.isName(at)) return at;
    let next = at + 1;
    while (tokens.is(next, '.') && tokens.isName(next + 1)) next += 2;
    const type = tokens.text.slice(tokens.start(at), tokens.end(next - 1)).replace(/\s+/g, '');
    const path = this.names.name(tokens.word(at)) ? { type, through: [] } : undefined;
    if (path) this.uses.add(path, undefined, tokens.line(at));
    this.last = path;
    if (path && tokens.is(next, '(')) this.results.set(next, path);
    return tokens.is(next, '(') ? next + 1 : next;
  }

  /** Index of the parenthesis of a call by the name at `at`, which may have arguments of types before it; -1 where none is called. */
  private opens(at: number): number {
    const { tokens, names } = this;
    if (tokens.is(at + 1, '(')) return at + 1;
    // `Page[Loan](…)` of Python.
    const behind = names.callsClasses ? (tokens.is(at + 1, '[') && isCapital(tokens.word(at)) ? tokens.partner(at + 1) + 1 : -1) : tokens.is(at + 1, '<') && tokens.start(at + 1) === tokens.end(at) ? behindTypeArguments(tokens, at + 1) : -1;
    return behind > 0 && tokens.is(behind, '(') ? behind : -1;
  }

  private function(at: number, word: string, open: number): number {
    const { tokens, names } = this;
    this.listener.call(undefined, word, open);
    const found = names.called(word);
    this.last = undefined;
    if (found && isCapital(found.name) && names.callsClasses) {
      this.uses.add(found.path, undefined, tokens.line(at));
      this.last = found.path;
    } else if (found) {
      this.uses.add(found.path, found.name, tokens.line(at));
      this.last = step(found.path, `${found.name}()`);
    }
    if (this.last) this.results.set(open, this.last);
    return open + 1;
  }

  private unknown(at: number): number {
    const { tokens } = this;
    this.last = undefined;
    let next = at + 1;
    while (tokens.is(next, '.') && tokens.isName(next + 1)) next += 2;
    if (next > at + 1 && tokens.is(next, '(')) this.onUnknown(tokens.word(next - 1), next);
    return next;
  }

  private onUnknown(method: string, open: number): void {
    this.listener.call(undefined, method, open);
    if (isTelling(method)) this.uses.add({ type: '', through: [] }, method, this.tokens.line(open));
  }

  /** Follows fields and calls; `isRoot` where nothing but the name itself was used yet. */
  private chain(from: Path, start: number, isRoot = false): number {
    const { tokens } = this;
    let path: Path | undefined = from;
    let at = start;
    for (;;) {
      if ((tokens.is(at, '?') || tokens.is(at, '!')) && tokens.is(at + 1, '.')) at++;
      if (!tokens.is(at, '.') || !tokens.isName(at + 1)) break;
      const word = tokens.word(at + 1);
      const open = this.opens(at + 1);
      if (open > 0) {
        if (path) this.uses.add(path, word, tokens.line(at + 1));
        this.listener.call(path, word, open);
        if (path) this.receivers.set(open, path);
        path = path && step(path, `${word}()`);
        this.last = path;
        if (path) this.results.set(open, path);
        return open + 1;
      }
      path = path && step(path, word);
      at += 2;
    }
    if (path && !path.through.at(-1)?.endsWith(')') && (isRoot || path.through.length > 0)) this.uses.add(path, undefined, tokens.line(at - 1));
    this.last = path;
    return at;
  }
}
