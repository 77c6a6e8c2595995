import assert from 'node:assert/strict';
import { AdapterPool } from '../../../server/src/syntax/load.js';
import { languageOf } from '../../../server/src/syntax/languages.js';

const sources = {
  python: { path: 'shop/views.py', whole: 'CACHE = {}\n\ndef put(key):\n    CACHE[key] = 1\n', broken: 'def put(key:\n    CACHE[key = 1\n', key: 'assignment' },
  csharp: { path: 'Shop/Cart.cs', whole: 'class Cart { static int count; void Add() { count = 1; } }\n', broken: 'class Cart { void Add( { count = ; } }\n', key: 'assignment_expression' },
  php: { path: 'public/cart.php', whole: '<?php\nsession_start();\n$_SESSION["cart"] = [];\n', broken: '<?php\nfunction ( { $a = ;\n', key: 'assignment_expression' },
  go: { path: 'cmd/shop/main.go', whole: 'package main\n\nvar carts = map[string]int{}\n\nfunc put() { carts["a"] = 1 }\n', broken: 'package main\nfunc put( { carts["a" = 1 }\n', key: 'assignment_statement' },
} as const;

describe('the tree-sitter grammars', () => {
  const pool = new AdapterPool();
  for (const [language, source] of Object.entries(sources) as [keyof typeof sources, (typeof sources)[keyof typeof sources]][]) {
    it(`read ${language}, also after and around a syntax error`, async () => {
      assert.equal(languageOf(source.path), language);
      await pool.load(language);
      const parse = (text: string): { readonly problems: number; readonly seen: readonly string[] } => {
        const seen: string[] = [];
        const parsed = pool.get(language)!.parse(text, source.path);
        parsed.visit(new Set([source.key]), (_key, node) => seen.push(text.slice(node.startIndex, node.endIndex)));
        return { problems: parsed.problems.length, seen };
      };
      const whole = parse(source.whole);
      assert.equal(whole.problems, 0);
      assert.ok(whole.seen.length >= 1, 'the assignment is delivered');
      assert.ok(parse(source.broken).problems > 0, 'the error is named');
      assert.deepEqual(parse(source.whole), whole);
      const withComment = source.whole.replace(/^(<\?php|package main)?/, (head) => `${head}${language === 'python' ? '\n# 장바구니' : '\n// 장바구니'}\n`);
      assert.deepEqual(parse(withComment), whole);
    });
  }
});
