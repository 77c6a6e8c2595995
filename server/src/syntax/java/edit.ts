import { lineEnding, type Span } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';

/**
 * Adds a single-type import to a Java or Kotlin text: before the first import that sorts behind it, unless that begins another group,
 * behind the last one, or behind the package line. No edits when the type is imported already, singly or by its package.
 */
export function addImport(file: string, text: string, type: string): readonly Edit[] {
  const eol = lineEnding(text);
  const end = file.endsWith('.kt') ? '' : ';';
  const imports = [...text.matchAll(end === '' ? /^import[ \t]+([\w.]+(?:\.\*)?)[ \t]*$/gm : /^import\s+([\w.]+(?:\.\*)?)\s*;/gm)];
  const packageName = type.slice(0, type.lastIndexOf('.'));
  if (imports.some((match) => match[1] === type || match[1] === `${packageName}.*`)) return [];
  const line = `import ${type}${end}`;
  const insert = (at: number, inserted: string): readonly Edit[] => [{ do: 'replace', file, span: { start: at, end: at }, text: inserted }];
  const next = imports.findIndex((match) => (match[1] ?? '') > type);
  const following = imports[next];
  const former = imports[next - 1];
  const isAlike = (match: RegExpExecArray): boolean => match[1]?.split('.')[0] === type.split('.')[0];
  if (following && former && isAlike(former) && !isAlike(following) && /\n[ \t]*\r?\n/.test(text.slice(former.index, following.index))) return insert(text.indexOf('\n', former.index + former[0].length) + 1, `${line}${eol}`);
  if (following) return insert(following.index, `${line}${eol}`);
  const last = imports.at(-1) ?? /^package\s+[\w.]+(?:\s*;)?/m.exec(text);
  if (!last) return insert(0, `${line}${eol}${eol}`);
  const blank = imports.length === 0 ? eol : '';
  return insert(last.index + last[0].length, `${eol}${blank}${line}`);
}

/** Header of a type from behind its name: type parameters, record components, superclass, interfaces, up to the body. */
const header = /^(\s*(?:<[^{]*?>)?\s*(?:\([^{]*?\))?\s*(?:extends\s+[^{]+?)?)(\s+implements\s+[^{]+?)?(\s*)\{/;

/**
 * Makes the type whose name ends at `nameEnd` implement `java.io.Serializable`; a class also gets a `serialVersionUID`,
 * so that a later change to its methods does not void stored sessions. `undefined` when the header cannot be read.
 */
export function implementSerializable(file: string, text: string, nameEnd: number): readonly Edit[] | undefined {
  const eol = lineEnding(text);
  const match = header.exec(text.slice(nameEnd));
  if (!match) return undefined;
  const [whole, before = '', interfaces] = match;
  const at = nameEnd + before.trimEnd().length;
  const clause: Edit = interfaces === undefined
    ? { do: 'replace', file, span: { start: at, end: at }, text: ' implements Serializable' }
    : { do: 'replace', file, span: { start: nameEnd + before.length + interfaces.length, end: nameEnd + before.length + interfaces.length }, text: ', Serializable' };
  const isRecord = /\brecord\s+\w+$/.test(text.slice(0, nameEnd));
  const body = nameEnd + whole.length;
  const version: readonly Edit[] = isRecord || /\bserialVersionUID\b/.test(text) ? [] : [{ do: 'replace', file, span: { start: body, end: body }, text: `${eol}    private static final long serialVersionUID = 1L;${eol}` }];
  return [...addImport(file, text, 'java.io.Serializable'), clause, ...version];
}

/**
 * Removes an annotation, with its line when nothing else stands there, and its import when the text does not name the
 * type again.
 */
export function removeAnnotation(file: string, text: string, span: Span, type: string): readonly Edit[] {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const behind = /^[ \t]*(?:\r?\n)?/.exec(text.slice(span.end))?.[0] ?? '';
  const alone = text.slice(lineStart, span.start).trim() === '' && behind.endsWith('\n');
  const removal: Edit = { do: 'replace', file, span: { start: alone ? lineStart : span.start, end: span.end + (alone ? behind.length : (/^[ \t]*/.exec(behind)?.[0].length ?? 0)) }, text: '' };
  const simple = type.slice(type.lastIndexOf('.') + 1);
  const line = new RegExp(`^import\\s+${type.replace(/\./g, '\\.')}\\s*;[ \\t]*(?:\\r?\\n)?`, 'm').exec(text);
  const rest = text.slice(0, span.start) + text.slice(span.end);
  const uses = rest.match(new RegExp(`\\b${simple}\\b`, 'g'))?.length ?? 0;
  return line && uses === 1 ? [{ do: 'replace', file, span: { start: line.index, end: line.index + line[0].length }, text: '' }, removal] : [removal];
}
