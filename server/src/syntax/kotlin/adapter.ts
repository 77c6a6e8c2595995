import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { CodeNode } from '../../contract/nodes.js';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { loadGrammar } from '../tree-sitter/adapter.js';
import { takeApart } from './annotations.js';
import { javaView } from './convert.js';
import type { ViewNode } from './view.js';

/** Where the text could not be read first; the grammar is older than the language, so that is not worth more than one word. */
function problemsOf(root: Node): readonly SyntaxProblem[] {
  if (!root.hasError) return [];
  const [first] = root.descendantsOfType('ERROR');
  const at = first ? { start: first.startIndex, end: first.endIndex } : { start: root.startIndex, end: root.endIndex };
  return [{ at, message: { en: 'a part of this Kotlin file could not be read; the rest was still analysed', ko: '이 Kotlin 파일의 일부를 읽지 못했습니다. 나머지는 그대로 분석했습니다' } }];
}

class ParsedKotlin implements Parsed<'kotlin'> {
  constructor(private readonly root: ViewNode, readonly problems: readonly SyntaxProblem[]) {}

  visit(keys: ReadonlySet<string>, each: (key: string, node: CodeNode) => void): void {
    const walk = (node: ViewNode): void => {
      if (keys.has(node.type)) each(node.type, node);
      node.children.forEach(walk);
    };
    walk(this.root);
  }

  dispose(): void {
    // The view keeps nothing of the parser's tree, which is freed already.
  }
}

/** Kotlin by tree-sitter, handed on in the node types of Java. Rejects when the grammar cannot be loaded. */
export async function kotlinAdapter(): Promise<Adapter<'kotlin'>> {
  const { parser } = await loadGrammar('tree-sitter-kotlin.wasm');
  const treeOf = (text: string): Tree => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('tree-sitter returned no tree without a time limit set');
    return tree;
  };
  return {
    language: 'kotlin',
    parse(text, path) {
      const apart = takeApart(text);
      const tree = treeOf(apart?.bare ?? text);
      const annotations = apart && treeOf(apart.annotations);
      try {
        return new ParsedKotlin(javaView(tree.rootNode, annotations?.rootNode, text, path), problemsOf(tree.rootNode));
      } finally {
        tree.delete();
        annotations?.delete();
      }
    },
  };
}
