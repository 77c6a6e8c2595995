import { ts } from 'ts-morph';
import { functionBehind, lastName, walk, type FunctionNode, type Once } from './functions.js';

/** How far calls to functions of the same file are followed. */
const followed = 4;

/** Rows that the database lets one client have at a time: TypeORM, Knex, Sequelize, MikroORM and plain SQL. */
export const rowLock = /\bsetLock\(\s*['"]pessimistic|['"]pessimistic_(?:partial_)?write['"]|\bLockMode\.PESSIMISTIC_(?:PARTIAL_)?WRITE\b|\.(?:forUpdate|forNoKeyUpdate|skipLocked)\(|\bLOCK\.(?:NO_KEY_)?UPDATE\b|\bFOR\s+(?:NO\s+KEY\s+)?UPDATE\b|\bSKIP\s+LOCKED\b|\bpg_(?:try_)?advisory\w*/;

/** Whether code, or what it calls in this file, first takes a row that no other replica can have at the same time. */
export function takesRow(cx: Once, code: FunctionNode, depth = followed): boolean {
  const { body } = code;
  if (!body) return false;
  if (rowLock.test(body.getText())) return true;
  return depth > 0 && walk(body, (node) => {
    const called = ts.isCallExpression(node) ? functionBehind(cx, node.expression) : undefined;
    return called !== undefined && called !== code && takesRow(cx, called, depth - 1);
  });
}

/** Names of more than one word: `closeMonth`; what only says `run` may be anything. */
const telling = /^[a-z]+[A-Z]\w+$/;

/** Methods of other files that code calls by names which tell what they do, also where the object comes from a setting: `ledger.closeMonth(month)`. */
export function calledElsewhere(cx: Once, code: FunctionNode): readonly string[] {
  const names = new Set<string>();
  if (code.body) {
    walk(code.body, (node) => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && telling.test(lastName(node.expression)) && !functionBehind(cx, node.expression)) names.add(lastName(node.expression));
    });
  }
  return [...names];
}
