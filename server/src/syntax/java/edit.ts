import { lineEnding } from '../../base/text.js';
import type { Edit } from '../../contract/rule.js';

/**
 * Adds a single-type import to a Java text: before the first import that sorts behind it, behind the last one, or behind
 * the package line. No edits when the type is imported already, singly or by its package.
 */
export function addImport(file: string, text: string, type: string): readonly Edit[] {
  const eol = lineEnding(text);
  const imports = [...text.matchAll(/^import\s+([\w.]+(?:\.\*)?)\s*;/gm)];
  const packageName = type.slice(0, type.lastIndexOf('.'));
  if (imports.some((match) => match[1] === type || match[1] === `${packageName}.*`)) return [];
  const line = `import ${type};`;
  const insert = (at: number, inserted: string): readonly Edit[] => [{ do: 'replace', file, span: { start: at, end: at }, text: inserted }];
  const next = imports.find((match) => (match[1] ?? '') > type);
  if (next) return insert(next.index, `${line}${eol}`);
  const last = imports.at(-1) ?? /^package\s+[\w.]+\s*;/m.exec(text);
  if (!last) return insert(0, `${line}${eol}${eol}`);
  const blank = imports.length === 0 ? eol : '';
  return insert(last.index + last[0].length, `${eol}${blank}${line}`);
}
