/** A text twice, with every place where it was: without the annotations of its declarations, and with nothing else. */
export interface Apart {
  readonly bare: string;
  /** Annotations as they stand, before members of a class; where what they belong to begins, a function begins. */
  readonly annotations: string;
}

const head = 'class A{';
const stub = 'fun a()';
const blanks = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const annotationName = /@(?:\w+:)?[\w.]+(?:<[^<>\n]*>)?/y;
const literal = /"""[^]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//y;

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : undefined;
}

/** Offset behind the bracket that closes the one at `open`; `undefined` when none does. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const end = after(literal, text, at);
    if (end !== undefined && end > at) at = end - 1;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** End of the annotations that begin at an offset, and where their declaration begins; `undefined` when they cannot be told apart. */
function groupAt(text: string, start: number): { readonly end: number; readonly declaration: number } | undefined {
  let end = start;
  for (let at = start; text[at] === '@';) {
    const name = after(annotationName, text, at);
    const closed = name === undefined ? undefined : text[name] === '(' ? closing(text, name) : name;
    if (closed === undefined) return undefined;
    end = closed;
    at = after(blanks, text, end) ?? end;
    if (text[at] !== '@') return at + stub.length <= text.length ? { end, declaration: at } : undefined;
  }
  return undefined;
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

/**
 * Takes annotations before declarations of the file out of its text. The grammar also reads scripts, and takes
 * `@Service class Orders { … }` for an annotated expression.
 */
export function takeApart(text: string): Apart | undefined {
  let bare = '';
  let annotations = '';
  let at = 0;
  for (const match of text.matchAll(/^@(?!file:)\w/gm)) {
    const group = match.index < Math.max(at, head.length) ? undefined : groupAt(text, match.index);
    if (!group) continue;
    const { end, declaration } = group;
    bare += text.slice(at, match.index) + blank(text.slice(match.index, end));
    annotations += blank(text.slice(at, match.index)) + text.slice(match.index, end) + blank(text.slice(end, declaration)) + stub;
    bare += text.slice(end, declaration + stub.length);
    at = declaration + stub.length;
  }
  return at === 0 ? undefined : { bare: bare + text.slice(at), annotations: `${head}${annotations.slice(head.length)}${blank(text.slice(at))}}` };
}
