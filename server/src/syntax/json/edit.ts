import { applyEdits, findNodeAtLocation, modify, parseTree, type JSONPath } from 'jsonc-parser';
import type { Edit } from '../../contract/rule.js';
import { lineEnding } from '../../base/text.js';

function indentation(text: string): { readonly insertSpaces: boolean; readonly tabSize: number } {
  const first = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return first.startsWith('\t') ? { insertSpaces: false, tabSize: 1 } : { insertSpaces: true, tabSize: first.length };
}

/** Sets one value and keeps comments and formatting; a new key goes where the alphabet puts it when the others are sorted. */
function set(text: string, path: JSONPath, value: unknown): string {
  const key = String(path.at(-1));
  const edits = modify(text, path, value, {
    formattingOptions: { ...indentation(text), eol: lineEnding(text) },
    getInsertionIndex: (keys) => {
      const sorted = keys.every((each, index) => index === 0 || (keys[index - 1] ?? '') <= each);
      const index = keys.findIndex((each) => each > key);
      return sorted && index >= 0 ? index : keys.length;
    },
  });
  return applyEdits(text, edits);
}

/** Version ranges of `dependencies` in the text of a `package.json`; empty when there are none or the JSON is broken. */
export function dependenciesOf(text: string): ReadonlyMap<string, string> {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, ['dependencies']);
  return new Map((node?.children ?? []).flatMap((property): [string, string][] => {
    const [key, value] = property.children ?? [];
    return typeof key?.value === 'string' && typeof value?.value === 'string' ? [[key.value, value.value]] : [];
  }));
}

/**
 * Edits that add run-time dependencies to a `package.json`; those it has keep their versions. Empty when all are there,
 * `undefined` when the text is not a JSON object.
 */
export function addDependencies(file: string, text: string, wanted: Readonly<Record<string, string>>): readonly Edit[] | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(start);
  if (parseTree(body)?.type !== 'object') return undefined;
  const known = dependenciesOf(body);
  const next = Object.entries(wanted).filter(([name]) => !known.has(name)).reduce((now, [name, range]) => set(now, ['dependencies', name], range), body);
  return next === body ? [] : [replaceChanged(file, body, next, start)];
}

/** Edits that add a package to `require` of a `composer.json`; none when it is there, `undefined` when the text is no JSON object. */
export function addRequirement(file: string, text: string, name: string, range: string): readonly Edit[] | undefined {
  const root = parseTree(text);
  if (root?.type !== 'object') return undefined;
  return findNodeAtLocation(root, ['require', name]) ? [] : [replaceChanged(file, text, set(text, ['require', name], range), 0)];
}

/** One edit for the part that differs, so that the rest of the file stays untouched. */
function replaceChanged(file: string, before: string, after: string, offset: number): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { do: 'replace', file, span: { start: offset + start, end: offset + before.length - end }, text: after.slice(start, after.length - end) };
}
