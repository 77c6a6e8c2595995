import type { JavaNode } from './ask.js';

const textsKey = {};

/** Text of a node without its comments: what is commented out says nothing of what the program does. Literals stay as they are. */
export function codeText(node: JavaNode): string {
  const { memo } = node.tree;
  const texts = (memo.get(textsKey) ?? new Map()) as Map<number, string>;
  memo.set(textsKey, texts);
  const known = texts.get(node.id);
  if (known !== undefined) return known;
  const code = node.text.replace(/"""[^]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g, (part) => (part.startsWith('/') ? ' ' : part));
  texts.set(node.id, code);
  return code;
}
