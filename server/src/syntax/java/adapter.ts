import { readFile } from 'node:fs/promises';
import { Language, Parser, Query, type Node, type Tree } from '@vscode/tree-sitter-wasm';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { grammarFile } from '../grammar-files.js';
import { LastTree } from './incremental.js';

const problemLimit = 5;

class ParsedJava implements Parsed<'java'> {
  constructor(private readonly tree: Tree, private readonly queries: QueryCache) {}

  get problems(): readonly SyntaxProblem[] {
    if (!this.tree.rootNode.hasError) return [];
    const errors = this.queries.for(['ERROR', 'MISSING']).captures(this.tree.rootNode).slice(0, problemLimit);
    return errors.map(({ node }) => ({
      at: { start: node.startIndex, end: node.endIndex },
      message: { en: 'Java syntax error; the code around it was still analysed', ko: 'Java 구문 오류입니다. 주변 코드는 그대로 분석했습니다' },
    }));
  }

  visit(keys: ReadonlySet<string>, each: (key: string, node: Node) => void): void {
    for (const { node } of this.queries.for([...keys].sort()).captures(this.tree.rootNode)) each(node.type, node);
  }

  dispose(): void {
    // The tree is kept for the next version of the text and freed with the one that follows.
  }
}

/** Compiled queries by their set of node types: one combined query is faster than walking from JavaScript. */
class QueryCache {
  private readonly queries = new Map<string, Query>();
  constructor(private readonly language: Language) {}

  for(types: readonly string[]): Query {
    const key = types.join(' ');
    let query = this.queries.get(key);
    if (!query) {
      query = new Query(this.language, `[${types.map((type) => `(${type})`).join(' ')}] @node`);
      this.queries.set(key, query);
    }
    return query;
  }
}

/** Java by tree-sitter. Rejects when the grammar cannot be loaded. What was parsed last is valid until the next parse. */
export async function javaAdapter(): Promise<Adapter<'java'>> {
  await Parser.init({ locateFile: (file: string) => grammarFile(file) });
  const language = await Language.load(await readFile(grammarFile('tree-sitter-java.wasm')));
  const parser = new Parser();
  parser.setLanguage(language);
  const queries = new QueryCache(language);
  const trees = new LastTree((text, old) => {
    const tree = parser.parse(text, old);
    if (!tree) throw new Error('tree-sitter returned no tree without a time limit set');
    return tree;
  });
  return { language: 'java', parse: (text, path) => new ParsedJava(trees.of(text, path), queries) };
}
