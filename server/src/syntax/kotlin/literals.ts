import type { Node } from '@vscode/tree-sitter-wasm';
import { kids, spanOf, type Maker, type ViewNode } from './view.js';

function javaLiteral(m: Maker, at: { start: number; end: number }, content: string, raw: boolean): ViewNode {
  const body = raw ? content.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r?\n/g, '\\n') : content.replace(/\\\$/g, '$');
  return m.node('string_literal', at, [], `"${body}"`);
}

/** `"a $b ${c}"` as the concatenation that it stands for; a text without holes is one literal. */
export function stringLiteral(m: Maker, node: Node, expression: (node: Node) => ViewNode): ViewNode {
  const raw = node.text.startsWith('"""');
  const holes = kids(node).filter((child) => child.type === 'interpolated_identifier' || child.type === 'interpolated_expression');
  const { start, end } = spanOf(node);
  const quote = raw ? 3 : 1;
  if (holes.length === 0) return javaLiteral(m, { start, end }, m.text.slice(start + quote, Math.max(start + quote, end - quote)), raw);
  const pieces: ViewNode[] = [];
  let from = start + quote;
  let text = '';
  const flush = (to: number): void => {
    if (text !== '') pieces.push(javaLiteral(m, { start: Math.min(from, to - 1), end: to }, text, raw));
    text = '';
  };
  let at = from;
  for (const hole of holes) {
    const braces = hole.type === 'interpolated_expression';
    const begin = hole.startIndex - (braces ? 2 : 1);
    text += m.text.slice(at, begin);
    at = hole.endIndex + (braces ? 1 : 0);
    const inner = braces ? kids(hole).find((child) => child.isNamed) : undefined;
    // `${'$'}` is how a raw text says `$`.
    if (inner?.type === 'character_literal' && inner.text === "'$'") {
      text += '$';
      continue;
    }
    flush(begin);
    pieces.push(inner ? expression(inner) : m.node('identifier', hole));
    from = at;
  }
  text += m.text.slice(at, end - quote);
  flush(end - quote);
  const [first = m.node('string_literal', { start, end }, [], '""'), ...rest] = pieces;
  // What begins with a value is still text.
  const begun = first.type === 'string_literal' ? first : joined(m, m.node('string_literal', { start, end: start + quote }, [], '""'), first, { start, end });
  return rest.reduce((left, right) => joined(m, left, right, { start, end }), begun);
}

function joined(m: Maker, left: ViewNode, right: ViewNode, at: { start: number; end: number }): ViewNode {
  return m.node('binary_expression', at, [['left', left], ['operator', m.token('+', at)], ['right', right]]);
}

const numbers: Readonly<Record<string, string>> = {
  integer_literal: 'decimal_integer_literal', long_literal: 'decimal_integer_literal', unsigned_literal: 'decimal_integer_literal', hex_literal: 'hex_integer_literal',
  bin_literal: 'binary_integer_literal', real_literal: 'decimal_floating_point_literal', character_literal: 'character_literal',
};

/** A literal that is no text; `undefined` for other expressions. */
export function plainLiteral(m: Maker, node: Node): ViewNode | undefined {
  const number = numbers[node.type];
  if (number) return m.node(number, node);
  if (node.type === 'null' || node.type === 'null_literal') return m.node('null_literal', node);
  return node.type === 'boolean_literal' ? m.node(node.text, node) : undefined;
}
