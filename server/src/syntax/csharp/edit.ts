import { lineEnding } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';

/** Adds a `using` below the last one at the head of a file, or as its first line; no edits when it is there. */
export function addUsing(file: string, text: string, namespace: string): readonly Edit[] {
  if (new RegExp(`^\\s*(?:global\\s+)?using\\s+${namespace.replaceAll('.', '\\.')}\\s*;`, 'm').test(text)) return [];
  const head = /^(?:\uFEFF)?(?:(?:[ \t]*(?:\/\/[^\n]*|#[^\n]*|(?:global\s+)?using\s+[^;()\n]+;[^\n]*)?\r?\n)*)/.exec(text)?.[0] ?? '';
  const last = [...head.matchAll(/^\uFEFF?[ \t]*using\s+[^;()\n]+;[^\n]*\n/gm)].at(-1);
  const at = last ? last.index + last[0].length : (text.startsWith('\uFEFF') ? 1 : 0);
  return [{ do: 'replace', file, span: { start: at, end: at }, text: `using ${namespace};${lineEnding(text)}` }];
}

/** Offset behind the parenthesis that closes the one at `open`; literals and comments are passed over. `undefined` when nothing does. */
export function behindCall(text: string, open: number): number | undefined {
  const token = /@?\$?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|\/\/[^\n]*|\/\*[^]*?\*\/|[()]/g;
  token.lastIndex = open;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '(') depth += 1;
    if (match[0] === ')' && --depth === 0) return match.index + 1;
  }
  return undefined;
}

/** First offset and indentation of the statement that a place stands in, by lines: the line that follows one which ends a statement or opens a block. */
export function statementStart(text: string, at: number): { readonly start: number; readonly indent: string } {
  let line = text.lastIndexOf('\n', at - 1) + 1;
  let chained = false;
  while (line > 0) {
    const own = text.slice(line).trimStart();
    // A call that begins its line goes on with the statement before it, whatever comments stand between.
    chained = own.startsWith('.') || (chained && own.startsWith('//'));
    const before = text.slice(text.lastIndexOf('\n', line - 2) + 1, line).trim();
    if (!chained && (before === '' || /[;{}]$|^\/\/|^#|^\)\s*$/.test(before) || before.endsWith('*/'))) break;
    line = text.lastIndexOf('\n', line - 2) + 1;
  }
  return { start: line, indent: /^[ \t]*/.exec(text.slice(line))?.[0] ?? '' };
}
