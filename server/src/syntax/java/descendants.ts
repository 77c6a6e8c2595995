import type { CodeNode as Node } from '../../contract/nodes.js';

/** What rules ask of whole files; the first question finds them all, because a walk over a file costs a fifth of parsing it. */
const common: ReadonlySet<string> = new Set([
  'class_declaration', 'enum_declaration', 'record_declaration', 'interface_declaration',
  'method_invocation', 'method_reference', 'assignment_expression', 'update_expression',
]);

/** Nodes of a file by type; goes with the tree. */
const tables = new WeakMap<Node['tree'], ReadonlyMap<string, readonly Node[]>>();

function walk(node: Node, types: Iterable<string>): readonly Node[] {
  return node.descendantsOfType([...types]).filter((found): found is Node => found !== null);
}

function tableOf(root: Node): ReadonlyMap<string, readonly Node[]> {
  const known = tables.get(root.tree);
  if (known) return known;
  const table = new Map<string, Node[]>([...common].map((type) => [type, []]));
  for (const node of walk(root, common)) table.get(node.type)?.push(node);
  tables.set(root.tree, table);
  return table;
}

/** Nodes of the given types at or below a node, in text order. */
export function descendants(node: Node, ...types: readonly string[]): readonly Node[] {
  if (node.type !== 'program' || !types.every((type) => common.has(type))) return walk(node, types);
  const table = tableOf(node);
  const found = types.flatMap((type) => table.get(type) ?? []);
  return types.length === 1 ? found : found.sort((a, b) => a.startIndex - b.startIndex || b.endIndex - a.endIndex);
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
