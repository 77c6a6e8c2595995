import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';

export type JsonNode = Node;

/** Node at a path of keys and indexes. */
export function at(root: Node, ...path: readonly (string | number)[]): Node | undefined {
  return findNodeAtLocation(root, [...path]);
}

/** String value at a path; `undefined` for anything else. */
export function text(root: Node, ...path: readonly (string | number)[]): string | undefined {
  const node = at(root, ...path);
  return node?.type === 'string' ? (getNodeValue(node) as string) : undefined;
}

/** Keys of the object at a path. */
export function keys(root: Node, ...path: readonly (string | number)[]): readonly string[] {
  const node = path.length === 0 ? root : at(root, ...path);
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((property) => (property.children?.[0] ? [String(property.children[0].value)] : []));
}
