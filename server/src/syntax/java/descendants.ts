import type { CodeNode as Node } from '../../contract/nodes.js';

/** Nodes of the given types at or below a node, in text order. */
export function descendants(node: Node, ...types: readonly string[]): readonly Node[] {
  return node.descendantsOfType([...types]).filter((found): found is Node => found !== null);
}

/**
 * Places at or below a node where an identifier of this name stands, in text order. Searches the text first: most names
 * stand in a few places, while a file has thousands of identifiers.
 */
export function identifiersNamed(node: Node, name: string): readonly Node[] {
  if (!/^[\w$\u0080-\uffff]+$/.test(name)) return [];
  const { rootNode } = node.tree;
  const { text, startIndex } = node;
  const found: Node[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const start = startIndex + at;
    const here = rootNode.descendantForIndex(start, start + name.length);
    if (here?.type === 'identifier' && here.startIndex === start && here.endIndex === start + name.length) found.push(here);
  }
  return found;
}
