import { dirname } from '../../base/paths.js';
import { lineEnding } from '../../base/text.js';
import type { Edit, Fix } from '../../contract/rule.js';

/** A pair of brackets with the offsets of both. */
export interface Brackets {
  readonly open: number;
  readonly close: number;
}

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const token = /#[^\n]*|[rbfuRBFU]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|[()[\]{}]/g;

/** Pairs of brackets in a text, strings and comments passed over, in the order in which they close. */
function bracketsIn(text: string): readonly Brackets[] {
  const open: { readonly at: number; readonly kind: string }[] = [];
  const pairs: Brackets[] = [];
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (found.length > 1) continue;
    if ('([{'.includes(found)) open.push({ at: match.index, kind: found });
    else if (open.at(-1)?.kind === closing[found]) pairs.push({ open: open.pop()?.at ?? 0, close: match.index });
  }
  return pairs;
}

/** Brackets around an offset, innermost first. */
export function bracketsAround(text: string, offset: number): readonly Brackets[] {
  return bracketsIn(text).filter(({ open, close }) => open < offset && offset <= close).sort((a, b) => b.open - a.open);
}

/** White space before the line that an offset stands in. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}

/** Offset behind the line break of the statement that begins before or at an offset: a statement goes on inside brackets. */
export function afterStatement(text: string, offset: number): number {
  const outer = bracketsAround(text, offset).at(-1);
  const opened = bracketsIn(text).filter(({ open }) => open >= offset && !text.slice(offset, open).includes('\n')).map(({ close }) => close);
  const from = Math.max(offset, outer?.close ?? 0, ...opened);
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

const firstImport = /^(?:import|from)[ \t]+(?!__future__)[\w.]/m;

/** Where an import may be put: before the first one, else behind the comment, text and `__future__` imports that a module begins with. */
function importPlace(text: string): number {
  const first = firstImport.exec(text);
  if (first) return first.index;
  const head = /^(?:\uFEFF?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[rRuU]?(?:"""[^]*?"""|'''[^]*?''')[^\n]*\n)?(?:(?:[ \t]*(?:#[^\n]*)?|from __future__[^\n]*)\r?\n)*)/.exec(text);
  return head?.[0].length ?? 0;
}

/** Edit that adds imports which the text does not have yet; none when it has them all. */
export function addImports(file: string, text: string, ...statements: readonly string[]): readonly Edit[] {
  const missing = statements.filter((statement) => !new RegExp(`^${statement.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ \\t]*(?:#[^\\n]*)?\\r?$`, 'm').test(text));
  if (missing.length === 0) return [];
  const eol = lineEnding(text);
  const first = importPlace(text);
  const last = afterImports(text);
  const groups = [{ at: first, lines: missing.filter((each) => standard.test(each)) }, { at: last ?? first, lines: missing.filter((each) => !standard.test(each)) }];
  return groups.filter(({ lines }) => lines.length > 0).map(({ at, lines }): Edit => ({
    do: 'replace', file, span: { start: at, end: at }, text: lines.map((each) => `${each}${eol}`).join('') + (last === undefined ? eol : ''),
  }));
}

/** Modules of the standard library stand first. */
const standard = /^import (?:os|logging)$/;

/** Offset behind the last of the imports that a module begins with; `undefined` when it imports nothing. */
function afterImports(text: string): number | undefined {
  const found = [...text.matchAll(/^(?:import|from)[ \t]+[\w.]+/gm)].map((match) => match.index);
  const begun = found.filter((index, position) => position === 0 || /^(?:\s|#[^\n]*\n)*$/.test(text.slice(afterStatement(text, found[position - 1] ?? 0), index)));
  const last = begun.at(-1);
  return last === undefined ? undefined : afterStatement(text, last);
}

type Read = (path: string) => string | undefined;

function distribution(name: string): string {
  return name.replace(/\[.*|[<>=~!; ].*/g, '').toLowerCase().replace(/[-_.]+/g, '-');
}

function inRequirements(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^[ \t]*([A-Za-z][\w.-]*)/gm)].map((match) => distribution(match[1] ?? '')));
}

function toRequirements(file: string, text: string, wanted: readonly string[]): readonly Edit[] {
  const known = inRequirements(text);
  const missing = wanted.filter((each) => !known.has(distribution(each)));
  const eol = lineEnding(text);
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return missing.length === 0 ? [] : [{ do: 'replace', file, span: { start: text.length, end: text.length }, text: lead + missing.map((each) => `${each}${eol}`).join('') }];
}

/** `">=1.14"`, or a table where an extra is asked for. */
function poetryValue(wanted: string): string {
  const extra = /\[([\w-]+)\]/.exec(wanted)?.[1];
  const version = `"${wanted.replace(/^[\w.[\]-]*/, '') || '*'}"`;
  return extra === undefined ? version : `{ version = ${version}, extras = ["${extra}"] }`;
}

/** The list behind `dependencies =` of a `pyproject.toml` (PEP 621), or Poetry's table. */
function toPyproject(file: string, text: string, wanted: readonly string[]): readonly Edit[] {
  const eol = lineEnding(text);
  const list = /^dependencies[ \t]*=[ \t]*\[/m.exec(text);
  if (list) {
    const open = list.index + list[0].length;
    const close = bracketsIn(text).find((pair) => pair.open === open - 1)?.close ?? -1;
    if (close < 0) return [];
    const inside = text.slice(open, close);
    const missing = wanted.filter((each) => ![...inside.matchAll(/["']([A-Za-z][\w.-]*)/g)].some((match) => distribution(match[1] ?? '') === distribution(each)));
    if (missing.length === 0) return [];
    const lines = inside.includes('\n');
    const kept = inside.trimEnd();
    const comma = kept === '' || kept.endsWith(',') ? '' : ',';
    const added = missing.map((each) => (lines ? `${eol}    "${each}",` : ` "${each}"`)).join(lines ? '' : ',');
    return [{ do: 'replace', file, span: { start: open + kept.length, end: open + kept.length }, text: `${comma}${kept === '' ? added.trimStart() : added}` }];
  }
  const table = /^\[tool\.poetry\.dependencies\][^\n]*\n/m.exec(text);
  if (!table) return [];
  const missing = wanted.filter((each) => !new RegExp(`^${distribution(each)}[ \\t]*=`, 'mi').test(text));
  const at = table.index + table[0].length;
  return missing.length === 0 ? [] : [{ do: 'replace', file, span: { start: at, end: at }, text: missing.map((each) => `${distribution(each)} = ${poetryValue(each)}${eol}`).join('') }];
}

/** Requirements that the project around a file does not name yet, put where it names the others; none when it names them nowhere. */
export function addRequirements(file: string, read: Read, ...wanted: readonly string[]): readonly Edit[] {
  for (let dir = dirname(file); ; dir = dirname(dir)) {
    for (const name of ['requirements.txt', 'requirements/base.txt', 'requirements/common.txt', 'requirements/production.txt', 'pyproject.toml']) {
      const path = dir === '' ? name : `${dir}/${name}`;
      const text = read(path);
      if (text === undefined) continue;
      const edits = name === 'pyproject.toml' ? toPyproject(path, text, wanted) : toRequirements(path, text, wanted);
      if (edits.length > 0 || name !== 'pyproject.toml') return edits;
    }
    if (dir === '') return [];
  }
}

/** Address of Redis as the environment gives it. */
export const redisUrl = 'os.environ.get("REDIS_URL", "redis://localhost:6379/0")';
/** Client library, in versions that all stores here work with. */
export const redisClient = 'redis>=5.0,<8';

/** The fix with its lines ended as the files that it changes end theirs. */
export function keepsLineEndings(fix: Fix): Fix {
  return {
    ...fix,
    edits: (input) => fix.edits(input)?.map((edit) => (edit.do === 'replace' && lineEnding(input.text(edit.file) ?? '') === '\r\n' ? { ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') } : edit)),
  };
}
