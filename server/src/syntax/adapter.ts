import type { Span } from '../base/text.js';
import type { NeededNames } from '../contract/finding.js';
import type { Language, NodeOf } from '../contract/nodes.js';
import type { Localized } from '../contract/words.js';
import type { ChartData } from './helm/render.js';

/** A syntax error; the nodes around it are still delivered. */
export interface SyntaxProblem {
  readonly at: Span;
  readonly message: Localized;
}

/** One parsed text. Nodes are valid until `dispose`. */
export interface Parsed<L extends Language> {
  readonly problems: readonly SyntaxProblem[];
  /** Calls `each` for every node whose key is in `keys`, in text order. */
  visit(keys: ReadonlySet<string>, each: (key: string, node: NodeOf[L]) => void): void;
  /** What other files have to name for a place to be reached, see {@link NeededNames}; `undefined` when nothing can be said. */
  reachedBy?(place: number): NeededNames | undefined;
  dispose(): void;
}

/** Text in, nodes with spans and problems out. Never throws on bad input, knows no rules. */
export interface Adapter<L extends Language> {
  readonly language: L;
  /** `chart` is what a template of a Helm chart is filled in with. */
  parse(text: string, path: string, chart?: ChartData): Parsed<L>;
}

export type Adapters = { readonly [L in Language]: Adapter<L> };
