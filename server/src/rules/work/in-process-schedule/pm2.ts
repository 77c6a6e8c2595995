import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { bare, walk } from '../../../syntax/typescript/functions.js';
import { propertyOf } from '../../../syntax/typescript/modules.js';

/** What the rule says of pm2. */
export const pm2Messages: Readonly<Record<string, Localized>> = {
  pm2Cron: {
    en: 'pm2 starts {script} by its own clock ({schedule}) wherever this file is used: with two replicas the work is done twice at the same time.',
    ko: 'pm2가 이 파일을 쓰는 모든 곳에서 자체 일정({schedule})에 따라 {script}을(를) 실행합니다. 레플리카가 둘이면 같은 작업이 동시에 두 번 실행됩니다.',
  },
};

function textAt(app: ts.ObjectLiteralExpression, name: string): string | undefined {
  const value = propertyOf(app, name);
  const plain = value && bare(value);
  return plain && ts.isStringLiteralLike(plain) ? plain.text : undefined;
}

/** A program that ends and is started again by the clock; one that keeps running is only restarted by it. */
function lookAtApp(app: ts.ObjectLiteralExpression, cx: RuleFileContext): void {
  const at = propertyOf(app, 'cron_restart') ?? propertyOf(app, 'cron');
  const schedule = textAt(app, 'cron_restart') ?? textAt(app, 'cron');
  const restarts = propertyOf(app, 'autorestart');
  if (!at || schedule === undefined || !restarts || bare(restarts).kind !== ts.SyntaxKind.FalseKeyword) return;
  cx.report({
    at: { start: at.getStart(), end: at.getEnd() }, say: 'pm2Cron', severity: 'warning', cause: 'pm2',
    args: { script: textAt(app, 'script') ?? textAt(app, 'name') ?? 'pm2', schedule }, data: { engine: 'timer', guarded: false },
  });
}

/** Jobs that pm2's own file gives a clock. */
export const pm2Jobs = ruleMatcher({
  language: 'typescript',
  files: ['**/ecosystem*.{js,cjs,mjs,ts}', '**/pm2*.{js,cjs,mjs}', '**/process*.config.{js,cjs}'],
  needles: [['apps', 'autorestart', 'cron_restart'], ['apps', 'autorestart', 'cron']],
  on: {
    SourceFile(node, cx) {
      walk(node.compilerNode as ts.SourceFile, (each) => {
        if (ts.isPropertyAssignment(each) && each.name.getText() === 'apps' && ts.isArrayLiteralExpression(each.initializer)) {
          for (const app of each.initializer.elements) if (ts.isObjectLiteralExpression(app)) lookAtApp(app, cx);
        }
      });
    },
  },
});
