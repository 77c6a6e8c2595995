import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { nodesOfKinds } from '../../syntax/typescript/functions.js';
import { rowLock, takesRow } from '../../syntax/typescript/row-locks.js';

/** A method that works only when it got a row of the database that no other replica can have at the same time. */
export interface NodeRowLock {
  readonly method: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'node.row-lock': NodeRowLock;
  }
}

/** Methods of classes that take a row of the database before they work; those that only take it for others are among them. */
export const nodeRowLockFacts: FactExtractor = {
  kinds: ['node.row-lock'],
  matchers: [factMatcher({
    language: 'typescript',
    needles: [[rowLock]],
    on: {
      SourceFile(node, cx) {
        for (const method of nodesOfKinds(node.compilerNode as ts.SourceFile, ts.SyntaxKind.MethodDeclaration)) {
          if (!ts.isMethodDeclaration(method) || !ts.isClassLike(method.parent) || !ts.isIdentifier(method.name) || !takesRow(cx, method)) continue;
          cx.emit('node.row-lock', { start: method.name.getStart(), end: method.name.getEnd() }, { method: method.name.text });
        }
      },
    },
  })],
};
