import type { Edit, FixInput } from '../../contract/rule.js';

/** The literal that a finding points at, replaced by another one in the same quotes; `undefined` when no literal stands there. */
export function replaceLiteral({ finding, text }: FixInput, value: string): readonly Edit[] | undefined {
  const now = text(finding.file)?.slice(finding.range.start, finding.range.end);
  const quote = /^(['"])[\w-]*\1$/.exec(now ?? '')?.[1];
  return quote === undefined ? undefined : [{ do: 'replace', file: finding.file, span: finding.range, text: `${quote}${value}${quote}` }];
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Offset behind the bracket that closes the one at an offset, strings and comments left aside; `undefined` when none does. */
function behindBracket(text: string, open: number): number | undefined {
  const stack: string[] = [];
  const token = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|\/\/[^\n]*|#(?!\[)[^\n]*|\/\*[^]*?\*\/|[()[\]{}]/g;
  token.lastIndex = open;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [each] = found;
    const close = closing[each];
    if (close !== undefined) stack.push(close);
    else if (each.length === 1 && stack.pop() !== each) return undefined;
    if (stack.length === 0) return found.index + each.length;
  }
  return undefined;
}

/** A call and those chained to it: where they end and how they read, from the end of the first method's name. */
export function chainFrom(text: string, nameEnd: number): { readonly end: number; readonly text: string } | undefined {
  let end = behindBracket(text, nameEnd);
  for (let next = end; next !== undefined; ) {
    end = next;
    const link = /^\s*\??->\s*\w+\s*(?=\()/.exec(text.slice(end));
    next = link ? behindBracket(text, end + link[0].length) : undefined;
  }
  return end === undefined ? undefined : { end, text: text.slice(nameEnd, end) };
}
