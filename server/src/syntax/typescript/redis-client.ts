import { ts } from 'ts-morph';
import { lineEnding } from '../../base/text.js';
import { addedModules, importStyle, indentAt, startWithComments, statementAround, unusedName, type ImportStyle, type Insertion } from './edit.js';
import type { Once } from './functions.js';
import { calledModule } from './modules.js';

/** A client for Redis that a place can use, with what has to be added to the file for it. */
export interface RedisClient {
  readonly name: string;
  /** Local names of the further exports that were asked for, in their order. */
  readonly names: readonly string[];
  readonly edits: readonly Insertion[];
  readonly style: ImportStyle;
}

/** A client of node-redis that the file makes at module level before a place. */
function clientBefore(cx: Once, place: ts.Node): string | undefined {
  const file = place.getSourceFile();
  for (const statement of file.statements) {
    if (statement.getEnd() > place.getStart() || !ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isIdentifier(name) || !ts.isCallExpression(initializer)) continue;
      const origin = calledModule(cx, initializer);
      if (origin?.module === 'redis' && origin.path === 'createClient') return name.text;
    }
  }
  return undefined;
}

/**
 * A connected client before the statement of a place, in the style in which the file takes in `beside`; one that the file
 * makes already is used. `undefined` when the file's shape does not allow it.
 */
export function redisClientFor(cx: Once, place: ts.Node, beside: string, wanted: readonly { readonly module: string; readonly name: string }[]): RedisClient | undefined {
  const file = place.getSourceFile();
  const statement = statementAround(place);
  const style = importStyle(file, beside);
  if (!statement || !style || statement.getStart() < style.after.getEnd()) return undefined;
  const known = clientBefore(cx, statement);
  const modules = known === undefined ? [...wanted, { module: 'redis', name: 'createClient' }] : wanted;
  const added = addedModules(cx, file, style, modules);
  const names = added.names.slice(0, wanted.length);
  if (known !== undefined) return { name: known, names, edits: added.edits, style };
  const name = unusedName(file, 'redisClient');
  const { quote, semicolon } = style;
  const start = startWithComments(statement);
  const separator = `${lineEnding(file.text)}${indentAt(file.text, start)}`;
  const lines = [
    `const ${name} = ${added.names.at(-1) ?? 'createClient'}({ url: process.env.REDIS_URL ?? ${quote}redis://localhost:6379${quote} })${semicolon}`,
    `${name}.on(${quote}error${quote}, console.error)${semicolon}`,
    `${name}.connect().catch(console.error)${semicolon}`,
  ];
  return { name, names, edits: [...added.edits, { start, end: start, text: lines.map((line) => `${line}${separator}`).join('') }], style };
}
