import type { Node } from '@vscode/tree-sitter-wasm';
import type { CodeNode } from '../../contract/nodes.js';
import type { Span } from '../../base/text.js';

/** A child of a node of the view and the field it stands in; '' for children without one. */
export type Part = readonly [field: string, node: ViewNode | undefined];

/** What all nodes of one view share. */
class ViewTree {
  private root: ViewNode | undefined;
  private nextId = 1;
  readonly memo = new Map<object, unknown>();
  constructor(readonly text: string) {}

  get rootNode(): ViewNode {
    if (!this.root) throw new Error('a view is asked for its root before it is built');
    return this.root;
  }

  set rootNode(node: ViewNode) {
    this.root = node;
  }

  id(): number {
    return this.nextId++;
  }

  /** Line of an offset, from 0. */
  row(index: number): number {
    let row = 0;
    for (let at = this.text.indexOf('\n'); at >= 0 && at < index; at = this.text.indexOf('\n', at + 1)) row++;
    return row;
  }
}

/** A node that speaks of Kotlin in the node types and fields of the Java grammar. Its places are those of the Kotlin text. */
export class ViewNode implements CodeNode {
  readonly id: number;
  readonly children: readonly ViewNode[];
  readonly namedChildren: readonly ViewNode[];
  parent: ViewNode | null = null;
  private readonly fields: ReadonlyMap<string, ViewNode>;

  constructor(readonly tree: ViewTree, readonly type: string, readonly startIndex: number, readonly endIndex: number, readonly isNamed: boolean, parts: readonly Part[], private readonly written: string | undefined) {
    this.id = tree.id();
    const present = parts.filter((part): part is readonly [string, ViewNode] => part[1] !== undefined);
    this.children = present.map(([, node]) => node);
    this.namedChildren = this.children.filter((child) => child.isNamed);
    // The first child of a field is the one that a parser names.
    this.fields = new Map([...present].reverse().filter(([name]) => name !== ''));
    for (const child of this.children) child.parent = this;
  }

  /** What the node says: Java's words where Kotlin's differ (types, literals), else the text as it stands. */
  get text(): string {
    return this.written ?? this.tree.text.slice(this.startIndex, this.endIndex);
  }

  get namedChildCount(): number {
    return this.namedChildren.length;
  }

  get firstNamedChild(): ViewNode | null {
    return this.namedChildren[0] ?? null;
  }

  get startPosition(): { readonly row: number } {
    return { row: this.tree.row(this.startIndex) };
  }

  child(index: number): ViewNode | null {
    return this.children[index] ?? null;
  }

  namedChild(index: number): ViewNode | null {
    return this.namedChildren[index] ?? null;
  }

  childForFieldName(name: string): ViewNode | null {
    return this.fields.get(name) ?? null;
  }

  descendantsOfType(types: string | readonly string[]): ViewNode[] {
    const wanted = new Set(typeof types === 'string' ? [types] : types);
    const found: ViewNode[] = [];
    const walk = (node: ViewNode): void => {
      if (wanted.has(node.type)) found.push(node);
      node.children.forEach(walk);
    };
    walk(this);
    return found;
  }

  descendantForIndex(start: number, end: number): ViewNode | null {
    if (start < this.startIndex || end > this.endIndex) return null;
    let best: ViewNode = this;
    for (const child of this.children) {
      const found = child.descendantForIndex(start, end);
      if (found && found.endIndex - found.startIndex <= best.endIndex - best.startIndex) best = found;
    }
    return best;
  }
}

/** Makes the nodes of one view. */
export class Maker {
  private readonly tree: ViewTree;
  constructor(readonly text: string, /** Name of the class that Kotlin makes of the functions and properties of a file. */ readonly fileClass: string, /** Properties of the file that are never assigned anew. */ readonly constants: ReadonlySet<string>) {
    this.tree = new ViewTree(text);
  }

  node(type: string, at: Span | Node, parts: readonly Part[] = [], written?: string): ViewNode {
    return this.make(type, spanOf(at), true, parts, written);
  }

  /** A keyword or operator. */
  token(text: string, at: Span | Node): ViewNode {
    return this.make(text, spanOf(at), false, [], text);
  }

  /** Ends the view. */
  root(type: string, at: Node, parts: readonly Part[]): ViewNode {
    const node = this.node(type, at, parts);
    this.tree.rootNode = node;
    return node;
  }

  private make(type: string, { start, end }: Span, isNamed: boolean, parts: readonly Part[], written: string | undefined): ViewNode {
    return new ViewNode(this.tree, type, start, end, isNamed, parts, written);
  }
}

export function spanOf(at: Span | Node): Span {
  return 'start' in at ? at : { start: at.startIndex, end: at.endIndex };
}

/** Children of a node of the Kotlin grammar, comments left out. */
export function kids(node: Node): readonly Node[] {
  return node.children.filter((child): child is Node => child !== null && !child.type.endsWith('_comment') && child.type !== 'shebang_line');
}

/** First child of one of the types. */
export function kid(node: Node, ...types: readonly string[]): Node | undefined {
  return kids(node).find((child) => types.includes(child.type));
}

export function parts(field: string, nodes: readonly (ViewNode | undefined)[]): readonly Part[] {
  return nodes.map((node): Part => [field, node]);
}
