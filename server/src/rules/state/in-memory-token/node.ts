import type { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { ownPurpose } from '../../../syntax/typescript/kept-purpose.js';
import { holdersOf } from '../../../syntax/typescript/module-state.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { growthOf } from '../../../syntax/typescript/served-use.js';
import { spoken } from './revoked.js';

/** Tables of a Node process that keep tokens, log-ins or marks of what was handled. */
export const nodeTokens = ruleMatcher({
  language: 'typescript',
  needles: [[/\b\w*(?:otp|captcha|csrf|nonce|token|code|verif|reset|login|logged|online|processed|handled|seen|idempoten|dedup|blacklist|revoked)\w*\b\s*(?::[^=\n]*)?=\s*(?:new\s+(?:Map|Set)|\{\}|\[\]|Object\.create)/i]],
  on: {
    SourceFile(node, cx) {
      if (!isServing(cx, node)) return;
      for (const holder of holdersOf(node.compilerNode as ts.SourceFile)) {
        const changes = growthOf(holder);
        const purpose = ownPurpose(holder, changes);
        if (!purpose || purpose === 'counts') continue;
        cx.report({
          at: spanOf(holder.at), say: spoken(purpose, holder.name, holder.owner?.name?.text ?? ''), args: { field: holder.name, type: holder.owner?.name?.text ?? basename(cx.path) },
          also: changes.filter((use) => use.kind === 'put').slice(0, 3).map((use) => ({ at: spanOf(use.node), say: 'write' })),
        });
      }
    },
  },
});
