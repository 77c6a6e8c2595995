import assert from 'node:assert/strict';
import type { JavaNode } from '../../../server/src/syntax/java/ask.js';
import { codeText } from '../../../server/src/syntax/java/code-text.js';
import { AdapterPool } from '../../../server/src/syntax/load.js';

const pool = new AdapterPool();

async function read(language: 'java' | 'kotlin', path: string, text: string): Promise<string> {
  await pool.load(language);
  const found: JavaNode[] = [];
  pool.get(language)!.parse(text, path).visit(new Set(['class_declaration']), (_key, node) => found.push(node as JavaNode));
  const [type] = found;
  assert.ok(type);
  assert.equal(codeText(type), codeText(type));
  return codeText(type);
}

describe('Java without its comments', () => {
  it('leaves comments out and literals in', async () => {
    const text = await read('java', 'Shop.java', 'class Shop {\n  // stop();\n  /* close();\n */ String url = "http://shop//x"; char quote = \'"\'; /** end() */ String text = "/* kept */";\n}\n');
    for (const gone of ['stop()', 'close()', 'end()']) assert.ok(!text.includes(gone), gone);
    for (const kept of ['"http://shop//x"', "'\"'", '"/* kept */"']) assert.ok(text.includes(kept), kept);
  });

  it('keeps what looks like a comment in a block of text', async () => {
    const text = await read('java', 'Shop.java', 'class Shop {\n  String sql = """\n    select "a" // b\n    """; // gone\n}\n');
    assert.ok(text.includes('// b') && !text.includes('gone'));
  });

  it('reads Kotlin as well', async () => {
    const text = await read('kotlin', 'src/main/kotlin/Shop.kt', 'class Shop {\n    // stop()\n    val url = "http://shop"\n}\n');
    assert.ok(text.includes('"http://shop"') && !text.includes('stop()'));
  });
});
