import { strict as assert } from 'node:assert';
import type { Tree } from '@vscode/tree-sitter-wasm';
import { readFile } from 'node:fs/promises';
import { Language, Parser } from '@vscode/tree-sitter-wasm';
import { grammarFile } from '../../../server/src/syntax/grammar-files.js';
import { LastTree, editBetween } from '../../../server/src/syntax/tree-sitter/incremental.js';
import { javaFile } from '../../perf/sources.js';

/** Node types and places of a tree: two trees with the same print say the same to every rule. */
function print(tree: Tree): string {
  const lines: string[] = [];
  const cursor = tree.walk();
  const visit = (depth: number): void => {
    lines.push(`${depth} ${cursor.nodeType} ${cursor.startIndex} ${cursor.endIndex} ${cursor.startPosition.row}:${cursor.startPosition.column}`);
    if (!cursor.gotoFirstChild()) return;
    do visit(depth + 1); while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit(0);
  cursor.delete();
  return lines.join('\n');
}

/** Numbers below 1 that are the same in every run (Lehmer's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('Java, parsed from its last version', () => {
  let parser: Parser;
  let reused = 0;
  before(async () => {
    await Parser.init({ locateFile: (file: string) => grammarFile(file) });
    parser = new Parser();
    parser.setLanguage(await Language.load(await readFile(grammarFile('tree-sitter-java.wasm'))));
  });

  function parse(text: string, old?: Tree): Tree {
    const tree = parser.parse(text, old);
    assert.ok(tree);
    if (old) reused++;
    return tree;
  }

  it('is the tree that the whole text gives, whatever was edited', () => {
    const random = numbers(7);
    const pieces = ['\n', ' ', 'x', '}', '{', ';', '"', '/*', '*/', '// c\n', '@Scheduled ', 'static ', 'int a = 1;\n', '한글', ')', 'class Inner { int b; }\n'];
    const trees = new LastTree(parse);
    const original = javaFile('OrderService', 300);
    let text = original;
    for (let step = 0; step < 300; step++) {
      const at = Math.floor(random() * text.length);
      const removed = random() < 0.3 ? Math.floor(random() * 40) : 0;
      const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
      // Most edits break the syntax; now and then the author repairs it.
      text = step % 4 === 3 ? original : text.slice(0, at) + piece + text.slice(at + removed);
      const expected = parse(text);
      assert.equal(print(trees.of(text, 'A.java')), print(expected), `step ${step}`);
      expected.delete();
    }
    assert.ok(reused > 50, `only ${reused} edits were parsed from the last tree`);
  });

  it('belongs to one path', () => {
    const trees = new LastTree(parse);
    trees.of('class A { }', 'A.java');
    const before = reused;
    const other = trees.of('class B { int b; }', 'B.java');
    assert.equal(reused, before);
    assert.equal(other.rootNode.namedChild(0)?.childForFieldName('name')?.text, 'B');
  });

  it('finds the edit between two texts', () => {
    assert.deepEqual(editBetween('a\nbcd\n', 'a\nbXd\n'), {
      startIndex: 3, oldEndIndex: 4, newEndIndex: 4, startPosition: { row: 1, column: 1 }, oldEndPosition: { row: 1, column: 2 }, newEndPosition: { row: 1, column: 2 },
    });
    assert.deepEqual(editBetween('aa', 'aaa'), {
      startIndex: 2, oldEndIndex: 2, newEndIndex: 3, startPosition: { row: 0, column: 2 }, oldEndPosition: { row: 0, column: 2 }, newEndPosition: { row: 0, column: 3 },
    });
  });
});
