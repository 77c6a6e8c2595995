import type { Span } from '../../base/text.js';
import type { ConfigWord } from './words.js';

/** One directive of an nginx configuration, up to its semicolon or the end of its block. */
export interface NginxDirective extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly ConfigWord[];
  /** Directives between its braces; `undefined` when it has none. */
  readonly block: readonly NginxDirective[] | undefined;
}

interface Token extends Span {
  readonly kind: 'word' | ';' | '{' | '}';
  readonly text: string;
}

/** Actions of Jinja and ERB, white space and comments between words. */
const skipped = /(?:\s+|#[^\n]*|\{%[^]*?%\}|\{#[^]*?#\})+/y;
/** A word with quotes, variables in braces and expressions of templates in it. */
const word = /(?:"(?:\\[^]|[^"\\])*"?|'(?:\\[^]|[^'\\])*'?|\$\{\w*\}|\{\{[^]*?\}\}|<%[^]*?%>|\\[^]|\{%[^]*?%\}|[^\s;{}"'\\])+/y;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    skipped.lastIndex = at;
    at += skipped.exec(text)?.[0].length ?? 0;
    if (at >= text.length) break;
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    const length = found?.length ?? 1;
    const sign = text[at] ?? '';
    tokens.push(found !== undefined ? { kind: 'word', text: found.replace(/^(["'])([^]*)\1$/, '$2'), start: at, end: at + length } : { kind: sign === ';' || sign === '{' || sign === '}' ? sign : 'word', text: sign, start: at, end: at + 1 });
    at += length;
  }
  return tokens;
}

/**
 * The directives of an nginx configuration. A small text reader: it knows words, quotes, comments and blocks, none of the
 * directives, and reads on where braces do not match. No kept library of Node tells places of what it reads.
 */
export function readNginx(text: string, offset = 0): readonly NginxDirective[] {
  const tokens = tokensOf(text);
  let at = 0;
  const list = (): NginxDirective[] => {
    const found: NginxDirective[] = [];
    let words: Token[] = [];
    const finish = (end: number, block: readonly NginxDirective[] | undefined): void => {
      const [first, ...rest] = words;
      words = [];
      const place = (token: Span): Span => ({ start: offset + token.start, end: offset + token.end });
      if (first) found.push({ name: first.text, nameSpan: place(first), args: rest.map((token) => ({ text: token.text, ...place(token) })), block, start: offset + first.start, end: offset + end });
    };
    for (; at < tokens.length; ) {
      const token = tokens[at++] as Token;
      if (token.kind === 'word') words.push(token);
      else if (token.kind === ';') finish(token.end, undefined);
      else if (token.kind === '{') {
        const block = list();
        finish(tokens[at - 1]?.end ?? token.end, block);
      } else break;
    }
    return found;
  };
  const all = list();
  // A brace too many ends no file.
  while (at < tokens.length) all.push(...list());
  return all;
}

/** Directives of a name at any depth, each with the blocks around it, outermost first. */
export function nginxDirectives(all: readonly NginxDirective[], name: string, around: readonly NginxDirective[] = []): readonly { readonly directive: NginxDirective; readonly around: readonly NginxDirective[] }[] {
  return all.flatMap((directive) => [
    ...(directive.name === name ? [{ directive, around }] : []),
    ...(directive.block ? nginxDirectives(directive.block, name, [...around, directive]) : []),
  ]);
}
