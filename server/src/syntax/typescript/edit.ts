import { ts } from 'ts-morph';
import { lineEnding } from '../../base/text.js';
import type { Once } from './functions.js';
import { originsOf } from './modules.js';

/** Text that replaces a span; an insertion when both ends are equal. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How a file takes in modules, read from the statement that takes in a given one. */
export interface ImportStyle {
  readonly kind: 'import' | 'require';
  readonly keyword: 'const' | 'let' | 'var';
  readonly quote: string;
  readonly semicolon: string;
  /** After this statement further ones fit. */
  readonly after: ts.Statement;
}

/** The style of a file by its own import of `module`; `undefined` when no statement at module level has it. */
export function importStyle(file: ts.SourceFile, module: string): ImportStyle | undefined {
  const statement = file.statements.find((each) => {
    if (ts.isImportDeclaration(each)) return ts.isStringLiteral(each.moduleSpecifier) && each.moduleSpecifier.text === module;
    if (ts.isImportEqualsDeclaration(each)) return each.moduleReference.getText().includes(module);
    return ts.isVariableStatement(each) && each.declarationList.declarations.some((one) => one.initializer !== undefined && new RegExp(`require\\(\\s*['"\`]${module}['"\`]`).test(one.initializer.getText()));
  });
  if (!statement) return undefined;
  const text = statement.getText();
  const keyword = /^(?:const|let|var)\b/.exec(text)?.[0] as ImportStyle['keyword'] | undefined;
  return {
    kind: ts.isVariableStatement(statement) ? 'require' : 'import',
    keyword: keyword === 'var' ? 'var' : 'const',
    quote: /['"`]/.exec(text)?.[0] === '"' ? '"' : "'",
    semicolon: text.endsWith(';') ? ';' : '',
    after: statement,
  };
}

/** A name that does not stand in the file yet: the wanted one, or the wanted one with a number. */
export function unusedName(file: ts.SourceFile, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(file.text)) return name;
  }
}

/** Edits that take named exports into a file in its own style, and the names they go by; exports that it has are used as they are. */
export function addedModules(cx: Once, file: ts.SourceFile, style: ImportStyle, wanted: readonly { readonly module: string; readonly name: string }[]): { readonly names: readonly string[]; readonly edits: readonly Insertion[] } {
  const known = originsOf(cx, file);
  const eol = lineEnding(file.text);
  const lines: string[] = [];
  const names = wanted.map(({ module, name }) => {
    const existing = [...known].find(([, origin]) => origin.module === module && origin.path === name)?.[0];
    if (existing) return existing;
    const local = unusedName(file, name);
    const renamed = style.kind === 'import' ? `${name} as ${local}` : `${name}: ${local}`;
    const binding = `{ ${local === name ? name : renamed} }`;
    const { quote, semicolon, keyword } = style;
    lines.push(style.kind === 'import' ? `import ${binding} from ${quote}${module}${quote}${semicolon}` : `${keyword} ${binding} = require(${quote}${module}${quote})${semicolon}`);
    return local;
  });
  const at = style.after.getEnd();
  return { names, edits: lines.length > 0 ? [{ start: at, end: at, text: lines.map((line) => `${eol}${line}`).join('') }] : [] };
}

/** The statement in a block or at module level that a node belongs to, so that a declaration can stand before it; `undefined` in other places. */
export function statementAround(node: ts.Node): ts.Statement | undefined {
  for (let at = node; at.parent; at = at.parent) {
    if (ts.isArrowFunction(at) && !ts.isBlock(at.body)) return undefined;
    if (ts.isStatement(at) && (ts.isSourceFile(at.parent) || ts.isBlock(at.parent) || ts.isModuleBlock(at.parent))) return at;
  }
  return undefined;
}

/** Where a statement begins with the comments that stand directly above it. */
export function startWithComments(statement: ts.Statement): number {
  const { text } = statement.getSourceFile();
  let start = statement.getStart();
  for (const comment of [...(ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [])].reverse()) {
    if (/\n\s*\n/.test(text.slice(comment.end, start))) break;
    start = comment.pos;
  }
  return start;
}

/** White space at the start of the line that an offset stands in. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Inserts a property at the head of an object literal, on a line of its own where the others have theirs. */
export function insertProperty(text: string, object: ts.ObjectLiteralExpression, property: string): Insertion {
  const [first] = object.properties;
  const at = object.getStart() + 1;
  if (!first) return { start: at, end: object.getEnd() - 1, text: ` ${property} ` };
  const start = first.getFullStart();
  const between = text.slice(at, first.getStart());
  if (!between.includes('\n')) return { start: first.getStart(), end: first.getStart(), text: `${property}, ` };
  const indent = indentAt(text, first.getStart());
  return { start: start === at ? at : start, end: start === at ? at : start, text: `${lineEnding(text)}${indent}${property},` };
}
