import type { Span } from '../../base/text.js';
import type { SyntaxNode } from '../../contract/nodes.js';

export type { SyntaxNode };

export function span(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

/** Child by field name; `undefined` where tree-sitter says null. */
export function field(node: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  return node?.childForFieldName(name) ?? undefined;
}

/** Named children, comments left out. */
export function named(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.namedChildren.filter((child) => child.type !== 'comment') ?? [];
}

/** Nodes of the types below this one, in text order. */
export function below(node: SyntaxNode | undefined, ...types: readonly string[]): readonly SyntaxNode[] {
  return node?.descendantsOfType([...types]).filter((found) => found !== node) ?? [];
}

/** Nearest ancestor of one of the types; not the node itself. */
export function enclosing(node: SyntaxNode, ...types: readonly string[]): SyntaxNode | undefined {
  for (let at = node.parent; at; at = at.parent) if (types.includes(at.type)) return at;
  return undefined;
}

/** Whether a node is another one or stands inside it. */
export function isWithin(node: SyntaxNode, outer: SyntaxNode): boolean {
  return node.startIndex >= outer.startIndex && node.endIndex <= outer.endIndex;
}
