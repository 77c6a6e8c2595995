import type { Node } from '@vscode/tree-sitter-wasm';
import type { Maker, ViewNode } from './view.js';

/** What the parts of the conversion ask of each other. */
export interface Converter {
  readonly m: Maker;
  /** An expression where a value is wanted. */
  expression(node: Node): ViewNode;
  /** What stands between braces, or one statement, as a block. */
  block(at: Node, statements: readonly Node[]): ViewNode;
  statement(node: Node): ViewNode;
  classBody(node: Node): ViewNode;
  /** Annotations that were taken out of the text before a declaration of the file. */
  annotationsBefore(node: Node): readonly ViewNode[];
}
