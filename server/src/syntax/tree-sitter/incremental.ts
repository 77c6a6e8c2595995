import type { Edit, Point, Tree } from '@vscode/tree-sitter-wasm';

function pointAt(text: string, index: number): Point {
  let row = 0;
  let line = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', next + 1)) {
    row++;
    line = next + 1;
  }
  return { row, column: index - line };
}

/** The one replacement that makes `after` of `before`: what lies between their common beginning and their common end. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const oldEndIndex = before.length - tail;
  const newEndIndex = after.length - tail;
  return {
    startIndex: start, oldEndIndex, newEndIndex,
    startPosition: pointAt(before, start), oldEndPosition: pointAt(before, oldEndIndex), newEndPosition: pointAt(after, newEndIndex),
  };
}

/** Parses a text anew, or from the tree of an earlier version of it, which must not be used afterwards. */
export type TreeParser = (text: string, old?: Tree) => Tree;

/**
 * Keeps the last tree, because the next text is often the same file a keystroke later and most of the tree then stays.
 * How a text with syntax errors is read depends on what was there before; such a text is read again from its beginning,
 * so that the same text always gives the same tree.
 */
export class LastTree {
  private last: { readonly path: string; readonly text: string; readonly tree: Tree } | undefined;

  constructor(private readonly parse: TreeParser) {}

  /** The tree stays valid until the next call. */
  of(text: string, path: string): Tree {
    const previous = this.last;
    this.last = undefined;
    const tree = previous?.path === path && !previous.tree.rootNode.hasError ? this.reparse(previous, text) : this.parse(text);
    previous?.tree.delete();
    this.last = { path, text, tree };
    return tree;
  }

  private reparse({ text: before, tree: old }: { readonly text: string; readonly tree: Tree }, text: string): Tree {
    old.edit(editBetween(before, text));
    const tree = this.parse(text, old);
    if (!tree.rootNode.hasError) return tree;
    tree.delete();
    return this.parse(text);
  }
}
