import { ts } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { nodesOf } from '../../syntax/typescript/functions.js';
import { originOf, originsOf } from '../../syntax/typescript/modules.js';

/** A guard of Nest that limits callers. */
export interface LimitGuard {
  /** `library`: it asks the storage of `ThrottlerModule`; `itself`: a subclass that counts in its own way. */
  readonly counts: 'library' | 'itself';
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A guard made of the one of `@nestjs/throttler`, or that guard itself. */
    'limit.guard': LimitGuard;
  }
}

/** Whether a class replaces what the library's guard does with a request by something that neither asks the guard above nor its storage. */
function countsItself(guard: ts.ClassDeclaration): boolean {
  const handled = guard.members.find((member): member is ts.MethodDeclaration => ts.isMethodDeclaration(member) && /^(?:handleRequest|canActivate)$/.test(member.name.getText()) && !/\bsuper\s*\./.test(member.getText()));
  return handled?.body !== undefined && /\bawait\b|\breturn\s+this\./.test(handled.body.getText()) && !/\bthis\.storage(?:Service)?\b/.test(guard.members.filter((member) => !ts.isConstructorDeclaration(member)).map((member) => member.getText()).join('\n'));
}

/** Guards of `@nestjs/throttler` and what was made of them. */
export const nodeLimitGuardFacts: FactExtractor = {
  kinds: ['limit.guard'],
  matchers: [factMatcher({
    language: 'typescript',
    needles: [['@nestjs/throttler', 'ThrottlerGuard']],
    on: {
      SourceFile(node, cx) {
        const file = node.compilerNode as ts.SourceFile;
        const origins = originsOf(cx, file);
        for (const name of nodesOf(file)) {
          if (!ts.isIdentifier(name) || originOf(origins, name)?.path !== 'ThrottlerGuard' || ts.isImportSpecifier(name.parent)) continue;
          const at = { start: name.getStart(), end: name.getEnd() };
          const heir = ts.isExpressionWithTypeArguments(name.parent) ? name.parent.parent.parent : undefined;
          if (!heir) cx.emit('limit.guard', at, { counts: 'library' });
          else if (ts.isClassDeclaration(heir)) cx.emit('limit.guard', at, { counts: countsItself(heir) ? 'itself' : 'library' });
        }
      },
    },
  })],
};
