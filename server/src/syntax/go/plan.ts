import { hash } from '../../base/hash.js';
import type { Json } from '../../base/json.js';
import { below, enclosing, field, named } from '../tree-sitter/nodes.js';
import { stringValue, type GoNode } from './ask.js';

/** A change of a Go file that was planned while its tree was there; offsets are true as long as the file's hash is the same. */
export interface GoPlan {
  readonly hash: string;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

type PlanEdit = GoPlan['edits'][number];

/** Statement that stands in a block of its own around a node. */
export function statementAround(node: GoNode): GoNode | undefined {
  for (let at = node; at.parent; at = at.parent) if (at.parent.type === 'statement_list') return at;
  return undefined;
}

/** Whitespace in front of the line that a node begins on. */
export function indentOf(text: string, node: GoNode): string {
  const line = text.slice(text.lastIndexOf('\n', node.startIndex - 1) + 1, node.startIndex);
  return /^\s*/.exec(line)?.[0] ?? '';
}

const isStandard = (path: string): boolean => !(path.split('/')[0] ?? '').includes('.');

/** Puts packages among the imports, those of the standard library in the order that gofmt keeps; no edits for what is there. `undefined` without imports. */
export function importEdits(root: GoNode, text: string, wanted: readonly string[]): readonly PlanEdit[] | undefined {
  const declaration = named(root).find((each) => each.type === 'import_declaration');
  if (!declaration) return undefined;
  const specs = below(root, 'import_spec');
  const pathOf = (spec: GoNode): string => stringValue(field(spec, 'path')) ?? '';
  const missing = [...new Set(wanted)].filter((path) => !specs.some((spec) => pathOf(spec) === path && field(spec, 'name') === undefined)).sort();
  if (missing.length === 0) return [];
  const list = below(declaration, 'import_spec_list')[0];
  if (!list) {
    const own = below(declaration, 'import_spec').map((spec) => spec.text);
    const lines = [...own, ...missing.map((path) => `"${path}"`)].sort((a, b) => (a.replace(/^\w+\s+/, '') < b.replace(/^\w+\s+/, '') ? -1 : 1));
    return [{ start: declaration.startIndex, end: declaration.endIndex, text: `import (\n${lines.map((line) => `\t${line}\n`).join('')})` }];
  }
  const standard = below(list, 'import_spec').filter((spec) => isStandard(pathOf(spec)));
  const places = new Map<number, string>();
  const all = below(list, 'import_spec');
  const foreign = all.filter((spec) => !isStandard(pathOf(spec)));
  for (const path of missing) {
    const group = isStandard(path) ? standard : foreign;
    const next = group.find((spec) => pathOf(spec) > path);
    const last = group.at(-1) ?? (isStandard(path) ? undefined : all.at(-1));
    const apart = !isStandard(path) && foreign.length === 0 && !places.has(last ? text.indexOf('\n', last.endIndex) + 1 : -1) ? '\n' : '';
    const lineStart = (at: number): number => text.lastIndexOf('\n', at) + 1;
    const at = next ? lineStart(next.startIndex) : last ? text.indexOf('\n', last.endIndex) + 1 : text.indexOf('\n', list.startIndex) + 1;
    places.set(at, `${places.get(at) ?? ''}${apart}\t"${path}"\n${!next && !last ? '\n' : ''}`);
  }
  return [...places].map(([at, added]) => ({ start: at, end: at, text: added }));
}

/** The plan as data of a fact; `undefined` when the imports allow none. */
export function planGo(root: GoNode, text: string, edits: readonly PlanEdit[], imports: readonly string[]): Json | undefined {
  const added = importEdits(root, text, imports);
  return added && { hash: hash(text), edits: [...added, ...edits].map((edit) => ({ ...edit })) };
}

/** Whether a name stands in the function around a place, so that a new variable of that name would clash. */
export function isTaken(node: GoNode, ...names: readonly string[]): boolean {
  const callable = enclosing(node, 'function_declaration', 'method_declaration', 'func_literal');
  return below(callable, 'identifier').some((each) => names.includes(each.text));
}
