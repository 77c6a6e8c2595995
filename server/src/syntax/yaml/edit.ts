import { isAlias, isMap, isPair, isScalar, isSeq, visit, type Document, type Pair, type YAMLMap } from 'yaml';
import { lineEnding, type Span } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';
import { pairOf, type YamlNode } from './ask.js';

/** A scalar to write, as it shall stand in the file, with an optional comment behind it. */
export interface NewValue {
  readonly text: string;
  readonly comment?: string;
}

type BlockMap = YAMLMap.Parsed;

function replace(file: string, span: Span, text: string): Edit {
  return { do: 'replace', file, span, text };
}

/**
 * Sets `path` below a map, adding the maps that are missing on the way and keeping everything that stands there. New
 * keys go behind the last of the keys `after`, or to the end of the map. `undefined` when the path already has a value, or leads
 * through an alias, a merge key or a scalar.
 */
export function addValue(file: string, text: string, map: YamlNode | undefined, path: readonly string[], value: NewValue, after: readonly string[] = []): Edit | undefined {
  const [key, ...rest] = path;
  if (!isMap(map) || key === undefined) return undefined;
  const pair = ownPair(map as BlockMap, key);
  if (!pair) return insertKeys(file, text, map as BlockMap, path, value, after);
  if (rest.length === 0) return undefined;
  if (isEmpty(pair.value)) return map.flow ? fillFlow(file, pair, rest, value) : fillKey(file, text, pair, rest, value);
  return isAlias(pair.value) || hasMerge(pair.value) ? undefined : addValue(file, text, pair.value as YamlNode, rest, value);
}

/** Removes a key with its value, its line and the comment behind it. `undefined` when it is absent or the only key of its map. */
export function removeKey(file: string, text: string, map: YamlNode | undefined, key: string): Edit | undefined {
  const pair = isMap(map) ? ownPair(map as BlockMap, key) : undefined;
  if (!isMap(map) || !pair || map.items.length < 2) return undefined;
  const start = pair.key.range[0];
  const end = endOf(pair.value ?? pair.key);
  const next = (map.items as Pair[])[(map.items as Pair[]).indexOf(pair as Pair) + 1];
  if (map.flow) return replace(file, withComma(text, start, end), '');
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() === '') return replace(file, { start: lineStart, end: lineEnd(text, end) }, '');
  // The key shares its line with the dash of a list item: the next key takes its place.
  return next && isScalar(next.key) && next.key.range ? replace(file, { start, end: next.key.range[0] }, '') : undefined;
}

/**
 * Removes several keys of one map, see {@link removeKey}. `undefined` when one of them cannot go, or when none would be
 * left.
 */
export function removeKeys(file: string, text: string, map: YamlNode | undefined, keys: readonly string[]): readonly Edit[] | undefined {
  if (!isMap(map) || map.items.length <= keys.length || (map.flow && keys.length > 1)) return undefined;
  const edits = keys.map((key) => removeKey(file, text, map, key));
  // The key behind a dash makes room for the next one, which must not go as well.
  const apart = keys.length === 1 || edits.every((edit) => edit?.do === 'replace' && (edit.span.start === 0 || text[edit.span.start - 1] === '\n'));
  return apart && edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** Gives a key of a map a value, in place of the scalar that it has or as a new key; see {@link addValue}. */
export function putValue(file: string, text: string, map: YamlNode | undefined, key: string, value: string, after: readonly string[] = []): Edit | undefined {
  const pair = isMap(map) ? ownPair(map as BlockMap, key) : undefined;
  if (!isScalar(pair?.value) || isEmpty(pair.value)) return addValue(file, text, map, [key], { text: value }, after);
  return setValue(file, pair.value as YamlNode, value);
}

/** Puts another key, with the maps on the way to its value, in the place of a key. `undefined` when the key is absent, is an alias, or stands in JSON. */
export function replaceKey(file: string, text: string, map: YamlNode | undefined, key: string, path: readonly string[], value: NewValue): Edit | undefined {
  const pair = isMap(map) ? ownPair(map as BlockMap, key) : undefined;
  if (!isMap(map) || !pair || isAlias(pair.value) || (map.flow && isQuoted(pair.key))) return undefined;
  const start = pair.key.range[0];
  const lines = nested(' '.repeat(columnOf(text, start)), path, value);
  return replace(file, { start, end: endOf(pair.value ?? pair.key) }, map.flow ? flowText(path, value) : lines.join(lineEnding(text)).trimStart());
}

/** Gives a scalar another value in the quotes that it has. */
export function setValue(file: string, node: YamlNode, value: string): Edit {
  const quote = isScalar(node) && node.type === 'QUOTE_SINGLE' ? "'" : isScalar(node) && node.type === 'QUOTE_DOUBLE' ? '"' : '';
  return replace(file, { start: node.range[0], end: node.range[1] }, `${quote}${value}${quote}`);
}

/** Removes a document of a stream with the separator before it; `undefined` when it is the only one. */
export function removeDocument(file: string, documents: readonly { readonly doc: Document.Parsed }[], index: number): Edit | undefined {
  const [own, next] = [documents[index]?.doc, documents[index + 1]?.doc];
  if (!own || documents.length < 2) return undefined;
  if (index > 0) return replace(file, { start: own.range[0], end: own.range[2] }, '');
  return next && replace(file, { start: 0, end: next.range[0] }, '');
}

/**
 * Removes an item of a list in block notation with its lines and the comment behind it. `undefined` when it is the only
 * one, or shares its line with others.
 */
export function removeItem(file: string, text: string, list: YamlNode | undefined, index: number): Edit | undefined {
  if (!isSeq(list) || list.items.length < 2) return undefined;
  const item = list.items[index] as YamlNode | undefined;
  if (!item) return undefined;
  if (list.flow) return replace(file, withComma(text, item.range[0], endOf(item)), '');
  const start = text.lastIndexOf('\n', item.range[0] - 1) + 1;
  return /^\s*-\s+$/.test(text.slice(start, item.range[0])) ? replace(file, { start, end: lineEnd(text, endOf(item)) }, '') : undefined;
}

/**
 * Adds an item to the list at `key` of a map, behind the item `after` or at the end; makes the list when there is none.
 * An item of several lines, the first of which follows the dash, goes only into a list in block notation.
 */
export function addItem(file: string, text: string, map: YamlNode | undefined, key: string, item: string | readonly string[], after?: string): Edit | undefined {
  if (!isMap(map)) return undefined;
  const [first = '', ...rest] = typeof item === 'string' ? [item] : item;
  const lines = (indent: string): readonly string[] => [`${indent}- ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
  const pair = ownPair(map as BlockMap, key);
  const list = pair?.value;
  if (!pair) return insertLines(file, text, map as BlockMap, (indent) => [`${indent}${key}:`, ...lines(`${indent}  `)]);
  if (isSeq(list) && list.items.length > 0) {
    const anchor = list.items.find((each) => isScalar(each) && String(each.value) === after) ?? list.items[list.items.length - 1];
    const end = endOf(anchor as YamlNode);
    if (list.flow) return rest.length > 0 ? undefined : replace(file, { start: end, end }, `, ${first}`);
    const start = (anchor as YamlNode).range[0];
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    return insertAfterLine(file, text, end, lines(/^\s*/.exec(line)?.[0] ?? ''));
  }
  if (!isEmpty(list)) return undefined;
  return fill(file, text, pair, lines(`${' '.repeat(columnOf(text, pair.key.range[0]))}  `));
}

/**
 * Adds lines to a block map behind the last of the keys `after`, or at its end. `lines` are indented by the map's own
 * indentation. `undefined` for maps in flow notation, and when one of the `keys` that the lines bring is there already.
 */
export function addLines(file: string, text: string, map: YamlNode | undefined, keys: readonly string[], lines: readonly string[], after: readonly string[] = []): Edit | undefined {
  if (!isMap(map) || hasMerge(map) || keys.some((key) => ownPair(map as BlockMap, key))) return undefined;
  return insertLines(file, text, map as BlockMap, (indent) => lines.map((line) => `${indent}${line}`), after);
}

/**
 * Adds items of several lines to the list at `key` of a map, behind its last item; a list that is missing comes behind
 * the last of the keys `after`. The first line of an item follows its dash. `undefined` for lists in flow notation.
 */
export function addEntries(file: string, text: string, map: YamlNode | undefined, key: string, added: readonly (readonly string[])[], after: readonly string[] = []): Edit | undefined {
  if (!isMap(map) || hasMerge(map) || added.length === 0) return undefined;
  const lines = (indent: string): readonly string[] => added.flatMap(([first = '', ...rest]) => [`${indent}- ${first}`, ...rest.map((line) => `${indent}  ${line}`)]);
  const pair = ownPair(map as BlockMap, key);
  if (!pair) return insertLines(file, text, map as BlockMap, (indent) => [`${indent}${key}:`, ...lines(`${indent}  `)], after);
  const list = pair.value;
  if (isEmpty(list)) return fill(file, text, pair, lines(`${' '.repeat(columnOf(text, pair.key.range[0]))}  `));
  const last = isSeq(list) && !list.flow ? list.items[list.items.length - 1] : undefined;
  if (!last) return undefined;
  const start = (last as YamlNode).range[0];
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return insertAfterLine(file, text, endOf(last as YamlNode), lines(/^\s*/.exec(line)?.[0] ?? ''));
}

function ownPair(map: BlockMap, key: string): Pair<YamlNode & { range: [number, number, number] }, YamlNode | null> | undefined {
  return map.items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key) as ReturnType<typeof ownPair>;
}

function hasMerge(node: unknown): boolean {
  return isMap(node) && node.items.some((pair) => isScalar(pair.key) && pair.key.value === '<<');
}

function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (isScalar(node)) return node.value === null;
  return (isMap(node) || isSeq(node)) && node.flow === true && node.items.length === 0;
}

/** End of the last token that belongs to a node. Ranges of block collections reach into the white space behind them. */
function endOf(node: YamlNode): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const last = node.items[node.items.length - 1] as Pair<YamlNode, YamlNode | null>;
    return last.value && last.value.range[1] > last.value.range[0] ? endOf(last.value) : endOf(last.key) + 1;
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(node.items[node.items.length - 1] as YamlNode);
  return node.range[1];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Offset behind the line that `offset` stands in; a block scalar already ends behind its line. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function insertAfterLine(file: string, text: string, offset: number, lines: readonly string[]): Edit {
  const eol = lineEnding(text);
  const at = lineEnd(text, offset);
  const body = lines.join(eol);
  return replace(file, { start: at, end: at }, at > 0 && text[at - 1] !== '\n' ? `${eol}${body}` : `${body}${eol}`);
}

function withComma(text: string, start: number, end: number): Span {
  const behind = /^\s*,\s*/.exec(text.slice(end));
  if (behind) return { start, end: end + behind[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: before ? before.index : start, end };
}

function nested(indent: string, path: readonly string[], value: NewValue): readonly string[] {
  return path.map((key, depth) => {
    const start = `${indent}${'  '.repeat(depth)}${key}:`;
    if (depth < path.length - 1) return start;
    return `${start} ${value.text}${value.comment === undefined ? '' : ` # ${value.comment}`}`;
  });
}

function flowText(path: readonly string[], value: NewValue): string {
  return path.reduceRight((inner, key, at) => (at === path.length - 1 ? `${key}: ${inner}` : `${key}: { ${inner} }`), value.text);
}

/** Quoted keys mean JSON, where YAML's flow notation would not do. */
function isQuoted(key: unknown): boolean {
  return isScalar(key) && key.type === 'QUOTE_DOUBLE';
}

function insertKeys(file: string, text: string, map: BlockMap, path: readonly string[], value: NewValue, after: readonly string[]): Edit | undefined {
  if (!map.flow) return insertLines(file, text, map, (indent) => nested(indent, path, value), after);
  const last = map.items[map.items.length - 1];
  if (!last || isQuoted(last.key)) return undefined;
  const end = endOf((last.value ?? last.key) as YamlNode);
  return replace(file, { start: end, end }, `, ${flowText(path, value)}`);
}

function insertLines(file: string, text: string, map: BlockMap, lines: (indent: string) => readonly string[], after: readonly string[] = []): Edit | undefined {
  const first = map.items[0];
  const behind = map.items.filter((pair) => isScalar(pair.key) && after.includes(String(pair.key.value)));
  const anchor = behind[behind.length - 1] ?? map.items[map.items.length - 1];
  if (map.flow || !first || !anchor) return undefined;
  const indent = ' '.repeat(columnOf(text, (first.key as YamlNode).range[0]));
  return insertAfterLine(file, text, endOf((anchor.value ?? anchor.key) as YamlNode), lines(indent));
}

function fillFlow(file: string, pair: Pair<YamlNode, YamlNode | null>, path: readonly string[], value: NewValue): Edit | undefined {
  if (!isMap(pair.value) || isQuoted(pair.key)) return undefined;
  return replace(file, { start: pair.value.range[0], end: pair.value.range[1] }, `{ ${flowText(path, value)} }`);
}

/** `key:` or `key: {}` gets its first value. */
function fillKey(file: string, text: string, pair: Pair<YamlNode, YamlNode | null>, path: readonly string[], value: NewValue): Edit | undefined {
  return fill(file, text, pair, nested(`${' '.repeat(columnOf(text, pair.key.range[0]))}  `, path, value));
}

function fill(file: string, text: string, pair: Pair<YamlNode, YamlNode | null>, lines: readonly string[]): Edit | undefined {
  const colon = text.indexOf(':', pair.key.range[1]);
  if (colon < 0) return undefined;
  const written = pair.value && !(isScalar(pair.value) && pair.value.source === '') ? pair.value.range : undefined;
  if (written && written[1] > written[0]) return replace(file, { start: colon + 1, end: written[1] }, `${lineEnding(text)}${lines.join(lineEnding(text))}`);
  return insertAfterLine(file, text, colon, lines);
}

/** The map at a path of a document, without following aliases, so that an edit changes only what it names. */
export function mapAt(doc: Document.Parsed, path: readonly (string | number)[]): YamlNode | undefined {
  let here: unknown = doc.contents;
  for (const step of path) {
    if (isMap(here)) here = pairOf(doc, here, String(step))?.value;
    else if (isSeq(here) && typeof step === 'number') here = here.items[step];
    else return undefined;
  }
  return isMap(here) ? (here as YamlNode) : undefined;
}

/** The map that has a key at an offset, and that key's name: aliases and merges lead to the place where a key is written. */
export function keyAt(doc: Document.Parsed, offset: number): { readonly map: YamlNode; readonly key: string } | undefined {
  let found: { map: YamlNode; key: string } | undefined;
  visit(doc, {
    Map(_, node) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.range?.[0] === offset);
      if (!pair || !isScalar(pair.key)) return undefined;
      found = { map: node as YamlNode, key: String(pair.key.value) };
      return visit.BREAK;
    },
  });
  return found;
}
