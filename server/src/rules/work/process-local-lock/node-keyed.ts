import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { effectsOf } from '../../../syntax/typescript/effects.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

const givesLock = /^(?:acquire|obtain|try|tryAcquire|tryTo|request)Lock$|^(?:tryAcquire|lock|tryLock)$/;

/** Whether a field starts as a table in memory: `new Map()`, `new Set()`, `{}`. */
function isTable({ initializer }: ts.PropertyDeclaration): boolean {
  return initializer !== undefined && /^(?:new (?:Map|Set)\b|\{\s*\}|Object\.create\(null\))/.test(initializer.getText());
}

/** Whether a method refuses a key that stands in the table already, and puts it there otherwise. */
function asksAndPuts(body: string, field: string): boolean {
  const table = `this\\.#?${field.replace(/^#/, '')}`;
  const asks = new RegExp(`if\\s*\\(\\s*!?\\s*${table}(?:\\.(?:has|get)\\(|\\[)`).test(body);
  return asks && new RegExp(`${table}(?:\\.(?:set|add)\\(|\\[[^\\]]+\\]\\s*=(?!=))`).test(body);
}

function check(node: Node, cx: RuleFileContext): void {
  const method = node.compilerNode as ts.MethodDeclaration;
  const owner = method.parent;
  if (!givesLock.test(method.name.getText()) || !method.body || !ts.isClassLike(owner) || !isServing(cx, node)) return;
  const body = method.body.getText();
  const field = owner.members.find((member): member is ts.PropertyDeclaration => ts.isPropertyDeclaration(member) && isTable(member) && asksAndPuts(body, member.name.getText()));
  // What it asks elsewhere may be the lock that counts.
  if (!field || effectsOf(cx, method).effect !== 'none') return;
  cx.report({ at: spanOf(field.name), say: 'table', args: { field: field.name.getText(), type: owner.name?.text ?? '', method: method.name.getText() }, also: [{ at: spanOf(method.name), say: 'given' }] });
}

/** Classes that hand out locks from a table of their own. */
export const nodeLockTables = ruleMatcher({
  language: 'typescript',
  needles: [[/\b(?:(?:acquire|obtain|try|tryAcquire|tryTo|request)Lock|tryAcquire|lock)\s*(?:<\w+>)?\(/, /=\s*(?:new (?:Map|Set)\b|\{\s*\}|Object\.create\()/, /\bclass\b/, /\block/i]],
  on: { MethodDeclaration: check },
});
