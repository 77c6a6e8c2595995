import type { Span } from '../../base/text.js';

/** A method as text, for fixes that replace one without a tree at hand. */
export interface MethodText extends Span {
  /** Between name and body: `(…) throws …`. */
  readonly parameters: string;
  readonly returnType: string;
  readonly name: string;
  /** Annotations and modifiers. */
  readonly head: string;
  readonly body: string;
  readonly indent: string;
}

const skipped = /"""[^]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//y;

/** Offset behind the brace that closes the one at `open`; -1 when none does. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    skipped.lastIndex = at;
    const literal = skipped.exec(text);
    if (literal) at += literal[0].length - 1;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

/** The annotated method around an offset, from its first annotation's line on; `undefined` when the text has no such method there. */
export function annotatedMethodAt(text: string, offset: number, annotation: string): MethodText | undefined {
  const before = text.lastIndexOf(annotation, offset);
  if (before < 0) return undefined;
  const start = text.lastIndexOf('\n', before) + 1;
  const rest = text.slice(start);
  const match = /^([ \t]*)((?:@\w+(?:\([^()]*\))?\s+|(?:public|protected|private|final|static)\s+)+)([\w.<>,? ]+?)\s+(\w+)\s*(\([^{;]*?\)(?:\s*throws\s[^{;]*)?)\s*\{/.exec(rest);
  if (!match) return undefined;
  const [whole, indent = '', head = '', returnType = '', name = '', parameters = ''] = match;
  const open = start + whole.length - 1;
  const end = closing(text, open);
  return end < offset ? undefined : { start: start + indent.length, end, parameters, returnType, name, head, body: text.slice(open + 1, end - 1), indent };
}
