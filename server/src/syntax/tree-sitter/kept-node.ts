import type { Node } from '@vscode/tree-sitter-wasm';
import type { SyntaxNode } from '../../contract/nodes.js';

/** The nodes of one parsed text, each made once: tree-sitter makes a new one for every question, and asks WebAssembly for each of its properties. */
export class KeptTree {
  private readonly nodes = new Map<number, KeptNode>();
  private noted: readonly KeptNode[] = [];
  /** Places in `noted`, by type. */
  private readonly places = new Map<string, number[]>();
  readonly memo = new Map<object, unknown>();
  readonly rootNode: KeptNode;

  constructor(root: Node, readonly text: string) {
    this.rootNode = this.of(root);
  }

  of(node: Node): KeptNode {
    let kept = this.nodes.get(node.id);
    if (!kept) this.nodes.set(node.id, (kept = new KeptNode(node, this)));
    return kept;
  }

  orNull(node: Node | null): KeptNode | null {
    return node && this.of(node);
  }

  /** Takes note of all nodes of some types, parents before what is in them, so that questions for them need no walk. */
  index(types: Iterable<string>, nodes: readonly KeptNode[]): void {
    this.noted = nodes;
    for (const type of types) this.places.set(type, []);
    nodes.forEach(({ type }, place) => this.places.get(type)?.push(place));
  }

  /** Nodes of the types at or below one, in text order; `undefined` when only a walk tells. */
  indexed(below: KeptNode, types: readonly string[]): readonly KeptNode[] | undefined {
    const found: number[] = [];
    for (const type of types) {
      const places = this.places.get(type);
      if (!places) return undefined;
      for (let at = this.firstFrom(places, below.startIndex); at < places.length; at++) {
        const place = places[at] ?? 0;
        const node = this.noted[place];
        if (!node || node.startIndex > below.endIndex) break;
        if (node.endIndex > below.endIndex) continue;
        if (below !== this.rootNode && node !== below && isDoubtful(node, below)) return undefined;
        found.push(place);
      }
    }
    return found.sort((a, b) => a - b).flatMap((place) => this.noted[place] ?? []);
  }

  /** Where in a list of places the first node stands that starts at or after an offset. */
  private firstFrom(places: readonly number[], offset: number): number {
    let low = 0;
    for (let high = places.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.noted[places[middle] ?? 0]?.startIndex ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  all(nodes: readonly (Node | null)[]): KeptNode[] {
    const kept: KeptNode[] = [];
    for (const node of nodes) if (node) kept.push(this.of(node));
    return kept;
  }
}

/** Whether places do not tell which of two nodes stands in the other: they have the same span, or one is empty and stands at an end. */
function isDoubtful(node: KeptNode, below: KeptNode): boolean {
  if (node.startIndex === below.startIndex && node.endIndex === below.endIndex) return true;
  return node.startIndex === node.endIndex && (node.startIndex === below.startIndex || node.startIndex === below.endIndex);
}

/** A node that remembers what it was asked. */
export class KeptNode implements SyntaxNode {
  readonly id: number;
  readonly startIndex: number;
  private keptType: string | undefined;
  private keptEnd: number | undefined;
  private keptNamed: boolean | undefined;
  private keptParent: KeptNode | null | undefined;
  private keptChildren: readonly KeptNode[] | undefined;
  private keptNamedChildren: readonly KeptNode[] | undefined;
  private keptFields: Map<string, KeptNode | null> | undefined;

  constructor(private readonly node: Node, readonly tree: KeptTree) {
    this.id = node.id;
    this.startIndex = node.startIndex;
  }

  get type(): string {
    return (this.keptType ??= this.node.type);
  }

  get isNamed(): boolean {
    return (this.keptNamed ??= this.node.isNamed);
  }

  get endIndex(): number {
    return (this.keptEnd ??= this.node.endIndex);
  }

  get text(): string {
    return this.tree.text.slice(this.startIndex, this.endIndex);
  }

  get startPosition(): { readonly row: number } {
    return this.node.startPosition;
  }

  get parent(): KeptNode | null {
    if (this.keptParent === undefined) this.keptParent = this.tree.orNull(this.node.parent);
    return this.keptParent;
  }

  get children(): readonly KeptNode[] {
    return (this.keptChildren ??= this.ownedBelow(this.node.children));
  }

  get namedChildren(): readonly KeptNode[] {
    return (this.keptNamedChildren ??= this.keptChildren?.filter((child) => child.isNamed) ?? this.ownedBelow(this.node.namedChildren));
  }

  get namedChildCount(): number {
    return this.namedChildren.length;
  }

  get firstNamedChild(): KeptNode | null {
    return this.namedChildren[0] ?? null;
  }

  child(index: number): KeptNode | null {
    return this.children[index] ?? null;
  }

  namedChild(index: number): KeptNode | null {
    return this.namedChildren[index] ?? null;
  }

  childForFieldName(name: string): KeptNode | null {
    const fields = (this.keptFields ??= new Map());
    let found = fields.get(name);
    if (found === undefined) fields.set(name, (found = this.tree.orNull(this.node.childForFieldName(name))));
    return found;
  }

  childrenForFieldName(name: string): readonly KeptNode[] {
    return this.tree.all(this.node.childrenForFieldName(name));
  }

  descendantsOfType(types: string | string[]): readonly KeptNode[] {
    return this.tree.indexed(this, typeof types === 'string' ? [types] : types) ?? this.tree.all(this.node.descendantsOfType(types));
  }

  descendantForIndex(start: number, end: number): KeptNode | null {
    return this.tree.orNull(this.node.descendantForIndex(start, end));
  }

  /** Children know their parent from the way they were reached: tree-sitter finds it by a walk from the root. */
  private ownedBelow(nodes: readonly (Node | null)[]): readonly KeptNode[] {
    const children = this.tree.all(nodes);
    for (const child of children) child.keptParent = this;
    return children;
  }
}
