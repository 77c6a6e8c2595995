import { readFile } from 'node:fs/promises';
import { Language as Grammar, Parser, Query, type Tree } from '@vscode/tree-sitter-wasm';
import type { NeededNames } from '../../contract/finding.js';
import type { Language, SyntaxNode } from '../../contract/nodes.js';
import type { Localized } from '../../contract/words.js';
import type { SyntaxProblem } from '../adapter.js';
import { grammarFile } from '../grammar-files.js';
import { askedTypes } from './asked-types.js';
import { LastTree } from './incremental.js';
import { KeptTree } from './kept-node.js';

const problemLimit = 5;

/** How a language tells what other files have to name for a place to be reached. */
type Reach = (root: SyntaxNode, place: number) => NeededNames | undefined;

/** What `Parsed` asks for, of every language whose nodes are those of a tree-sitter grammar. */
class ParsedTree {
  private kept: KeptTree | undefined;

  constructor(private readonly tree: Tree, private readonly text: string, private readonly queries: QueryCache, private readonly asked: readonly string[], private readonly problem: Localized, private readonly reach: Reach | undefined) {}

  get problems(): readonly SyntaxProblem[] {
    if (!this.tree.rootNode.hasError) return [];
    const errors = this.queries.for(['ERROR', 'MISSING']).captures(this.tree.rootNode).slice(0, problemLimit);
    return errors.map(({ node }) => ({ at: { start: node.startIndex, end: node.endIndex }, message: this.problem }));
  }

  visit(keys: ReadonlySet<string>, each: (key: string, node: SyntaxNode) => void): void {
    const types = [...new Set([...keys, ...this.asked])].sort();
    const kept = (this.kept = new KeptTree(this.tree.rootNode, this.text));
    const nodes = this.queries.for(types).captures(this.tree.rootNode).map(({ node }) => kept.of(node));
    kept.index(types, nodes);
    for (const node of nodes) if (keys.has(node.type)) each(node.type, node);
  }

  reachedBy(place: number): NeededNames | undefined {
    return this.reach && this.kept ? this.reach(this.kept.rootNode, place) : undefined;
  }

  dispose(): void {
    this.kept = undefined;
    // The tree is kept for the next version of the text and freed with the one that follows.
  }
}

/** Compiled queries by their set of node types: one combined query is faster than walking from JavaScript. */
class QueryCache {
  private readonly queries = new Map<string, Query>();
  constructor(private readonly grammar: Grammar) {}

  for(types: readonly string[]): Query {
    const key = types.join(' ');
    let query = this.queries.get(key);
    if (!query) {
      query = new Query(this.grammar, `[${types.map((type) => `(${type})`).join(' ')}] @node`);
      this.queries.set(key, query);
    }
    return query;
  }
}

let runtime: Promise<void> | undefined;

/** A grammar by the name of its WebAssembly file, and a parser that uses it. Rejects when it cannot be loaded. */
export async function loadGrammar(grammarName: string): Promise<{ readonly grammar: Grammar; readonly parser: Parser }> {
  runtime ??= Parser.init({ locateFile: (file: string) => grammarFile(file) });
  await runtime;
  const grammar = await Grammar.load(await readFile(grammarFile(grammarName)));
  const parser = new Parser();
  parser.setLanguage(grammar);
  return { grammar, parser };
}

/**
 * A language by its tree-sitter grammar, a WebAssembly file. Rejects when the grammar cannot be loaded. What was parsed last
 * is valid until the next parse. `name` is what the language calls itself in messages; `reach` is left out where nothing is known.
 */
export async function treeSitterAdapter<L extends Language>(language: L, grammarName: string, name: string, reach?: Reach): Promise<{ readonly language: L; parse(text: string, path: string): ParsedTree }> {
  const { grammar, parser } = await loadGrammar(grammarName);
  const queries = new QueryCache(grammar);
  const problem = { en: `${name} syntax error; the code around it was still analysed`, ko: `${name} 구문 오류입니다. 주변 코드는 그대로 분석했습니다` };
  const trees = new LastTree((text, old) => {
    const tree = parser.parse(text, old);
    if (!tree) throw new Error('tree-sitter returned no tree without a time limit set');
    return tree;
  });
  return { language, parse: (text, path) => new ParsedTree(trees.of(text, path), text, queries, askedTypes[language] ?? [], problem, reach) };
}
