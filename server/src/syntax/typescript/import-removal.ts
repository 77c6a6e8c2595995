import { ts } from 'ts-morph';
import type { Insertion } from './edit.js';
import { walk } from './functions.js';

/** Names of a stretch of code that stand nowhere else in the file but in an import. */
function unusedWithout(file: ts.SourceFile, removed: ts.Node): ReadonlySet<string> {
  const inside = new Set<string>();
  const outside = new Set<string>();
  walk(file, (node) => {
    if (!ts.isIdentifier(node) || ts.isImportSpecifier(node.parent)) return false;
    (node.pos >= removed.pos && node.end <= removed.end ? inside : outside).add(node.text);
    return false;
  });
  return new Set([...inside].filter((name) => !outside.has(name)));
}

/** An import without some of its names; the whole line when none is left. */
function shortened(declaration: ts.ImportDeclaration, bindings: ts.NamedImports, left: readonly ts.ImportSpecifier[]): Insertion {
  const { text } = declaration.getSourceFile();
  if (left.length > 0) {
    const lines = bindings.getText().includes('\n') ? left.map((each) => `\n  ${each.getText()},`).join('') : '';
    return { start: bindings.getStart(), end: bindings.getEnd(), text: lines === '' ? `{ ${left.map((each) => each.getText()).join(', ')} }` : `{${lines}\n}` };
  }
  const end = text.indexOf('\n', declaration.getEnd());
  return { start: declaration.getStart(), end: end < 0 ? text.length : end + 1, text: '' };
}

/** Edits that take out the named imports which only a stretch of code uses that is to go. */
export function importRemovals(removed: ts.Node): readonly Insertion[] {
  const file = removed.getSourceFile();
  const unused = unusedWithout(file, removed);
  return file.statements.flatMap((statement) => {
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
    const bindings = clause?.namedBindings;
    if (!ts.isImportDeclaration(statement) || clause?.name || !bindings || !ts.isNamedImports(bindings)) return [];
    const left = bindings.elements.filter(({ name }) => !unused.has(name.text));
    return left.length === bindings.elements.length ? [] : [shortened(statement, bindings, left)];
  });
}
