import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SyntaxNode } from '../../../server/src/contract/nodes.js';
import { askedTypes } from '../../../server/src/syntax/tree-sitter/asked-types.js';
import { treeSitterAdapter } from '../../../server/src/syntax/tree-sitter/adapter.js';

const rules = join(import.meta.dirname, '../../../server/src/rules');
const cases = readdirSync(rules, { recursive: true }).map((name) => join(rules, String(name)));

/** Sources of the rules' cases, small enough to compare each node with all others. */
function sources(extension: string): readonly string[] {
  const found = cases.filter((path) => path.endsWith(extension) && statSync(path).size < 3000).sort();
  return found.filter((_, index) => index % Math.ceil(found.length / 40) === 0).map((path) => readFileSync(path, 'utf8'));
}

/** Every node at or below one, parents first. */
function everyNode(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...node.children.flatMap(everyNode)];
}

const languages = [
  { language: 'java', grammar: 'java', extension: '.java', leaf: 'identifier', broken: 'class A { void f() { g(h(1), ; } int x = ; } @' },
  { language: 'python', grammar: 'python', extension: '.py', leaf: 'identifier', broken: 'def f(:\n  g(h(1)\nclass\n  x =' },
  { language: 'csharp', grammar: 'c-sharp', extension: '.cs', leaf: 'identifier', broken: 'class A { void F() { G(H(1), ; } int x = ; } [' },
  { language: 'php', grammar: 'php', extension: '.php', leaf: 'name', broken: '<?php function f( { $a->g(h(1), ; } class { $x = ; }' },
  { language: 'go', grammar: 'go', extension: '.go', leaf: 'identifier', broken: 'package a\nfunc f( { g(h(1), ; x := }\nvar' },
] as const;

describe('nodes that are made once', () => {
  for (const { language, grammar, extension, leaf, broken } of languages) {
    it(`answer in ${language} what a walk over all of them finds`, async () => {
      const adapter = await treeSitterAdapter(language, `tree-sitter-${grammar}.wasm`, language);
      const types = [...(askedTypes[language] ?? []), leaf];
      const texts = [...sources(extension), broken];
      assert.ok(texts.length > 10, 'there are sources to compare');
      let asked = 0;
      for (const text of texts) {
        let root: SyntaxNode | undefined;
        adapter.parse(text, `a${extension}`).visit(new Set(types), (_, node) => (root ??= node.tree.rootNode));
        for (const node of root ? everyNode(root) : []) {
          asked += 1;
          for (const wanted of [[leaf], types]) {
            const walked = everyNode(node).filter((each) => wanted.includes(each.type));
            assert.deepEqual(node.descendantsOfType(wanted).map(({ id }) => id), walked.map(({ id }) => id), `${node.type} at ${node.startIndex} of ${text}`);
          }
          for (const child of node.children) assert.equal(child.parent, node);
        }
      }
      assert.ok(asked > 500, `${asked} nodes were compared`);
    });
  }
});
