import { find, listed, typeAt, type Part } from './java-declarations.js';
import { kind, quotedEnd, type Dialect, type Tokens } from './tokens.js';

/** Words behind which a slash begins a regular expression. */
const beforePattern = /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await)$/;

function isPattern(before: Tokens): boolean {
  const last = before.count - 1;
  const code = before.kind(last);
  if (code === kind.name) return beforePattern.test(before.word(last));
  return code !== kind.number && code !== kind.text && code !== 41 && code !== 93 && code !== 125;
}

function patternEnd(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return -1;
    if (code === 92) at++;
    else if (code === 91) inClass = true;
    else if (code === 93) inClass = false;
    else if (code === 47 && !inClass) return at + 1;
  }
  return -1;
}

export const typescriptDialect: Dialect = {
  lineComment: '//', blockComments: true, templates: true,
  textEnd(text, start, before) {
    const code = text.charCodeAt(start);
    if (code === 34 || code === 39) return quotedEnd(text, start);
    return code === 47 && isPattern(before) ? patternEnd(text, start) : -1;
  },
};

/** Punctuation that a line cannot end with, and that one cannot begin with, where a statement ends without a semicolon. */
const goesOnBehind = new Set(['=', ',', '.', '+', '-', '*', '/', '?', ':', '&', '|', '(', '<', '!', '%', '^']);
const goesOnBefore = new Set(['.', '?', ':', '+', '-', '*', '&', '|', '=', ')', ',', '%', ']', '>', '(', '[']);

/** Index behind a statement that begins here: at its semicolon, or where a line ends that nothing goes on from. */
export function statementEnd(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (tokens.is(at, ';')) return at;
    if (tokens.is(at, '}')) return at;
    if (tokens.is(at, '(') || tokens.is(at, '{') || tokens.is(at, '[')) {
      at = Math.min(tokens.partner(at), to);
      if (at >= to) return to;
    }
    const next = at + 1;
    if (next < to && tokens.line(next) > tokens.line(at) && !goesOnBehind.has(tokens.word(at)) && !goesOnBefore.has(tokens.word(next)) && !tokens.isPair(at - 1, '=>')) return next;
  }
  return to;
}

/** Arguments of a type go on for no longer than this, in tokens. */
const longestArguments = 400;

/** Index behind the arguments of a type that begin at `<`; -1 where it only compares. */
export function behindTypeArguments(tokens: Tokens, open: number): number {
  let depth = 0;
  for (let at = open; at < Math.min(open + longestArguments, tokens.count); at++) {
    if (tokens.is(at, '<')) depth++;
    else if (tokens.is(at, '>') && !tokens.isPair(at - 1, '=>')) {
      if (--depth === 0) return at + 1;
    } else if (tokens.is(at, ';') || tokens.isPair(at, '&&') || tokens.isPair(at, '||')) return -1;
    else if (tokens.is(at, '(') || tokens.is(at, '{') || tokens.is(at, '[')) at = tokens.partner(at);
  }
  return -1;
}

/** Index of the brace of a body behind the parameters and the result of a method; of what ends a method without one otherwise. */
export function bodyOf(tokens: Tokens, close: number, to: number, endsWithLine: boolean): number {
  let at = close + 1;
  while (at < to && !tokens.is(at, ';')) {
    const isInType = ':|&'.includes(tokens.word(at - 1)) || tokens.isPair(at - 2, '=>') || /^(?:is|keyof|typeof)$/.test(tokens.word(at - 1));
    if (tokens.is(at, '{') && !isInType) return at;
    if (endsWithLine && at > close + 1 && tokens.isName(at) && tokens.line(at) > tokens.line(at - 1) && !isInType) return at;
    if (tokens.is(at, '<')) at = Math.max(at + 1, behindTypeArguments(tokens, at));
    else at = tokens.is(at, '{') || tokens.is(at, '(') || tokens.is(at, '[') ? tokens.partner(at) + 1 : at + 1;
  }
  return Math.min(at, to);
}

/** A type in an annotation: the first part that is one of several. */
export function annotationAt(tokens: Tokens, colon: number): string | undefined {
  const begin = tokens.is(colon + 1, '|') ? colon + 2 : colon + 1;
  const type = typeAt(tokens, begin);
  // `Loan["state"]` is of another type.
  return type && !tokens.is(type.next, '[') ? type.type : undefined;
}

export interface TypescriptParameter {
  readonly name: string;
  readonly type: string;
  /** Declared as a member by a modifier before it. */
  readonly isMember: boolean;
}

/** Parameters between parentheses; what takes objects apart has no name. */
export function parametersOf(tokens: Tokens, open: number): readonly TypescriptParameter[] {
  return listed(tokens, { from: open + 1, to: tokens.partner(open) }).flatMap(({ from, to }) => {
    let at = from;
    let isMember = false;
    for (;;) {
      if (tokens.is(at, '@') && tokens.isName(at + 1)) at = tokens.is(at + 2, '(') ? tokens.partner(at + 2) + 1 : at + 2;
      else if (/^(?:private|public|protected|readonly|override)$/.test(tokens.word(at)) && tokens.isName(at + 1)) {
        isMember = true;
        at++;
      } else if (tokens.is(at, '.')) at++;
      else break;
    }
    if (!tokens.isName(at) || at >= to) return [];
    const colon = find(tokens, at, to, ':');
    return [{ name: tokens.word(at), type: (colon < to ? annotationAt(tokens, colon) : undefined) ?? '', isMember }];
  });
}

/** A decorator with what stands in its parentheses. */
export interface Decorator extends Part {
  readonly name: string;
}

export function decoratorAt(tokens: Tokens, at: number): { readonly mark: Decorator; readonly next: number } {
  let name = at + 1;
  while (tokens.is(name + 1, '.') && tokens.isName(name + 2)) name += 2;
  const hasArguments = tokens.is(name + 1, '(');
  const next = hasArguments ? tokens.partner(name + 1) + 1 : name + 1;
  return { mark: { name: tokens.word(name), from: hasArguments ? name + 2 : next, to: hasArguments ? next - 1 : next }, next };
}

/** Value of a property in an object between two tokens: `name: "loans"`. */
export function property(tokens: Tokens, { from, to }: Part, names: RegExp): number {
  for (let at = from; at < to; at++) if (names.test(tokens.word(at)) && tokens.is(at + 1, ':')) return at + 2;
  return -1;
}
