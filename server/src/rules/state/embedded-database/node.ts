import { Node, SyntaxKind } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { profileKind, profileOfPath } from '../../../syntax/config-file.js';
import { resolve, span, stringValue } from '../../../syntax/typescript/ask.js';
import { variableIn } from '../../../syntax/typescript/deciding.js';
import { guardsOf, isDevelopmentOnly } from '../../../syntax/typescript/surroundings.js';
import { openerOf, optionsOf, type Opener } from './node-openers.js';

/** Under a key such as `development:`, in a file of that name, or in a branch for it. */
function isForDevelopment(node: Node, path: string): boolean {
  if (['development', 'test'].includes(profileKind(profileOfPath(path)))) return true;
  if (/(?:^|\/)(?:development|dev|local|test)\.[cm]?[jt]s$/.test(path)) return true;
  for (const property of node.getAncestors()) {
    if (Node.isPropertyAssignment(property) && ['development', 'test'].includes(profileKind(property.getName().replace(/['"]/g, '')))) return true;
  }
  return isDevelopmentOnly(node.compilerNode) || guardsOf(node.compilerNode).some(({ text, holds }) => holds && /NODE_ENV\s*===?\s*['"](?:test|development)['"]|^isTest\b|^isDev\b/.test(text));
}

/** `if (isMySql) … else …`. */
const otherServer = /mysql|maria_?db|postgres|(?:^|[^a-z])pg\b|mongo|mssql|sql_?server|oracle/i;

/** The condition that selects the engine, shortened to what the reader would search for; `undefined` when the code always runs. */
function selectedBy(opener: Opener): string | undefined {
  if (opener.choice) return short(opener.choice.getText());
  const guard = guardsOf(opener.at.compilerNode).find(({ text, holds }) => (holds && /sqlite|nedb|lowdb|level|loki|pouch/i.test(text)) || (!holds && otherServer.test(text)) || /\bprocess\.env\b|\b\w*(?:config|settings|options)\b/i.test(text));
  if (!guard || /\bprocess\.env\b/.test(guard.text)) return guard && short(guard.text);
  return variableIn(opener.at.getSourceFile().compilerNode, guard.text) ?? short(guard.text);
}

/** `Store.defaults = { client: 'sqlite3' }`: counts only where the caller names no other database. */
function isFallback(node: Node): boolean {
  const taker = node.getFirstAncestor((each) => Node.isBinaryExpression(each) || Node.isVariableDeclaration(each) || Node.isStatement(each));
  const name = Node.isBinaryExpression(taker) ? taker.getLeft().getText() : Node.isVariableDeclaration(taker) ? taker.getName() : '';
  return /(?:^|\.)_?[dD]efaults?(?![a-z])\w*$/.test(name) && node.getFirstAncestorByKind(SyntaxKind.ObjectLiteralExpression) !== undefined;
}

function short(condition: string): string {
  const left = condition.replace(/^\(+|\)+$/g, '').split(/\s*(?:===?|!==?|&&|\|\|)\s*/)[0] ?? condition;
  return left.replace(/^!+/, '').slice(0, 60);
}

/** The literal that names the file, also when the path is put into a variable or property of this file first. */
function literalOf(file: Node | undefined, depth = 0): Node | undefined {
  const value = resolve(file);
  if (!value || depth > 3) return undefined;
  if (stringValue(value) !== undefined || Node.isTemplateExpression(value)) return value;
  if (Node.isBinaryExpression(value)) return literalOf(value.getRight(), depth + 1) ?? literalOf(value.getLeft(), depth + 1);
  if (Node.isConditionalExpression(value)) return literalOf(value.getWhenFalse(), depth + 1);
  if (Node.isCallExpression(value)) return [...value.getArguments()].reverse().map((argument) => literalOf(argument, depth + 1)).find(Boolean);
  return Node.isPropertyAccessExpression(value) ? literalOf(assignedTo(value), depth + 1) : undefined;
}

/** What this file assigns to a property such as `Store.path`. */
function assignedTo(access: Node): Node | undefined {
  const written = access.getText();
  const assignment = access.getSourceFile().getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .find((each) => each.getOperatorToken().getKind() === SyntaxKind.EqualsToken && each.getLeft().getText() === written);
  return assignment?.getRight();
}

function report(cx: RuleFileContext, opener: Opener | undefined): void {
  if (!opener || isForDevelopment(opener.at, cx.path)) return;
  const { engine } = opener;
  const literal = literalOf(opener.file);
  if (literal && /\btmpdir\(\)|^['"`](?:\/tmp\/|https?:)/.test(literal.getText())) return;
  const setting = selectedBy(opener);
  const fallback = setting === undefined && isFallback(opener.at);
  const at = literal ?? opener.at;
  cx.report({
    at: span(at), say: fallback ? 'fallback' : setting === undefined ? 'store' : 'chosen', args: setting === undefined ? { engine } : { setting, engine }, cause: 'embedded-database',
    ...(setting === undefined && !fallback ? {} : { severity: 'warning' }),
    ...(opener.file === undefined ? { severity: 'warning' } : {}),
    ...(opener.file === undefined || fallback ? { confidence: 'medium' } : {}),
    ...(at === opener.at ? {} : { also: [{ at: span(opener.at), say: 'opened', args: { engine } }] }),
    data: { setting: '', variables: [], default: false },
  });
}

/** SQLite, NeDB, lowdb, LevelDB and the like, opened directly or through knex, Sequelize, TypeORM and MikroORM. */
export const nodeDatabase = ruleMatcher({
  language: 'typescript',
  needles: [[/sqlite|sqljs|libsql/i], [/['"](?:(?:@seald-io\/)?nedb(?:-\w+)?|lowdb(?:\/[\w/]+)?|level|classic-level|leveldown|(?:level-)?rocksdb|lokijs|pouchdb(?:-node)?)['"]/]],
  on: {
    NewExpression(node, cx) {
      if (Node.isNewExpression(node)) report(cx, openerOf(node));
    },
    CallExpression(node, cx) {
      if (Node.isCallExpression(node)) report(cx, openerOf(node));
    },
    ObjectLiteralExpression(node, cx) {
      if (Node.isObjectLiteralExpression(node)) report(cx, optionsOf(node));
    },
  },
});
