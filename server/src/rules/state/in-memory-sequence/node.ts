import type { ts } from 'ts-morph';
import { basename } from '../../../base/paths.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { numbersOf } from '../../../syntax/typescript/kept-purpose.js';
import { holdersOf } from '../../../syntax/typescript/module-state.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';

/** Variables of a Node process that hand out numbers. */
export const nodeSequence = ruleMatcher({
  language: 'typescript',
  needles: [[/^(?:export\s+)?(?:let|var)\s+\w*(?:[iI]d|ID|[nN]o|[nN]um(?:ber)?|[sS]eq\w*|[cC]ount(?:er)?|[kK]ey|[oO]rder|[iI]nvoice|[tT]icket)\w*\s*(?::\s*number\s*)?=\s*\d/m]],
  on: {
    SourceFile(node, cx) {
      if (!isServing(cx, node)) return;
      for (const holder of holdersOf(node.compilerNode as ts.SourceFile)) {
        const taken = numbersOf(holder);
        if (taken.length === 0) continue;
        cx.report({ at: spanOf(holder.at), say: 'numbers', args: { field: holder.name, type: basename(cx.path) }, also: taken.slice(0, 3).map((use) => ({ at: spanOf(use.node), say: 'taken' })) });
      }
    },
  },
});
