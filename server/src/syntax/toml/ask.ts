import { getStaticTOMLValue, type AST } from 'toml-eslint-parser';
import type { Span } from '../../base/text.js';

/** One key of a document with its value, whichever way it is written. */
export interface TomlEntry {
  /** Names from the top: `tool.poetry.dependencies.django` is four. */
  readonly path: readonly string[];
  readonly key: Span;
  readonly at: Span;
  /** Text, number, boolean, date, array or table as JavaScript sees it. */
  readonly value: unknown;
}

function namesOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

function span(node: { readonly range: readonly [number, number] }): Span {
  return { start: node.range[0], end: node.range[1] };
}

function below(value: AST.TOMLKeyValue, above: readonly string[]): readonly TomlEntry[] {
  const path = [...above, ...namesOf(value.key)];
  const own = { path, key: span(value.key), at: span(value.value), value: getStaticTOMLValue(value.value) };
  return value.value.type === 'TOMLInlineTable' ? [own, ...value.value.body.flatMap((inner) => below(inner, path))] : [own];
}

/** Every key of a document, tables flattened, in text order. Keys of an array of tables carry its index. */
export function entriesOf(ast: AST.TOMLProgram): readonly TomlEntry[] {
  return ast.body[0].body.flatMap((node) => (node.type === 'TOMLKeyValue' ? below(node, []) : node.body.flatMap((inner) => below(inner, node.resolvedKey.map(String)))));
}

/** The value at a path of names; `undefined` when the document does not state it. */
export function entryAt(ast: AST.TOMLProgram, ...path: readonly string[]): TomlEntry | undefined {
  return entriesOf(ast).find((entry) => entry.path.length === path.length && entry.path.every((name, index) => name === path[index]));
}
